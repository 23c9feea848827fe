// What each fund wants, as it was frozen: the same trade keeps its intent, another amount is a new version of it.
import type { Cents } from '../../domain/money';
import type { Intent, OffshoreOrder, Trade } from '../../domain/trade';
import type { OpenInputs } from './inputs';
import { byKey, intentKey } from './keys';
import type { DayState, OpenDay } from './state';

/** A trade that is taken on, with the name of its fund. */
export interface WantedTrade {
  readonly trade: Trade;
  readonly fund: { readonly fund: string };
}

/** The day as daily-trades asks for it now: what an amendment makes of it, and what every other look compares with. */
export const askedDay = (
  inputs: OpenInputs,
  trades: { readonly onshore: readonly WantedTrade[]; readonly offshore: readonly WantedTrade[] },
  reason: string,
): OpenDay => ({
  ...inputs.state,
  intents: freeze(inputs, trades.onshore, reason),
  offshore: freezeOffshore(inputs.state, trades.offshore, reason),
});

/**
 * The intents of the open day as the trades say now. A fund whose row went away keeps its line, at zero: what it was given
 * has to go somewhere. What a person cancelled stays so: in the morning whatever its row says, in an amendment as long as the
 * row says what it said then.
 * @param reason why they are amended; null in the morning
 */
export function freeze(
  inputs: OpenInputs,
  accepted: readonly WantedTrade[],
  reason: string | null,
): readonly Intent[] {
  const { state, now, user } = inputs;
  const before = new Map(state.intents.map((intent) => [intentKey(intent), intent]));
  const sums = sumsOf(accepted);
  const wanted = [...sums].sort(byKey(([key]) => key)).map(([key, { entry, amount }]) => {
    const known = before.get(key);
    if (known && (known.amount === amount || staysCancelled(known, amount, reason))) return known;
    const { cnpj, asset, side, strategy } = entry.trade;
    return {
      tradeDate: state.tradeDate,
      fund: entry.fund.fund,
      cnpj,
      asset,
      side,
      strategy,
      amount,
      version: (known?.version ?? 0) + 1,
      frozenAt: now,
      reason,
      approvedBy: user,
      ...(known === undefined ? {} : orderedBefore(known, reason)),
    };
  });
  const gone = state.intents
    .filter((intent) => !sums.has(intentKey(intent)))
    .map((intent) => (intent.amount > 0 ? ended(intent, inputs, reason) : forgotten(intent, reason)));
  return [...wanted, ...gone];
}

/** At zero: cancelled where a person gave a reason. @param row what its row says from now on */
export function ended(
  { cancelled: _before, ...intent }: Intent,
  { now, user }: OpenInputs,
  reason: string | null,
  row: Cents = 0,
): Intent {
  const at = { amount: 0, version: intent.version + 1, frozenAt: now, reason, approvedBy: user };
  return {
    ...intent,
    ...at,
    ...orderedBefore(intent, reason),
    ...(reason === null ? {} : { cancelled: row }),
  };
}

/** The first amount stays known through whatever a person changes; without a reason an order is simply another one. */
function orderedBefore({ ordered, amount }: Intent, reason: string | null): Pick<Intent, 'ordered'> {
  const first = ordered ?? (reason === null ? undefined : amount);
  return first === undefined ? {} : { ordered: first };
}

/** Once an amendment has seen that the row is gone, a row that comes back is another order. */
const forgotten = <T extends Pick<Intent, 'cancelled'>>(order: T, reason: string | null): T =>
  reason === null || !order.cancelled ? order : { ...order, cancelled: 0 };

const staysCancelled = (
  { cancelled }: Pick<Intent, 'cancelled'>,
  amount: Cents,
  reason: string | null,
): boolean => cancelled !== undefined && (reason === null || cancelled === amount);

interface Sum {
  readonly entry: WantedTrade;
  readonly amount: number;
}

function sumsOf(accepted: readonly WantedTrade[]): ReadonlyMap<string, Sum> {
  const amounts = new Map<string, Sum>();
  for (const entry of accepted) {
    const key = intentKey(entry.trade);
    amounts.set(key, { entry, amount: entry.trade.amount + (amounts.get(key)?.amount ?? 0) });
  }
  return amounts;
}

/** ETFs of which anything is wanted, in their order. */
export const assetsOf = (intents: readonly Pick<Intent, 'asset'>[]): readonly string[] =>
  [...new Set(intents.map(({ asset }) => asset))].sort();

/** The same for the offshore desk's orders, under the funds' own names. */
export function freezeOffshore(
  { offshore }: Pick<DayState, 'offshore'>,
  accepted: readonly WantedTrade[],
  reason: string | null,
): readonly OffshoreOrder[] {
  const before = new Map(offshore.map((order) => [intentKey(order), order]));
  const sums = sumsOf(accepted);
  const wanted = [...sums].map(([key, { entry, amount }]): OffshoreOrder => {
    const known = before.get(key);
    if (known && (known.amount === amount || staysCancelled(known, amount, reason))) return known;
    return { ...entry.trade, fund: entry.fund.fund, amount, version: (known?.version ?? 0) + 1 };
  });
  const gone = offshore
    .filter((order) => !sums.has(intentKey(order)))
    .map((order) => (order.amount > 0 ? endedOffshore(order, reason) : forgotten(order, reason)));
  return [...wanted, ...gone].sort(byKey(intentKey));
}

/** At zero: cancelled where a person gave a reason. @param row what its row says from now on */
export const endedOffshore = (
  { cancelled: _before, ...order }: OffshoreOrder,
  reason: string | null,
  row: Cents = 0,
): OffshoreOrder => ({
  ...order,
  amount: 0,
  version: order.version + 1,
  ...(reason === null ? {} : { cancelled: row }),
});

/** What was cancelled and stays so, though its row still asks for it. */
export function stillCancelled<T extends Intent | OffshoreOrder>(
  accepted: readonly WantedTrade[],
  frozen: readonly T[],
): readonly T[] {
  const sums = sumsOf(accepted);
  return frozen.filter(
    (order) => order.cancelled !== undefined && (sums.get(intentKey(order))?.amount ?? 0) > 0,
  );
}
