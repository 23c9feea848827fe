// Morning: opens the trade date, checks the trades, freezes what each fund wants and tells the brokers what to work.

import type { Problem } from '../domain/problem';
import { dateOf, type IsoDate } from '../domain/stamp';
import type { Intent, Trade } from '../domain/trade';
import { msg } from '../language/message';
import { offshoreMail } from '../messages/offshore';
import { offshoreOrders, orderIntents } from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { checkBrokers, checkMarketOpen, checkQuotes, checkTradingDay } from './checks/dayChecks';
import { type AcceptedTrade, checkTrades } from './checks/tradeChecks';
import { changedBooks } from './day/brokerBooks';
import type { DayInputs } from './day/inputs';
import { amounting, counted, type KeyedMail, type Plan, refused } from './day/outcome';
import { fillsOf, freezeQuotes, instructionMails, instructionRows, liveQuotes } from './day/quotes';
import { type DayState, EMPTY_STATE, unfinishedDay } from './day/state';
import { intentsTable, offshoreTable, ordersTable } from './day/tables';
import { instruct } from './split/instruct';
import { standing } from './split/positions';

export function planInitialOrders(inputs: DayInputs): Plan {
  const tradeDate = dateOf(inputs.now);
  const opened = inputs.state.tradeDate === tradeDate;
  if (opened && fillsOf(inputs).length > 0) return alreadyTrading(inputs);
  const base = opened ? inputs.state : { ...EMPTY_STATE, tradeDate };
  const { onshore, offshore, problems: found } = checkTrades(inputs);
  const assets = [...new Set(onshore.map(({ trade }) => trade.asset))].sort();
  const problems = [
    ...checkTradingDay(inputs),
    ...checkMarketOpen(inputs),
    ...found,
    ...checkBrokers(inputs),
    ...checkQuotes(inputs, assets),
    ...unfinished(inputs.state, tradeDate),
  ];
  if (problems.some(({ severity }) => severity === 'error')) return refused(problems);

  const intents = freeze(inputs, base, onshore, tradeDate, null);
  const frozen: DayState = {
    ...base,
    intents,
    offshore: sortedTrades(offshore),
    quotes: freezeQuotes({ ...inputs, state: base }, notFrozen(base, assets), 'initial'),
  };
  const news = instructOpening({ ...inputs, state: base }, frozen, assets);
  const state = { ...frozen, instructions: [...base.instructions, ...news] };
  const mails = [
    ...instructionMails({ ...inputs, state: base }, 'opening', news),
    ...offshoreMails(inputs, base, state, tradeDate),
  ];
  const changed = intents.filter((intent) => !base.intents.includes(intent));
  const offshoreChanged = JSON.stringify(base.offshore) !== JSON.stringify(state.offshore);
  const rows = [
    ...(changed.length > 0 ? [saveRows('order_intents', orderIntents, changed)] : []),
    ...instructionRows(news),
    ...(offshoreChanged && state.offshore.length > 0
      ? [
          saveRows(
            'offshore_orders',
            offshoreOrders,
            state.offshore.map((trade) => ({ ...trade, tradeDate })),
          ),
        ]
      : []),
  ];
  const caps = news.reduce((sum, { cap }) => sum + cap, 0);
  return {
    kind: 'outcome',
    outcome: {
      stage: 'initial',
      scope: 'all',
      tradeDate,
      state,
      tables: [ordersTable(state), intentsTable(state), offshoreTable(state)],
      brokerBooks: changedBooks(inputs, state),
      rows,
      files: [],
      mails,
      warnings: problems,
      summary: {
        headline:
          news.length === 0 && mails.length === 0
            ? msg('the orders of {date} are out already; nothing changed', { date: tradeDate })
            : msg(
                '{n} {n|instruction|instructions} over {money} for {n2} {n2|intent|intents}, {n3} offshore {n3|order|orders}',
                { n: news.length, money: caps, n2: intents.length, n3: state.offshore.length },
              ),
        facts: [
          { label: msg('ETFs'), value: counted(assets.length) },
          { label: msg('intents'), value: counted(intents.length) },
          { label: msg('instructions'), value: counted(news.length) },
          { label: msg('notional'), value: amounting(caps) },
          { label: msg('offshore orders'), value: counted(state.offshore.length) },
        ],
      },
    },
  };
}

const notFrozen = ({ quotes }: DayState, assets: readonly string[]): readonly string[] =>
  assets.filter((asset) => !quotes.some((quote) => quote.asset === asset));

