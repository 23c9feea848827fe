// End of the day: gives every executed share to a fund, exactly and at fair prices, proves that what was allocated is
// what was executed, and tells each broker its part.
import { error, type Problem, warning } from '../domain/problem';
import type { IsoDate } from '../domain/stamp';
import { type Message, msg } from '../language/message';
import { allocationLines, type LineRow } from '../sheets/lines';
import { type AllocationRow, allocation, brokerOrders, executions, marketData } from '../sheets/tabs';
import { saveRows, type WarehouseRows } from '../sheets/warehouse';
import { printTable, type TableCells } from '../sheets/write';
import { checkWorking } from './checks/brokers';
import { fillWarnings } from './checks/fills';
import { unallocatedDay } from './checks/gates';
import { completeness, leftDay, partsOf } from './completeness';
import { allocatedBooks } from './day/brokerBooks';
import { countedFills, fillsOf } from './day/fills';
import { type DayInputs, type OpenInputs, valuesOf } from './day/inputs';
import { stillTrading } from './day/moments';
import { counted, decided, type Fact, fact, type Plan, refused, type Summary } from './day/outcome';
import { officialNav } from './day/quotes';
import type { AllocationMark, OpenDay } from './day/state';
import { type Reasoned, withReasons } from './day/tables';
import { allocationRows } from './split/allocationRows';
import { brokerFiles, toldBefore } from './split/brokerFiles';
import { brokerOrderRows, nameOf, openShares } from './split/brokerOrderRows';
import { dayStanding } from './split/dayStanding';
import { finalMails } from './split/finalMails';
import { type Line, linesOf, reconcile } from './split/lines';
import type { Standing } from './split/positions';

export function planFinalAllocation(asked: DayInputs, fingerprint: (text: string) => string): Plan {
  const gate = unallocatedDay(asked);
  if (gate.kind === 'refused') return gate;
  const { inputs } = gate;
  const late = leftDay(inputs);
  const trading = late === null ? stillTrading(inputs) : null;
  if (trading !== null) return refused([error('market-open', trading)]);
  const gone = checkWorking(inputs, inputs.state.tradeDate);
  if (gone.length > 0) return refused(gone);

  const split = dayStanding(inputs);
  const { fillLines: prefer, fillLinesBound: bound } = inputs.settings;
  const lines = linesOf(split, { prefer, bound });
  const broken = reconcile(split, lines);
  if (broken.length > 0) return refused(broken);

  const { allocation: before } = inputs.state;
  const mark = fingerprint(JSON.stringify(lines));
  const isNew = before?.fingerprint !== mark;
  const version = isNew ? (before?.version ?? 0) + 1 : before.version;
  const rows = allocationRows(inputs, split, lines, version);
  const orders = brokerOrderRows(inputs, lines);
  const open = openShares(lines);
  const files = brokerFiles(inputs, orders, open);
  const told = isNew
    ? [...new Set([...toldBefore(inputs.state), ...files.map(({ folder }) => folder)])].sort()
    : before.told;
  const marked = {
    version,
    fingerprint: mark,
    told,
    parts: partsOf(fillsOf(inputs)),
    unplaced: unplacedIn(split),
  };
  const allocated = { ...inputs.state, allocation: { ...marked, complete: false } };
  const missing = completeness({ ...inputs, state: allocated }).map(({ text }) => text);
  const next: AllocationMark = { ...marked, complete: missing.length === 0 };
  const after: OpenDay = { ...inputs.state, allocation: next };
  const warnings = [...(late === null ? [] : [lateDay(late)]), ...fillWarnings(inputs)];
  const summary = summaryOf(inputs, { isNew, version, missing, lines, rows });
  const common = {
    stage: 'final',
    state: after,
    tables: [
      printTable(allocation, withReasons(rows, inputs.settings.deskLanguage)),
      printTable(brokerOrders, orders),
    ],
    // Also of an allocation that stands: whoever ran it may not have been able to put them into Drive.
    files,
    warnings,
    summary,
  } as const;
  if (!isNew) return decided(common);
  return decided({
    ...common,
    brokerBooks: allocatedBooks(inputs, after, orders),
    rows: [
      saveRows('allocation_rows', allocation, withReasons(rows, 'en')),
      saveRows('broker_order_rows', brokerOrders, orders),
      ...proofRows(inputs, lines),
    ],
    mails: finalMails(inputs, { orders, open, files, version, summary, warnings }),
  });
}

