// Midday's decision, fund by fund: what is open, the units that are asked for, what one more or less would leave and cost.
import type { Side } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import type { OpenInputs } from '../day/inputs';
import { fundOf, heldOf, payable } from '../day/known';
import type { OpenDay } from '../day/state';
import { memberKey } from '../split/keys';
import type { Position, Standing } from '../split/positions';
import type { RequestRow } from '../split/requestRows';
import { overrideFor } from '../split/unitOverrides';
import { anotherUnit } from './anotherUnit';
import { capTables } from './caps';
import { type DecisionTable, type Filled, tableOf, tenths } from './table';

const TITLES: Readonly<Record<Side, Message>> = {
  BUY: msg('Creations: buys by fund'),
  SELL: msg('Redemptions: sells by fund'),
};

/** @param rows all that the run decides, zero units too @param standing with these units */
export function primaryTables(
  inputs: OpenInputs,
  after: OpenDay,
  rows: readonly RequestRow[],
  standing: Standing,
): readonly DecisionTable[] {
  const isByHand = (row: RequestRow): boolean => overrideFor(after, row) !== null;
  const decisions = (['BUY', 'SELL'] as const).flatMap((side) =>
    tableOf(
      TITLES[side],
      columnsOf(inputs, side, standing),
      rows.filter((row) => row.side === side).sort(byEtfAndSize),
      (row) => ({ of: { cnpj: row.cnpj, asset: row.asset, side: row.side }, isOdd: isByHand(row) }),
    ),
  );
  return [...decisions, ...capTables(inputs.state, after)];
}

const byEtfAndSize = (a: RequestRow, b: RequestRow): number =>
  a.asset === b.asset ? b.target - a.target || (a.cnpj < b.cnpj ? -1 : 1) : a.asset < b.asset ? -1 : 1;

function columnsOf(inputs: OpenInputs, side: Side, { positions }: Standing): readonly Filled<RequestRow>[] {
  const own = new Map(positions.map((position) => [memberKey(position), position]));
  const spent = spentByFund(positions);
  const means: Filled<RequestRow> =
    side === 'BUY'
      ? {
          label: msg('Cash left'),
          kind: 'money',
          cell: ({ cnpj }) => cashLeft(inputs, cnpj, spent.get(cnpj) ?? 0),
        }
      : {
          label: msg('Shares left'),
          kind: 'count',
          cell: (row) => sharesLeft(inputs, own.get(memberKey(row))),
        };
  return [
    { label: msg('Fund'), kind: 'text', cell: ({ fund }) => fund },
    { label: msg('ETF'), kind: 'text', cell: ({ asset }) => asset },
    { label: msg('Units'), kind: 'count', cell: ({ units }) => units, adds: true },
    {
      label: msg('Pro rata'),
      kind: 'decimal',
      cell: ({ proRataUnits }) => (proRataUnits === null ? null : hundredths(proRataUnits)),
    },
    { label: msg('Value'), kind: 'money', cell: ({ value }) => value, adds: true },
    {
      label: msg('Open before'),
      kind: 'money',
      cell: ({ target, executed }) => target - executed,
      adds: true,
    },
    { label: msg('Open after'), kind: 'money', cell: ({ residual }) => residual, adds: true },
    { label: msg('bps'), kind: 'decimal', cell: ({ residualBps }) => tenths(residualBps) },
    ...anotherUnit(inputs.settings),
    means,
    { label: msg('Target'), kind: 'money', cell: ({ target }) => target, adds: true },
    { label: msg('Executed'), kind: 'money', cell: ({ executed }) => executed, adds: true },
    { label: msg('Why'), kind: 'sentence', cell: ({ reasons }) => msg('{saids}', { saids: reasons }) },
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
  return cash === null ? null : cash - spent;
}

function sharesLeft(inputs: OpenInputs, position: Position | undefined): number | null {
  const held = position && heldOf(inputs, position);
  if (position === undefined || held === undefined) return null;
  return held - position.unitShares - position.shares + position.oppositeShares;
}
