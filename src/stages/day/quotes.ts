// What all stages share once their inputs are read: quotes, today's fills, the instructions and mails that follow.
import type { Instruction } from '../../domain/broker';
import { nextTradingDay, session } from '../../domain/calendar';
import type { Quote } from '../../domain/etf';
import { executed, type Fill } from '../../domain/fill';
import type { Price } from '../../domain/money';
import type { Problem } from '../../domain/problem';
import { dateOf, type IsoDate, type Stamp, timeOf } from '../../domain/stamp';
import { formatBrl } from '../../language/figures';
import { brokerInstructionsMail } from '../../messages/brokerInstructions';
import { orders } from '../../sheets/tabs';
import { saveRows, type WarehouseRows } from '../../sheets/warehouse';
import type { UnitQuotes } from '../split/positions';
import { type DayInputs, valuesOf } from './inputs';
import type { KeyedMail, Plan } from './outcome';
import { refused } from './outcome';
import { type DayState, type FrozenQuote, inForce, unfinishedDay } from './state';
import { orderRow } from './tables';

/** Quotes of the feed by ETF. */
export const liveQuotes = (inputs: DayInputs): UnitQuotes =>
  new Map(valuesOf(inputs.quotes).map(({ asset, inav, sharesPerUnit }) => [asset, { inav, sharesPerUnit }]));

/**
 * The official NAV of the open trade date, once it is published. The feed names no day: it is this day's from its close
 * until the next session's, and what was fetched at another time is another day's.
 */
export function officialNav({ state, holidays }: DayInputs, { officialNav: nav, asOf }: Quote): Price | null {
  if (nav === null || state.tradeDate === null) return null;
  const next = nextTradingDay(state.tradeDate, 1, holidays);
  const closeOf = (date: IsoDate): Stamp => `${date}T${session(date, holidays)?.close ?? '00:00'}:00`;
  return asOf >= closeOf(state.tradeDate) && asOf < closeOf(next) ? nav : null;
}

/** Quotes as the last stage froze them, by ETF. */
export const frozenQuotes = (state: DayState): UnitQuotes =>
  new Map(state.quotes.map(({ asset, inav, sharesPerUnit }) => [asset, { inav, sharesPerUnit }]));

/** The state's quotes with those of `assets` replaced by the feed's. */
export function freezeQuotes(
  inputs: DayInputs,
  assets: readonly string[],
  stage: FrozenQuote['stage'],
): readonly FrozenQuote[] {
  const live = liveQuotes(inputs);
  const fresh = assets.flatMap((asset) => {
    const quote = live.get(asset);
    return quote ? [{ asset, ...quote, at: inputs.now, stage }] : [];
  });
  const kept = inputs.state.quotes.filter(({ asset }) => !fresh.some((quote) => quote.asset === asset));
  return [...kept, ...fresh].sort((a, b) => (a.asset < b.asset ? -1 : 1));
}

/** The trade date's fills, in the order of their ids whatever the order of rows. */
export const fillsOf = (inputs: DayInputs): readonly Fill[] =>
  valuesOf(inputs.executions)
    .filter(({ date }) => date === inputs.state.tradeDate)
    .slice()
    .sort((a, b) => (a.fillId < b.fillId ? -1 : 1));

/** Whether trading, the closing call included, is over. */
export function isAfterClose(inputs: DayInputs): boolean {
  const hours = session(dateOf(inputs.now), inputs.holidays);
  return hours === null || timeOf(inputs.now) >= hours.callEnd;
}

/** The day that the final allocation closes: today's, or an earlier one that was left unfinished. */
export function requireUnallocatedDay(inputs: DayInputs): Plan | null {
  const late = unfinishedDay(inputs.state, dateOf(inputs.now));
  if (late === null) return requireOpenDay(inputs);
  if (fillsOf(inputs).length > 0) return null;
  const text = `there is no fill of ${late}; enter them in the tab, or open the new day if there were none`;
  return refused([{ severity: 'error', code: 'no-fills', tab: inputs.executions.tab, cell: null, text }]);
}

