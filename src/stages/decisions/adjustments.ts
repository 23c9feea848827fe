// A round's decision: what each fund still trades and why, and what would be left of it without trading.
import type { Side } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import type { OpenDay } from '../day/state';
import type { UnreadRow } from '../split/adjustmentRows';
import type { Call, Demand } from '../split/demands';
import { memberKey } from '../split/keys';
import { capTables } from './caps';
import { type DecisionTable, type Filled, tableOf, tenths } from './table';

/** A fund's row with what it is asked to trade; null = nothing. */
interface Asked {
  readonly row: UnreadRow;
  readonly call: Call | null;
}

const NAMED: readonly Filled<Asked>[] = [
  { label: msg('Fund'), kind: 'text', cell: ({ row }) => row.fund },
  { label: msg('ETF'), kind: 'text', cell: ({ row }) => row.asset },
  { label: msg('Order side'), kind: 'side', cell: ({ row }) => row.side },
];
const STANDS: readonly Filled<Asked>[] = [
  { label: msg('Target'), kind: 'money', cell: ({ row }) => row.target, adds: true },
  { label: msg('Executed'), kind: 'money', cell: ({ row }) => row.executed, adds: true },
  { label: msg('Given back'), kind: 'money', cell: ({ row }) => row.opposite, adds: true },
  { label: msg('Primary'), kind: 'money', cell: ({ row }) => row.primary, adds: true },
];
const LEFT: readonly Filled<Asked>[] = [
  { label: msg('Left without trading'), kind: 'money', cell: ({ row }) => row.difference, adds: true },
  { label: msg('bps'), kind: 'decimal', cell: ({ row }) => tenths(row.differenceBps) },
];

const TRADES: readonly Filled<Asked>[] = [
  ...NAMED,
  { label: msg('Trades'), kind: 'money', cell: ({ call }) => call?.amount ?? 0, adds: true },
  ...LEFT,
  { label: msg('Why'), kind: 'sentence', cell: whyTrades },
  ...STANDS,
];
const STAYS: readonly Filled<Asked>[] = [
  ...NAMED,
  ...LEFT,
  { label: msg('Why'), kind: 'sentence', cell: ({ row }) => row.next },
  ...STANDS,
];

/** An order goes on, or the fund gives back on the other side what it is over. */
function whyTrades({ row, call }: Asked): Message {
  return call?.side === row.side
    ? msg('its order goes on: less is done than asked')
    : msg('gives back what it is over');
}

const TITLES: Readonly<Record<Side, Message>> = {
  BUY: msg('Buys by fund'),
  SELL: msg('Sells by fund'),
};

/** @param rows of the tab adjustments, totals among them */
export function adjustmentDecisions(
  before: OpenDay,
  after: OpenDay,
  rows: readonly UnreadRow[],
  demands: readonly Demand[],
): readonly DecisionTable[] {
  const calls = new Map(
    demands.flatMap((demand) => demand.calls.map((call) => [memberKey(call.position), call] as const)),
  );
  const asked = rows
    .filter(({ level }) => level === 'fund')
    .map((row): Asked => ({ row, call: calls.get(memberKey({ ...row, cnpj: row.cnpj ?? '' })) ?? null }))
    .sort((a, b) => Math.abs(b.row.difference) - Math.abs(a.row.difference) || byName(a, b));
  return [
    ...(['BUY', 'SELL'] as const).flatMap((side) =>
      tableOf(
        TITLES[side],
        TRADES,
        asked.filter(({ call }) => call?.side === side),
      ),
    ),
    ...tableOf(
      msg('Funds that trade nothing more'),
      STAYS,
      asked.filter(({ call }) => call === null),
    ),
    ...capTables(before, after),
  ];
}

const byName = ({ row: a }: Asked, { row: b }: Asked): number => {
  const [one, other] = [a, b].map(({ asset, side, cnpj }) => `${asset}/${side}/${cnpj ?? ''}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
};
