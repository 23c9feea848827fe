// End of the day: gives every executed share to a fund, exactly and at fair prices, proves that what was allocated is
// what was executed, and tells each broker its part.
import { type Broker, exchangeCode } from '../domain/broker';
import { session } from '../domain/calendar';
import type { Problem } from '../domain/problem';
import { dateOf, type IsoDate } from '../domain/stamp';
import { type Message, msg } from '../language/message';
import { allocationMail } from '../messages/allocation';
import { csv } from '../messages/csv';
import { summaryMail } from '../messages/summary';
import { allocationLines, type LineRow } from '../sheets/lines';
import {
  type AllocationRow,
  allocation,
  type BrokerOrderRow,
  brokerOrders,
  executions,
  marketData,
} from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { printTable } from '../sheets/write';
import { checkWorking } from './checks/dayChecks';
import { allocatedBooks } from './day/brokerBooks';
import { type DayInputs, find, valuesOf } from './day/inputs';
import {
  counted,
  type Fact,
  type KeyedMail,
  type OutputFile,
  type Plan,
  refused,
  type Summary,
} from './day/outcome';
import {
  fillsOf,
  fillWarnings,
  frozenQuotes,
  isAfterClose,
  officialNav,
  requireUnallocatedDay,
} from './day/quotes';
import { type DayState, unfinishedDay } from './day/state';
import { type Reasoned, withReasons } from './day/tables';
import { allocationRows } from './split/allocationRows';
import { brokerOrderRows, nameOf } from './split/brokerOrderRows';
import { type Line, linesOf, reconcile } from './split/lines';
import { memberKey, type ShareLimits, type Standing, standing, targetsOf } from './split/positions';

export function planFinalAllocation(inputs: DayInputs, fingerprint: (text: string) => string): Plan {
  const closed = requireUnallocatedDay(inputs);
  if (closed) return closed;
  const late = unfinishedDay(inputs.state, dateOf(inputs.now));
  if (late === null && !isAfterClose(inputs)) return refused([marketOpen(inputs)]);
  const gone = checkWorking(inputs, inputs.state.tradeDate ?? '');
  if (gone.length > 0) return refused(gone);

  const { state, settings } = inputs;
  const fills = fillsOf(inputs).filter(({ status }) => status !== 'BUSTED');
  const split = standing(state, fills, frozenQuotes(state), settings.weighting, shareLimits(inputs));
  const lines = linesOf(split);
  const broken = reconcile(split, lines);
  if (broken.length > 0) return refused(broken);

  const missing = whatIsMissing(inputs, split);
  const complete = missing.length === 0;
  const mark = fingerprint(JSON.stringify([lines, missing]));
  const version =
    state.allocation?.fingerprint === mark ? state.allocation.version : (state.allocation?.version ?? 0) + 1;
  const isNew = version !== state.allocation?.version;
  const tradeDate = state.tradeDate ?? '';
  const rows = allocationRows(inputs, split, lines, version);
  const orders = brokerOrderRows(inputs, lines);
  const files = brokerFiles(inputs, orders);
  const told = [...new Set([...toldBefore(state), ...files.map(({ folder }) => folder)])].sort();
  const after: DayState = isNew
    ? { ...state, allocation: { version, fingerprint: mark, complete, missing, told } }
    : state;
  const shares = fills.reduce((sum, { quantity }) => sum + quantity, 0);
  const figures = { n: shares, n2: fills.length, n3: lines.length, n4: version };
  const said =
    version > 1
      ? msg(
          '{n} {n|share|shares} in {n2} {n2|fill|fills} allocated in {n3} {n3|line|lines}, version {n4} REPLACES {n5}',
          { ...figures, n5: version - 1 },
        )
      : msg(
          '{n} {n|share|shares} in {n2} {n2|fill|fills} allocated in {n3} {n3|line|lines}, version {n4}',
          figures,
        );
  const headline = !isNew
    ? msg('the allocation of {date} stands as version {n}; nothing changed', { date: tradeDate, n: version })
    : complete
      ? msg('COMPLETE: {said}', { said })
      : msg('PENDING: {said}', { said });
  const summary: Summary = {
    headline,
    facts: [
      {
        label: msg('state'),
        value: complete ? msg('COMPLETE') : msg('PENDING: {saids}', { saids: missing }),
      },
      { label: msg('fills'), value: counted(fills.length) },
      { label: msg('shares'), value: counted(shares) },
      { label: msg('lines'), value: counted(lines.length) },
      { label: msg('version'), value: counted(version) },
      ...fairness(rows),
    ],
  };
  const warnings = [...(late === null ? [] : [lateDay(late)]), ...fillWarnings(inputs)];
  const quotes = valuesOf(inputs.quotes).map((quote) => ({
    ...quote,
    officialNav: officialNav(inputs, quote),
  }));
  return {
    kind: 'outcome',
    outcome: {
      stage: 'final',
      scope: 'all',
      tradeDate,
      state: after,
      tables: [
        printTable(allocation, withReasons(rows, settings.deskLanguage)),
        printTable(brokerOrders, orders),
      ],
      brokerBooks: isNew ? allocatedBooks(inputs, after, orders) : [],
      rows: isNew
        ? [
            saveRows('allocation_rows', allocation, withReasons(rows, 'en')),
            saveRows('broker_order_rows', brokerOrders, orders),
            saveRows(
              'allocation_lines',
              allocationLines,
              lines.map((line) => lineRow(inputs, line)),
            ),
            saveRows('fills', executions, fillsOf(inputs)),
            saveRows('quotes', marketData, quotes),
          ]
        : [],
      files: isNew ? files : [],
      mails: isNew ? finalMails(inputs, orders, files, version, summary, warnings) : [],
      warnings,
      summary,
    },
  };
}

