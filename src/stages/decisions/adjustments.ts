// A round's decision: what each fund still trades and why, what would be left of it without trading, and how it stands now, as every
// screen says it: units count there at the iNAV before the round.
import type { Side } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import { shownStanding } from '../allocation/booked';
import type { Call, Demand } from '../caps/demands';
import type { OpenInputs } from '../day/inputs';
import { memberKey } from '../day/keys';
import type { OpenDay } from '../day/state';
import type { UnreadRow } from '../look/adjustmentRows';
import { shortFunds } from '../look/names';
import type { Position } from '../standing/positions';
import { capTables } from './caps';
import { type DecisionTable, type Filled, tableOf } from './table';

/** A fund's row with what it is asked to trade; null = nothing. */
interface Asked {
  readonly row: UnreadRow;
  /** What a screen calls its fund. */
  readonly name: string;
  readonly call: Call | null;
  /** Before the round. */
  readonly now: Position | null;
}

const NAMED: readonly Filled<Asked>[] = [
  { label: msg('Fund'), kind: 'text', cell: ({ name }) => name },
  { label: msg('ETF'), kind: 'text', cell: ({ row }) => row.asset },
  { label: msg('Order side'), kind: 'side', cell: ({ row }) => row.side },
];
// What is open adds up nowhere: what one fund lacks and what another has too much never net out.
const STANDS: readonly Filled<Asked>[] = [
  {
    label: msg('Open before'),
    kind: 'money',
    help: msg('Units at the iNAV frozen before this round: the figure of status, orders and the sidebar'),
    cell: ({ now }) => now?.residual ?? 0,
  },
  { label: msg('Target'), kind: 'money', cell: ({ now }) => now?.amount ?? 0, adds: true },
  { label: msg('Executed'), kind: 'money', cell: ({ now }) => now?.executed ?? 0, adds: true },
  { label: msg('Given back'), kind: 'money', cell: ({ now }) => now?.opposite ?? 0, adds: true },
  { label: msg('Primary'), kind: 'money', cell: ({ now }) => now?.primary ?? 0, adds: true },
];
const LEFT: readonly Filled<Asked>[] = [
  {
    label: msg('Left without trading'),
    kind: 'money',
    help: msg('Units at the iNAV of this round'),
    cell: ({ row }) => row.difference,
  },
  { label: msg('bps'), kind: 'bps', cell: ({ row }) => row.differenceBps },
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

export interface Round {
  readonly after: OpenDay;
  /** Of the tab adjustments, totals among them. */
  readonly rows: readonly UnreadRow[];
  readonly demands: readonly Demand[];
}

export function adjustmentDecisions(
  inputs: OpenInputs,
  { after, rows, demands }: Round,
): readonly DecisionTable[] {
  const known = new Map(shownStanding(inputs).positions.map((own) => [memberKey(own), own]));
  const short = shortFunds(inputs);
  const calls = new Map(
    demands.flatMap((demand) => demand.calls.map((call) => [memberKey(call.position), call] as const)),
  );
  const asked = rows
    .filter(({ level }) => level === 'fund')
    .map((row): Asked => {
      const key = memberKey({ ...row, cnpj: row.cnpj ?? '' });
      return { row, name: short(row.fund ?? ''), call: calls.get(key) ?? null, now: known.get(key) ?? null };
    })
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
      msg('Funds that trade nothing in this round'),
      STAYS,
      asked.filter(({ call }) => call === null),
    ),
    ...capTables(inputs.state, after),
  ];
}

const byName = ({ row: a }: Asked, { row: b }: Asked): number => {
  const [one, other] = [a, b].map(({ asset, side, cnpj }) => `${asset}/${side}/${cnpj ?? ''}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
};
