// Morning: opens the trade date, checks the trades, freezes what each fund wants and tells the brokers what to work.

import type { Cents } from '../domain/money';
import { hasErrors, type Problem, warning } from '../domain/problem';
import { dateOf, type IsoDate } from '../domain/stamp';
import type { Intent, Side } from '../domain/trade';
import { msg } from '../language/message';
import { stateTab } from '../sheets/tabs';
import { capsOf, type Worked, worked } from './caps/instructions';
import { restateOrders } from './caps/orders';
import { toldOrders } from './caps/toldOrders';
import { checkBrokers } from './checks/brokers';
import { checkDay } from './checks/day';
import { checkEarlyCutoffs } from './checks/earlyCutoff';
import { checkFamilies } from './checks/etfs';
import { checkNoCutoff } from './checks/noCutoff';
import { figuresToKeep } from './checks/oddFigure';
import { checkFigures } from './checks/plausible';
import { checkQuotes } from './checks/quotes';
import { stillCancelledWarnings } from './checks/stillCancelled';
import type { AcceptedTrade } from './checks/trade';
import { checkTrades } from './checks/trades';
import { leftDay } from './completeness';
import { acceptedOn, isEndedRun, isOddFigure } from './day/acceptances';
import { fillsOf } from './day/fills';
import type { DayInputs } from './day/inputs';
import { assetsOf, freeze, freezeOffshore } from './day/intents';
import { memberKey } from './day/keys';
import { closedDay, remembering } from './day/lastKnown';
import { freezeQuotes, liveQuotes } from './day/quotes';
import { type DayState, EMPTY_STATE, isOpen, type OpenDay } from './day/state';
import { capTables } from './decisions/caps';
import { planMorningAgain } from './morningAgain';
import { changedIntents, unitsStay } from './outcome/changes';
import { offshoreNews } from './outcome/offshore';
import { amounting, counted, decided, fact, type Plan, refused, type Summary } from './outcome/outcome';
import { intentsTable, offshoreTable } from './outcome/tables';
import { dayStanding } from './standing/dayStanding';

/** @param maximum iterations of the day's cycle, where somebody says how many; null = as the settings say */
export function planInitialOrders(inputs: DayInputs, maximum: number | null): Plan {
  const base = openedDay(inputs, maximum);
  const opened = { ...inputs, state: base };
  const isAgain = inputs.state.tradeDate === base.tradeDate;
  if (isAgain && fillsOf(opened).length > 0) return planMorningAgain(opened);
  // Once orders stand, rows that went away stop them: also the last one.
  const isOut = isAgain && base.intents.length + base.offshore.length > 0;
  const { onshore, offshore, problems: found } = checkTrades(inputs, isOut ? 'cancels' : 'refused');
  const intents = freeze(opened, onshore, null);
  const assets = assetsOf(intents.filter(({ amount }) => amount > 0));
  const problems = [
    ...checkDay(inputs),
    ...found,
    ...checkBrokers(inputs),
    ...checkFamilies(inputs),
    ...checkQuotes(inputs, assets),
    ...checkFigures(inputs),
    ...checkEarlyCutoffs(inputs, assets),
    ...checkNoCutoff(inputs, assets),
    ...unfinished(inputs),
    ...stillCancelledWarnings({ onshore, offshore }, base),
  ];
  if (hasErrors(problems)) return refused(problems);

  const work = instructOpening(inputs, base, intents, offshore);
  const { state } = work;
  const abroad = offshoreNews(inputs, base, state, null);
  const changed = changedIntents(base, state);
  const told = toldOrders(changed, work, abroad);
  return decided({
    stage: 'initial',
    state,
    tables: [work.ordersTable, intentsTable(state), offshoreTable(state)],
    ...told,
    warnings: [...problems, ...work.warnings, ...unitsStay(base, changed)],
    decisions: capTables(base, state),
    notes: work.notes,
    summary: summaryOf(work, assets.length, isAgain && told.mails.length === 0),
  });
}