/** The fund whose price is furthest from its pool's, in BRL and bps. */
function fairness(rows: readonly Reasoned<AllocationRow>[]): readonly Fact[] {
  const [worst] = rows.slice().sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation));
  if (!worst) return [];
  const { deviation: money, fund, side, asset: code } = worst;
  const decimal = Math.round(worst.deviationBps * 10_000) / 10_000;
  const value = msg('{money} ({decimal} bps): {fund}, {side} {code}', { money, decimal, fund, side, code });
  return [{ label: msg('furthest from the pool price'), value }];
}

const lineRow = (inputs: DayInputs, { fill, cnpj, shares }: Line): LineRow => {
  const { fillId, asset, side, broker, price } = fill;
  return { fillId, asset, side, broker, cnpj, fund: nameOf(inputs, cnpj), shares, price };
};

/** The post-trade system tells of today alone. */
const lateDay = (day: IsoDate): Problem => ({
  severity: 'warning',
  code: 'late-day',
  tab: executions.name,
  cell: null,
  text: `the fills of ${day} are those that were fetched on that day; compare them with the brokers’ before this goes out`,
});

function marketOpen(inputs: DayInputs): Problem {
  const hours = session(dateOf(inputs.now), inputs.holidays);
  const text = `the market is open until ${hours?.callEnd}; run the final allocation after that`;
  return { severity: 'error', code: 'market-open', tab: null, cell: null, text };
}

/** Hard limits: sellers by what they hold less what redemptions take. Bought shares are bought: cash is no limit here. */
function shareLimits(inputs: DayInputs): ShareLimits {
  const units = new Map(
    inputs.state.units.map((unit) => [
      memberKey(unit.cnpj, unit.asset, unit.side),
      unit.units * unit.sharesPerUnit,
    ]),
  );
  return new Map(
    targetsOf(inputs.state)
      .filter(({ side }) => side === 'SELL')
      .flatMap(({ cnpj, asset, side }) => {
        const held = find(inputs.holdings, (holding) => holding.cnpj === cnpj && holding.asset === asset);
        const key = memberKey(cnpj, asset, side);
        return held ? [[key, Math.max(0, held.shares - (units.get(key) ?? 0))] as const] : [];
      }),
  );
}

