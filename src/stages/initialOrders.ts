// Morning: opens the trade date, checks the trades, freezes what each fund wants and tells the brokers what to work.
import { hasErrors, type Problem, warning } from '../domain/problem';
import { dateOf } from '../domain/stamp';
import type { Intent } from '../domain/trade';
import { msg } from '../language/message';
import { offshoreMail } from '../messages/offshore';
import { dailyTrades, offshoreOrders, orderIntents, stateTab } from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { checkBrokers } from './checks/brokers';
import { checkDay } from './checks/day';
import { checkFamilies } from './checks/etfs';
import { checkQuotes } from './checks/quotes';
import type { AcceptedTrade } from './checks/trade';
import { checkTrades } from './checks/trades';
import { leftDay } from './completeness';
import { fillsOf } from './day/fills';
import type { DayInputs, OpenInputs } from './day/inputs';
import { capsOf, type Worked, worked } from './day/instructions';
import { assetsOf, differs, freeze, sortedTrades } from './day/intents';
import {
  amounting,
  counted,
  decided,
  fact,
  type KeyedMail,
  type Plan,
  refused,
  type Summary,
  unchanged,
} from './day/outcome';
import { freezeQuotes, liveQuotes } from './day/quotes';
import { EMPTY_STATE, isOpen, type OpenDay } from './day/state';
import { intentsTable, offshoreRows, offshoreTable, ordersTable } from './day/tables';
import { restateOrders } from './ledger/orders';
import { dayStanding } from './split/dayStanding';
import { intentKey } from './split/keys';

export function planInitialOrders(inputs: DayInputs): Plan {
  const base = openedDay(inputs);
  const opened = { ...inputs, state: base };
  if (inputs.state === base && fillsOf(inputs).length > 0) return alreadyTrading(opened);
  const { onshore, offshore, problems: found } = checkTrades(inputs);
  const assets = assetsOf(onshore.map(({ trade }) => trade));
  const problems = [
    ...checkDay(inputs),
    ...found,
    ...checkBrokers(inputs),
    ...checkFamilies(inputs),
    ...checkQuotes(inputs, assets),
    ...unfinished(inputs),
  ];
  if (hasErrors(problems)) return refused(problems);

  const intents = freeze(opened, onshore, null);
  const work = instructOpening(inputs, base, intents, offshore);
  const { state } = work;
  const offshoreNews = JSON.stringify(base.offshore) !== JSON.stringify(state.offshore);
  const mails = [...work.mails, ...(offshoreNews ? offshoreMails(inputs, state) : [])];
  const changed = intents.filter((intent) => !base.intents.includes(intent));
  return decided({
    stage: 'initial',
    state,
    tables: [work.ordersTable, intentsTable(state), offshoreTable(state)],
    brokerBooks: work.brokerBooks,
    rows: [
      ...(changed.length > 0 ? [saveRows('order_intents', orderIntents, changed)] : []),
      ...work.rows,
      ...(offshoreNews && state.offshore.length > 0
        ? [saveRows('offshore_orders', offshoreOrders, offshoreRows(state))]
        : []),
    ],
    mails,
    warnings: problems,
    summary: summaryOf(work, assets.length, mails.length > 0),
  });
}

/** Today's day: as it stands, or a new one in place of an earlier. */
function openedDay({ state, now }: DayInputs): OpenDay {
  const tradeDate = dateOf(now);
  return isOpen(state) && state.tradeDate === tradeDate ? state : { ...EMPTY_STATE, tradeDate };
}

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
    offshore: sortedTrades(offshore),
    quotes: freezeQuotes({ ...inputs, state: base }, fresh, 'initial'),
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

function summaryOf({ state, news }: Worked, assets: number, sends: boolean): Summary {
  const caps = capsOf(news);
  const { intents, offshore, tradeDate } = state;
  return {
    headline:
      news.length === 0 && !sends
        ? msg('the orders of {date} are out already; nothing changed', { date: tradeDate })
        : msg(
            '{n} {n|instruction|instructions} over {money} for {n2} {n2|intent|intents}, {n3} offshore {n3|order|orders}',
            { n: news.length, money: caps, n2: intents.length, n3: offshore.length },
          ),
    facts: [
      fact(msg('ETFs'), counted(assets)),
      fact(msg('intents'), counted(intents.length)),
      fact(msg('instructions'), counted(news.length)),
      fact(msg('notional'), amounting(caps)),
      fact(msg('offshore orders'), counted(offshore.length)),
    ],
  };
}

/** After the first fill the intents stand; only an amendment, with its reason, changes them. */
function alreadyTrading(inputs: OpenInputs): Plan {
  const { state } = inputs;
  const { onshore } = checkTrades(inputs);
  const text = msg(
    'the day has fills, so the orders stand as they are; use Trading > Amend an order to change one',
  );
  return unchanged(
    msg('the orders of {date} are out and being filled; nothing changed', { date: state.tradeDate }),
    {
      stage: 'initial',
      state,
      tables: [ordersTable(state), intentsTable(state), offshoreTable(state)],
      warnings: differs(onshore, state) ? [warning('trades-changed', text, { tab: dailyTrades.name })] : [],
    },
  );
}

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

function offshoreMails({ settings }: DayInputs, { offshore, tradeDate }: OpenDay): readonly KeyedMail[] {
  if (offshore.length === 0) return [];
  const { offshoreEmails, offshoreLanguage, deskName, traderEmails } = settings;
  const message = offshoreMail({
    to: offshoreEmails,
    language: offshoreLanguage,
    tradeDate,
    deskName,
    copy: traderEmails,
    orders: offshore,
  });
  const key = offshore.map((order) => `${intentKey(order)}=${order.amount}`).join(' ');
  return [{ key: `${tradeDate} offshore ${key}`, message }];
}