/** After the first fill the intents stand; only an amendment, with its reason, changes them. */
function alreadyTrading(inputs: DayInputs): Plan {
  const { state } = inputs;
  const text =
    'the day has fills, so the orders stand as they are; use Trading > Amend an order to change one';
  return {
    kind: 'outcome',
    outcome: {
      stage: 'initial',
      scope: 'all',
      tradeDate: state.tradeDate ?? '',
      state,
      tables: [ordersTable(state), intentsTable(state), offshoreTable(state)],
      brokerBooks: [],
      rows: [],
      files: [],
      mails: [],
      warnings: differs(inputs)
        ? [{ severity: 'warning', code: 'trades-changed', tab: 'daily-trades', cell: null, text }]
        : [],
      summary: {
        headline: msg('the orders of {date} are out and being filled; nothing changed', {
          date: state.tradeDate ?? '',
        }),
        facts: [],
      },
    },
  };
}

function differs(inputs: DayInputs): boolean {
  const { onshore } = checkTrades(inputs);
  const print = (rows: readonly (Intent | Trade)[]): string =>
    rows
      .map(({ cnpj, asset, side, strategy, amount }) => [cnpj, asset, side, strategy, amount].join('/'))
      .sort()
      .join('\n');
  return (
    print(onshore.map(({ trade }) => trade)) !==
    print(inputs.state.intents.filter(({ amount }) => amount > 0))
  );
}

/** Yesterday's day that was never allocated is worth a word before a new one begins. */
function unfinished(state: DayState, tradeDate: IsoDate): readonly Problem[] {
  const day = unfinishedDay(state, tradeDate);
  if (day === null) return [];
  const text = `the day ${day} was never allocated completely; opening ${tradeDate} closes it as it is`;
  return [{ severity: 'warning', code: 'unfinished-day', tab: '_state', cell: null, text }];
}

const intentKey = ({ cnpj, asset, side, strategy }: Intent | Trade): string =>
  [cnpj, asset, side, strategy].join('/');

/** The trades as intents; one that was frozen with the same amount stays as it was, another is a new version. */
export function freeze(
  inputs: DayInputs,
  base: DayState,
  accepted: readonly AcceptedTrade[],
  tradeDate: IsoDate,
  reason: string | null,
): readonly Intent[] {
  const before = new Map(base.intents.map((intent) => [intentKey(intent), intent]));
  const amounts = new Map<string, { entry: AcceptedTrade; amount: number }>();
  for (const entry of accepted) {
    const key = intentKey(entry.trade);
    amounts.set(key, { entry, amount: entry.trade.amount + (amounts.get(key)?.amount ?? 0) });
  }
  return [...amounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { entry, amount }]) => {
      const known = before.get(key);
      if (known?.amount === amount) return known;
      const { cnpj, asset, side, strategy } = entry.trade;
      return {
        tradeDate,
        fund: entry.fund.fund,
        cnpj,
        asset,
        side,
        strategy,
        amount,
        version: (known?.version ?? 0) + 1,
        frozenAt: inputs.now,
        reason,
        approvedBy: inputs.user,
      };
    });
}

function instructOpening(inputs: DayInputs, frozen: DayState, assets: readonly string[]) {
  const quotes = liveQuotes(inputs);
  const known = inputs.state.instructions.map(({ asset }) => asset);
  return instruct({
    tradeDate: frozen.tradeDate ?? '',
    now: inputs.now,
    user: inputs.user,
    state: frozen,
    standing: standing(frozen, [], quotes, inputs.settings.weighting),
    quotes,
    etfs: inputs.etfs.rows.map(({ value }) => value),
    brokers: inputs.brokers.rows.map(({ value }) => value),
    assets: [...new Set([...assets, ...known])].sort(),
    tolerance: 0,
    reprice: false,
  }).instructions;
}

const sortedTrades = (accepted: readonly AcceptedTrade[]): readonly Trade[] =>
  accepted
    .map(({ trade, fund }) => ({ ...trade, fund: fund.fund }))
    .sort((a, b) => (intentKey(a) < intentKey(b) ? -1 : 1));

function offshoreMails(
  inputs: DayInputs,
  base: DayState,
  state: DayState,
  tradeDate: IsoDate,
): readonly KeyedMail[] {
  const { offshoreEmails, offshoreLanguage, deskName, traderEmails } = inputs.settings;
  const orders = state.offshore;
  if (orders.length === 0 || JSON.stringify(base.offshore) === JSON.stringify(orders)) return [];
  const message = offshoreMail({
    to: offshoreEmails,
    language: offshoreLanguage,
    tradeDate,
    deskName,
    copy: traderEmails,
    orders,
  });
  const key = orders.map((order) => `${intentKey(order)}=${order.amount}`).join(' ');
  return [{ key: `${tradeDate} offshore ${key}`, message }];
}
