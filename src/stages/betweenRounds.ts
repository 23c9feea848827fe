// Between two rounds nobody is asked for anything new. What the caps leave beyond what funds call for, because a fill was busted or
// corrected since or a broker went beyond its own, is taken back all the same by whoever runs a round: it waits for no turn.
import { executed } from '../domain/fill';
import { grouped } from '../domain/lookup';
import type { Cents } from '../domain/money';
import { type Message, msg } from '../language/message';
import { tradingOver } from './agenda/moments';
import { capRoom } from './caps/capRoom';
import { type Worked, worked } from './caps/instructions';
import { fillsFor } from './checks/fillsSubject';
import { countedFills } from './day/fills';
import type { OpenInputs } from './day/inputs';
import { poolKey } from './day/keys';
import { frozenQuotes, liveQuotes } from './day/quotes';
import { inForce } from './day/state';
import { capTables } from './decisions/caps';
import { giveBackCause, giveBackTables } from './decisions/giveBacks';
import { amounting, counted, decided, fact, type Outcome, type Plan } from './outcome/outcome';
import { dayStanding } from './standing/dayStanding';

export interface TakenBack {
  readonly work: Worked;
  /** What the caps leave beyond what is called for, over all ETFs and sides; cents. */
  readonly money: Cents;
}

/** null = the caps leave no more than funds call for, but for the tolerance and a share a fund; or nobody can work any more. */
export function takenBack(inputs: OpenInputs, only?: string): TakenBack | null {
  const { state, settings } = inputs;
  if (state.allocation !== null || tradingOver(inputs) !== null) return null;
  // As a stop does: at the quotes of the last stage, beginning nothing, so that only what is too much changes.
  const quotes = new Map([...liveQuotes(inputs), ...frozenQuotes(state)]);
  const standing = dayStanding(inputs, state, quotes);
  const restate = (assets: readonly string[]): Worked =>
    worked(inputs, { state, standing, assets, occasion: 'stop' });
  const instructed = [...new Set(inForce(state.instructions).map(({ asset }) => asset))].sort();
  const claims = grouped(state.claims, ({ asset }) => asset);
  const rooms = roomsOf(inputs, (asset) => quotes.get(asset)?.inav ?? 0);
  const found = restate(instructed.filter((asset) => only === undefined || asset === only)).demands.flatMap(
    (demand) => {
      const money = (rooms.get(poolKey(demand)) ?? 0) - demand.amount;
      const price = Math.round((quotes.get(demand.asset)?.inav ?? 0) * 100);
      // Each fund may be a share from what it calls for, and what is below the tolerance is worth no new version.
      return money >= Math.max(settings.tolerance, 1) + price * (claims.get(demand.asset)?.length ?? 0)
        ? [{ asset: demand.asset, money }]
        : [];
    },
  );
  if (found.length === 0) return null;
  const work = restate([...new Set(found.map(({ asset }) => asset))]);
  return work.news.length === 0 ? null : { work, money: found.reduce((sum, own) => sum + own.money, 0) };
}

/** What the caps in force leave brokers to trade, by ETF and side. */
function roomsOf(inputs: OpenInputs, priceOf: (asset: string) => number): ReadonlyMap<string, Cents> {
  const fills = countedFills(inputs);
  const working = grouped(inForce(inputs.state.instructions), poolKey);
  return new Map(
    [...working].map(([key, own]) => [
      key,
      own.reduce((sum, one) => sum + capRoom(one, executed(fillsFor(fills, one)), priceOf(one.asset)), 0),
    ]),
  );
}

/** It counts as no round. @param wait why there is none now */
export function planTakenBack(inputs: OpenInputs, wait: Message, warnings: Outcome['warnings']): Plan | null {
  const found = takenBack(inputs);
  if (found === null) return null;
  const { work, money } = found;
  const { state } = inputs;
  return decided({
    stage: 'adjustments',
    scope: String(state.cycle.iteration),
    state: work.state,
    tables: [work.ordersTable],
    brokerBooks: work.brokerBooks,
    rows: work.rows,
    mails: work.mails,
    decisions: [
      ...giveBackTables(work.giveBacks, giveBackCause(inputs, [])),
      ...capTables(state, work.state),
    ],
    notes: work.notes,
    warnings: [...warnings, ...work.warnings],
    summary: {
      headline: msg(
        'no round ({said}), but the caps left {money} more than funds call for: {n} {n|cap|caps} replaced',
        { said: wait, money, n: work.news.length },
      ),
      facts: [
        fact(msg('too much in caps'), amounting(money)),
        fact(msg('caps replaced'), counted(work.news.length)),
      ],
    },
  });
}
