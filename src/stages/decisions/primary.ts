// Midday's decision, fund by fund: where it stands now, the units that are asked for and what they leave, and what one unit more or
// less would leave and cost. "Before" is how the day stands, as every screen says it; "after" is how it will once the plan is applied.
import type { Side } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import { shownStanding } from '../allocation/booked';
import { type OpenInputs, valuesOf } from '../day/inputs';
import { memberKey } from '../day/keys';
import { abroad, fundOf, heldOf, payable } from '../day/lookups';
import { liveQuotes } from '../day/quotes';
import type { OpenDay } from '../day/state';
import { shortFunds } from '../look/names';
import { bps, type Position, type Standing, type Target } from '../standing/positions';
import type { RequestRow } from '../units/requestRows';
import { overrideFor } from '../units/unitOverrides';
import { firmCaps, unitTerms } from '../units/unitRules';
import { anotherUnit, type Chosen } from './anotherUnit';
import { type DecisionTable, type Filled, tableOf } from './table';

const TITLES: Readonly<Record<Side, Message>> = {
  BUY: msg('Creations: buys by fund'),
  SELL: msg('Redemptions: sells by fund'),
};

/** A fund's request, between how it stands now and how it will. */
interface Asked {
  readonly row: RequestRow;
  readonly before: Position;
  readonly after: Position;
  readonly chosen: Chosen;
  /** Why no person can set units for it at all; null = one can. */
  readonly whyNone: Message | null;
}

/** @param rows all that the run decides, zero units too @param standing with these units */
export function primaryTables(
  inputs: OpenInputs,
  after: OpenDay,
  rows: readonly RequestRow[],
  standing: Standing,
): readonly DecisionTable[] {
  const isByHand = ({ row }: Asked): boolean => overrideFor(after, row) !== null;
  const asked = askedOf(inputs, rows, standing);
  return (['BUY', 'SELL'] as const).flatMap((side) =>
    tableOf(
      TITLES[side],
      columnsOf(inputs, side, standing),
      asked.filter(({ row }) => row.side === side).sort(byEtfAndSize),
      (own) => ({
        of: {
          ...{ cnpj: own.row.cnpj, asset: own.row.asset, side: own.row.side, units: own.row.units },
          // What was set before can be taken back, whatever came since.
          ...(own.whyNone === null || isByHand(own) ? {} : { whyNone: own.whyNone }),
        },
        isOdd: isByHand(own),
      }),
    ),
  );
}

function askedOf(inputs: OpenInputs, rows: readonly RequestRow[], standing: Standing): readonly Asked[] {
  const [known, planned] = [shownStanding(inputs), standing].map(
    ({ positions }) => new Map(positions.map((position) => [memberKey(position), position])),
  );
  const more = oneMore(inputs);
  return rows.flatMap((row): readonly Asked[] => {
    const [before, after] = [known?.get(memberKey(row)), planned?.get(memberKey(row))];
    if (before === undefined || after === undefined) return [];
    const { units, unitValue } = row;
    const noMore = more(before, units);
    const chosen = { units, unitValue, left: after.residual, noMore: noMore?.said ?? null };
    return [{ row, before, after, chosen, whyNone: noMore?.isAny === false ? noMore.said : null }];
  });
}

/** What keeps a fund from one more, and whether it may have any. */
interface NoMore {
  readonly said: Message;
  readonly isAny: boolean;
}

/** Why no person could set one unit more for a fund (`overrideUnits`); null = one could. */
function oneMore(inputs: OpenInputs): (target: Target, units: number) => NoMore | null {
  const etfs = new Map(valuesOf(inputs.etfs).map((etf) => [etf.asset, etf]));
  const quotes = liveQuotes(inputs);
  return (target, units) => {
    const code = target.asset;
    const [etf, quote] = [etfs.get(code), quotes.get(code)];
    if (etf === undefined || quote === undefined)
      return { said: msg('the iNAV of {code} is not known', { code }), isAny: true };
    const caps = firmCaps(inputs, target, unitTerms(inputs, etf, quote));
    const binding = caps.filter((cap) => cap.units <= units);
    const [first] = [...binding].sort((a, b) => a.units - b.units);
    return first === undefined ? null : { said: first.reason, isAny: first.units > 0 };
  };
}