/** Today's day: as it stands, or a new one in place of an earlier. */
function openedDay({ state, now }: DayInputs, maximum: number | null): OpenDay {
  const tradeDate = dateOf(now);
  const day = isOpen(state) && state.tradeDate === tradeDate ? state : newDay(state, tradeDate);
  return maximum === null ? day : { ...day, cycle: { ...day.cycle, maximum } };
}

/** Of the day before only what figures were, and what was accepted this morning so that it can be opened. */
const newDay = (before: DayState, tradeDate: IsoDate): OpenDay => ({
  ...EMPTY_STATE,
  tradeDate,
  known: closedDay(before),
  acceptances: acceptedOn(before, tradeDate).filter(({ code }) => isOddFigure(code) || isEndedRun(code)),
});

/** Every ETF that is wanted or was instructed before is instructed, at the quotes that the day was opened with. */
function instructOpening(
  inputs: DayInputs,
  base: OpenDay,
  intents: readonly Intent[],
  offshore: readonly AcceptedTrade[],
): Worked {
  const assets = assetsOf(intents);
  const fresh = assets.filter((asset) => !base.quotes.some((quote) => quote.asset === asset));
  const frozen: OpenDay = {
    ...base,
    intents,
    offshore: freezeOffshore(base, offshore, null),
    quotes: freezeQuotes({ ...inputs, state: base }, fresh, 'initial'),
    known: remembering(base.known, figuresToKeep(inputs), base.tradeDate),
  };
  const opened = { ...inputs, state: base };
  const quotes = liveQuotes(inputs);
  const state = restateOrders(frozen, dayStanding(opened, base, quotes), inputs.now);
  return worked(inputs, {
    state,
    standing: dayStanding(opened, state, quotes),
    assets: assetsOf([...intents, ...base.instructions]),
    occasion: 'opening',
  });
}

/** @param isOut whether all of it was sent before */
function summaryOf({ state, news }: Worked, assets: number, isOut: boolean): Summary {
  const of = (side: Side): Cents => capsOf(news.filter((each) => each.side === side));
  const { intents, offshore, tradeDate } = state;
  return {
    headline:
      news.length === 0 && isOut
        ? msg('the orders of {date} are out already; nothing changed', { date: tradeDate })
        : msg(
            '{n} {n|instruction|instructions} for {n2} {n2|order|orders} of funds: buys of {money}, sells of {money2}; {n3} offshore {n3|order|orders}',
            {
              ...{ n: news.length, n2: sent(state), n3: asked(offshore) },
              ...{ money: of('BUY'), money2: of('SELL') },
            },
          ),
    facts: [
      fact(msg('ETFs'), counted(assets)),
      fact(msg('intents'), counted(asked(intents))),
      fact(msg('instructions'), counted(news.length)),
      fact(msg('notional'), amounting(capsOf(news))),
      fact(msg('offshore orders'), counted(asked(offshore))),
    ],
  };
}

/** Orders that lie at brokers: one that none takes is named, and has no claim. */
function sent({ intents, claims }: OpenDay): number {
  const claimed = new Set(claims.flatMap((claim) => (claim.rank === 'order' ? memberKey(claim) : [])));
  return asked(intents.filter((intent) => claimed.has(memberKey(intent))));
}

/** How many of them want anything: what is stopped keeps its line, at zero. */
const asked = (orders: readonly { readonly amount: number }[]): number =>
  orders.filter(({ amount }) => amount > 0).length;

/** Yesterday's day that was never allocated is worth a word before a new one begins. */
function unfinished(inputs: DayInputs): readonly Problem[] {
  const today = dateOf(inputs.now);
  const day = leftDay(inputs);
  if (day === null) return [];
  const text = msg('the day {date} was never allocated completely; opening {date2} closes it as it is', {
    date: day,
    date2: today,
  });
  return [warning('unfinished-day', text, { tab: stateTab.name })];
}