/** What keeps the day from being COMPLETE; residuals never do. */
function whatIsMissing(inputs: DayInputs, { pools }: Standing): readonly Message[] {
  const pending = fillsOf(inputs).filter(({ status }) => status === 'PENDING').length;
  const excess = pools.filter((pool) => pool.excess > 0);
  return [
    ...(pending > 0 ? [msg('{n} {n|fill is|fills are} PENDING', { n: pending })] : []),
    ...excess.map(({ asset: code, side, excess: n }) =>
      msg(
        '{n} {n|share|shares} of {side} {code} {n|fits|fit} no fund and {n|stands|stand} on the error account',
        { n, side, code },
      ),
    ),
  ];
}

/** One CSV a broker, as its back office reads it. */
function brokerFiles(inputs: DayInputs, orders: readonly BrokerOrderRow[]): readonly OutputFile[] {
  const header = [
    'trade_date',
    'asset',
    'side',
    'asset_amount',
    'exchange_code',
    'fund',
    'cnpj',
    'average_price',
  ];
  return brokersInOrder(inputs).flatMap((broker) => {
    const own = orders.filter(({ exchangeCode: code }) => code === exchangeCode(broker));
    // Who was told of shares that are gone has to hear that nothing is left.
    if (own.length === 0 && !toldBefore(inputs.state).includes(broker.name)) return [];
    const rows = own.map((row) => [
      row.tradeDate,
      row.asset,
      row.side,
      String(row.assetAmount),
      row.exchangeCode,
      row.fund,
      row.cnpj ?? '',
      row.averagePrice.toFixed(8),
    ]);
    const name = `aloc_trading_${inputs.state.tradeDate}.csv`;
    return [{ folder: broker.name, name, content: csv(header, rows) }];
  });
}

const toldBefore = ({ allocation: before }: DayState): readonly string[] => before?.told ?? [];

const brokersInOrder = (inputs: DayInputs): readonly Broker[] =>
  valuesOf(inputs.brokers)
    .slice()
    .sort((a, b) => (a.name < b.name ? -1 : 1));

function finalMails(
  inputs: DayInputs,
  orders: readonly BrokerOrderRow[],
  files: readonly OutputFile[],
  version: number,
  summary: Summary,
  warnings: readonly Problem[],
): readonly KeyedMail[] {
  const { deskName, traderEmails, deskLanguage } = inputs.settings;
  const tradeDate = inputs.state.tradeDate ?? '';
  const toBrokers = brokersInOrder(inputs).flatMap((broker) => {
    const attachment = files.find(({ folder }) => folder === broker.name);
    if (!attachment) return [];
    const lines = orders
      .filter(({ exchangeCode: code }) => code === exchangeCode(broker))
      .map((row) => ({
        asset: row.asset,
        side: row.side,
        shares: row.assetAmount,
        fund: row.fund,
        cnpj: row.cnpj ?? '',
        averagePrice: row.averagePrice,
      }));
    const message = allocationMail({
      broker,
      tradeDate,
      deskName,
      copy: traderEmails,
      version,
      lines,
      attachment,
    });
    return [{ key: `${tradeDate} allocation ${broker.name} v${version}`, message }];
  });
  if (traderEmails.length === 0) return toBrokers;
  const message = summaryMail({
    to: traderEmails,
    language: deskLanguage,
    deskName,
    tradeDate,
    headline: summary.headline,
    facts: summary.facts,
    problems: [],
    warnings: warnings.map((warning) => ({ ...warning, tab: null, cell: null })),
  });
  return [...toBrokers, { key: `${tradeDate} allocation traders v${version}`, message }];
}