const byEtfAndSize = ({ row: a }: Asked, { row: b }: Asked): number =>
  a.asset === b.asset ? b.target - a.target || (a.cnpj < b.cnpj ? -1 : 1) : a.asset < b.asset ? -1 : 1;

const BEFORE = msg('As it stands now, before this plan: the figure of status, orders and the sidebar');

const AFTER = msg(
  'Of the same fills, once units are decided: what units do for one fund leaves its shares to the others',
);

/** What decides comes first: a window of 1024 pixels shows it all, and how it came to be stands behind it. */
function columnsOf(inputs: OpenInputs, side: Side, standing: Standing): readonly Filled<Asked>[] {
  const short = shortFunds(inputs);
  const { costs, lefts } = anotherUnit<Asked>(inputs.settings);
  return [
    { label: msg('Fund'), kind: 'text', cell: ({ row }) => short(row.fund) },
    { label: msg('ETF'), kind: 'text', cell: ({ row }) => row.asset },
    {
      label: msg('Pro rata'),
      kind: 'decimal',
      cell: ({ row: { proRataUnits } }) => (proRataUnits === null ? null : hundredths(proRataUnits)),
    },
    { label: msg('Units'), kind: 'count', cell: ({ row }) => row.units, adds: true },
    ...costs,
    // Neither adds up: what one fund lacks and what another has too much never net out.
    { label: msg('Open before'), kind: 'money', help: BEFORE, cell: ({ before }) => before.residual },
    { label: msg('Open after'), kind: 'money', help: AFTER, cell: ({ after }) => after.residual },
    { label: msg('bps'), kind: 'bps', cell: ({ after }) => bps(after.residual, after.amount) },
    meansOf(inputs, side, standing),
    { label: msg('Value'), kind: 'money', cell: ({ row }) => row.value, adds: true },
    ...lefts,
    ...courseOf(standing),
  ];
}

/** What it costs a buyer, and what a seller still holds. */
function meansOf(inputs: OpenInputs, side: Side, { positions }: Standing): Filled<Asked> {
  if (side === 'SELL')
    return { label: msg('Shares left'), kind: 'count', cell: ({ after }) => sharesLeft(inputs, after) };
  const spent = spentByFund(positions);
  return {
    label: msg('Cash left'),
    kind: 'money',
    cell: ({ row: { cnpj } }) => cashLeft(inputs, cnpj, spent.get(cnpj) ?? 0),
  };
}

/** What was asked and done so far, and why it is so many units. */
function courseOf({ positions }: Standing): readonly Filled<Asked>[] {
  const givenBack: Filled<Asked> = {
    label: msg('Given back'),
    kind: 'money',
    cell: ({ before }) => before.opposite,
    adds: true,
  };
  return [
    { label: msg('Target'), kind: 'money', cell: ({ before }) => before.amount, adds: true },
    {
      label: msg('Executed before'),
      kind: 'money',
      help: BEFORE,
      cell: ({ before }) => before.executed,
      adds: true,
    },
    ...(positions.some(({ opposite }) => opposite !== 0) ? [givenBack] : []),
    {
      label: msg('Executed after'),
      kind: 'money',
      help: AFTER,
      cell: ({ after }) => after.executed,
      adds: true,
    },
    {
      label: msg('Why'),
      kind: 'sentence',
      cell: ({ row: { reasons } }) => msg('{saids}', { saids: reasons }),
    },
  ];
}

const hundredths = (n: number): number => Math.round(n * 100) / 100;

/** What each fund bought and asked for, less what it had of it already. */
function spentByFund(positions: readonly Position[]): ReadonlyMap<string, number> {
  const spent = new Map<string, number>();
  for (const { cnpj, side, primary, executed, opposite } of positions)
    if (side === 'BUY') spent.set(cnpj, (spent.get(cnpj) ?? 0) + primary + executed - opposite);
  return spent;
}

/** Once all that the fund bought and asked for is paid; null where its cash is not known. */
function cashLeft(inputs: OpenInputs, cnpj: string, spent: number): number | null {
  const cash = payable(inputs, fundOf(inputs, cnpj));
  return cash === null ? null : cash - spent - abroad(inputs, cnpj);
}

function sharesLeft(inputs: OpenInputs, position: Position): number | null {
  const held = heldOf(inputs, position);
  return held === undefined ? null : held - position.unitShares - position.shares + position.oppositeShares;
}