/** A stage other than the first needs today's open trade date. */
export function requireOpenDay(inputs: DayInputs): Plan | null {
  const today = dateOf(inputs.now);
  if (inputs.state.tradeDate === today) return null;
  const opened =
    inputs.state.tradeDate === null ? 'no day is open' : `the open day is ${inputs.state.tradeDate}`;
  return refused([
    {
      severity: 'error',
      code: 'day-not-open',
      tab: null,
      cell: null,
      text: `${opened}; run Initial orders for ${today} first`,
    },
  ]);
}

/** Fills beyond a cap or a limit price in force, and fills that nobody asked for. */
export function fillWarnings(inputs: DayInputs): readonly Problem[] {
  const { executions, settings, state } = inputs;
  const warning = (code: string, text: string): Problem => ({
    severity: 'warning',
    code,
    tab: executions.tab,
    cell: null,
    text,
  });
  const fills = fillsOf(inputs).filter(({ status }) => status !== 'BUSTED');
  const over = inForce(state.instructions).flatMap((instruction) => {
    const { asset, side, broker, cap } = instruction;
    const own = fills.filter((fill) => fill.asset === asset && fill.side === side && fill.broker === broker);
    const done = executed(own).money;
    const widest = state.instructions
      .filter(({ id }) => id === instruction.id)
      .map((version) => version.limitPrice);
    const limit = side === 'BUY' ? Math.max(...widest) : Math.min(...widest);
    const beyond = own.filter(({ price }) => (side === 'BUY' ? price > limit : price < limit));
    return [
      ...(done > cap
        ? [
            warning(
              'above-cap',
              `${broker} executed ${formatBrl(done)} of ${side} ${asset}, its cap is ${formatBrl(cap)}; call it`,
            ),
          ]
        : []),
      ...(beyond.length === 0 || settings.checkLimitPrice === 'off'
        ? []
        : [
            warning(
              'beyond-limit',
              `${broker} has ${beyond.length} fills of ${side} ${asset} beyond the limit of ${limit}; ask why`,
            ),
          ]),
    ];
  });
  const asked = new Set(state.instructions.map(({ asset, side, broker }) => `${side} ${asset} at ${broker}`));
  const strange = [...new Set(fills.map(({ asset, side, broker }) => `${side} ${asset} at ${broker}`))]
    .filter((name) => !asked.has(name))
    .sort()
    .map((name) =>
      warning('unasked-fill', `${name} was executed and never instructed; check the fill with the broker`),
    );
  return [...over, ...strange];
}

/** One mail a broker with all its new versions, and the rows that keep them. */
export function instructionMails(
  inputs: DayInputs,
  occasion: 'opening' | 'primary' | 'adjustment' | 'amendment',
  news: readonly Instruction[],
  note: string | null = null,
): readonly KeyedMail[] {
  const known = new Map(
    inForce(inputs.state.instructions).map((instruction) => [instruction.id, instruction]),
  );
  return valuesOf(inputs.brokers)
    .slice()
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((broker) => {
      const lines = news
        .filter((instruction) => instruction.broker === broker.name)
        .map((instruction) => ({ instruction, replaces: known.get(instruction.id) ?? null }));
      const [first] = lines;
      if (!first) return [];
      const { tradeDate } = first.instruction;
      const versions = lines.map(
        ({ instruction: { asset, side, version } }) => `${asset}/${side}@${version}`,
      );
      const { deskName, traderEmails } = inputs.settings;
      const message = brokerInstructionsMail({
        broker,
        tradeDate,
        deskName,
        copy: traderEmails,
        occasion,
        lines,
        note,
      });
      return [{ key: `${tradeDate} ${broker.name} ${versions.join(' ')}`, message }];
    });
}

export const instructionRows = (news: readonly Instruction[]): readonly WarehouseRows[] =>
  news.length === 0 ? [] : [saveRows('instructions', orders, news.map(orderRow))];
