// What each fund wants, as it was frozen: the same trade keeps its intent, another amount is a new version of it.
import type { Intent, Trade } from '../../domain/trade';
import type { AcceptedTrade } from '../checks/trade';
import { byKey, intentKey } from '../split/keys';
import type { OpenInputs } from './inputs';
import type { DayState } from './state';

/**
 * The trades as intents of the open day.
 * @param reason why they are amended; null in the morning
 */
export function freeze(
  inputs: OpenInputs,
  accepted: readonly AcceptedTrade[],
  reason: string | null,
): readonly Intent[] {
  const { state, now, user } = inputs;
  const before = new Map(state.intents.map((intent) => [intentKey(intent), intent]));
  return [...sumsOf(accepted)].sort(byKey(([key]) => key)).map(([key, { entry, amount }]) => {
    const known = before.get(key);
    if (known?.amount === amount) return known;
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
    };
  });
}

interface Sum {
  readonly entry: AcceptedTrade;
  readonly amount: number;
}

function sumsOf(accepted: readonly AcceptedTrade[]): ReadonlyMap<string, Sum> {
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

/** Offshore orders in a fixed order, under the funds' own names. */
export const sortedTrades = (accepted: readonly AcceptedTrade[]): readonly Trade[] =>
  accepted.map(({ trade, fund }) => ({ ...trade, fund: fund.fund })).sort(byKey(intentKey));

/** Whether the trades say something else than what stands frozen. */
export function differs(accepted: readonly AcceptedTrade[], { intents }: DayState): boolean {
  const print = (rows: readonly (Intent | Trade)[]): string =>
    rows
      .map((row) => `${intentKey(row)}=${row.amount}`)
      .sort()
      .join('\n');
  return print(accepted.map(({ trade }) => trade)) !== print(intents.filter(({ amount }) => amount > 0));
}