/**
 * The allocation as it stands, printed anew: once the official NAV is known it shows the residual at it. Nothing where fills or
 * split are no longer those that were allocated.
 */
export function standingAllocation(
  inputs: OpenInputs,
  fingerprint: (text: string) => string,
): readonly TableCells[] {
  const { allocation: mark } = inputs.state;
  const split = dayStanding(inputs);
  const lines = linesOf(split);
  if (mark?.fingerprint !== fingerprint(JSON.stringify(lines))) return [];
  const rows = allocationRows(inputs, split, lines, mark.version);
  return [printTable(allocation, withReasons(rows, inputs.settings.deskLanguage))];
}

/** What the allocation can be counted again from: its lines, the fills and what the ETFs were worth. */
function proofRows(inputs: OpenInputs, lines: readonly Line[]): readonly WarehouseRows[] {
  const quotes = valuesOf(inputs.quotes).map((quote) => ({
    ...quote,
    officialNav: officialNav(inputs, quote),
  }));
  return [
    saveRows(
      'allocation_lines',
      allocationLines,
      lines.map((line) => lineRow(inputs, line)),
    ),
    saveRows('fills', executions, fillsOf(inputs)),
    saveRows('quotes', marketData, quotes),
  ];
}

interface Allocated {
  readonly isNew: boolean;
  readonly version: number;
  readonly missing: readonly Message[];
  readonly lines: readonly Line[];
  readonly rows: readonly Reasoned<AllocationRow>[];
}

function summaryOf(inputs: OpenInputs, { isNew, version, missing, lines, rows }: Allocated): Summary {
  const complete = missing.length === 0;
  const fills = countedFills(inputs);
  const shares = fills.reduce((sum, { quantity }) => sum + quantity, 0);
  const said = allocatedSaid(shares, fills.length, lines.length, version);
  const fresh = complete ? msg('COMPLETE: {said}', { said }) : msg('PENDING: {said}', { said });
  return {
    headline: isNew
      ? fresh
      : msg('the allocation of {date} stands as version {n}; nothing changed', {
          date: inputs.state.tradeDate,
          n: version,
        }),
    facts: [
      fact(msg('state'), complete ? msg('COMPLETE') : msg('PENDING: {saids}', { saids: missing })),
      fact(msg('fills'), counted(fills.length)),
      fact(msg('shares'), counted(shares)),
      fact(msg('lines'), counted(lines.length)),
      fact(msg('version'), counted(version)),
      ...fairness(rows),
    ],
  };
}

function allocatedSaid(shares: number, fills: number, lines: number, version: number): Message {
  const figures = { n: shares, n2: fills, n3: lines, n4: version };
  return version > 1
    ? msg(
        '{n} {n|share|shares} in {n2} {n2|fill|fills} allocated in {n3} {n3|line|lines}, version {n4} REPLACES {n5}',
        { ...figures, n5: version - 1 },
      )
    : msg(
        '{n} {n|share|shares} in {n2} {n2|fill|fills} allocated in {n3} {n3|line|lines}, version {n4}',
        figures,
      );
}

/** The fund whose price is furthest from its pool's, in BRL and bps. */
function fairness(rows: readonly Reasoned<AllocationRow>[]): readonly Fact[] {
  const [worst] = rows.slice().sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation));
  if (!worst) return [];
  const { deviation: money, fund, side, asset: code } = worst;
  const decimal = Math.round(worst.deviationBps * 10_000) / 10_000;
  const value = msg('{money} ({decimal} bps): {fund}, {side} {code}', { money, decimal, fund, side, code });
  return [fact(msg('furthest from the pool price'), value)];
}

const lineRow = (inputs: DayInputs, { fill, cnpj, shares }: Line): LineRow => {
  const { fillId, asset, side, broker, price } = fill;
  return { fillId, asset, side, broker, cnpj, fund: nameOf(inputs, cnpj), shares, price };
};

/** The post-trade system tells of today alone. */
const lateDay = (date: IsoDate): Problem =>
  warning(
    'late-day',
    msg(
      'the fills of {date} are those that were fetched on that day; compare them with the brokers’ before this goes out',
      { date },
    ),
    { tab: executions.name },
  );

const unplacedIn = ({ pools }: Standing): AllocationMark['unplaced'] =>
  pools.flatMap(({ asset, side, excess: shares }) => (shares > 0 ? [{ asset, side, shares }] : []));
