// What each broker may work before and after: ETF by broker, buys and sells apart, each with its own total.
import type { Instruction } from '../../domain/broker';
import { type Message, msg } from '../../language/message';
import { type DayState, inForce } from '../day/state';
import { type DecisionTable, type Filled, tableOf } from './table';

interface CapChange {
  readonly now: Instruction;
  readonly before: Instruction | null;
}

/** From the old limit to the new; null where there was none. */
const movedBps = ({ now, before }: CapChange): number | null =>
  before === null || before.limitPrice === 0
    ? null
    : Math.round((now.limitPrice / before.limitPrice - 1) * 10_000);

const NAMED: readonly Filled<CapChange>[] = [
  { label: msg('ETF'), kind: 'text', cell: ({ now }) => now.asset },
  { label: msg('Broker'), kind: 'text', cell: ({ now }) => now.broker },
];
const DONE: readonly Filled<CapChange>[] = [
  { label: msg('Executed'), kind: 'money', cell: ({ now }) => now.executed, adds: true },
  {
    label: msg('Still open'),
    kind: 'money',
    cell: ({ now }) => Math.max(0, now.cap - now.executed),
    adds: true,
  },
];
const VERSION: Filled<CapChange> = { label: msg('Version'), kind: 'count', cell: ({ now }) => now.version };

/** Where nothing was before, as in the morning: columns of noughts would only push the limit away. */
const FIRST: readonly Filled<CapChange>[] = [
  ...NAMED,
  { label: msg('Cap'), kind: 'money', cell: ({ now }) => now.cap, adds: true },
  ...DONE,
  { label: msg('Limit'), kind: 'price', cell: ({ now }) => now.limitPrice },
  VERSION,
];

const CHANGED: readonly Filled<CapChange>[] = [
  ...NAMED,
  { label: msg('Cap before'), kind: 'money', cell: ({ before }) => before?.cap ?? 0, adds: true },
  { label: msg('Cap after'), kind: 'money', cell: ({ now }) => now.cap, adds: true },
  {
    label: msg('Change'),
    kind: 'money',
    cell: ({ now, before }) => now.cap - (before?.cap ?? 0),
    adds: true,
  },
  ...DONE,
  { label: msg('Limit before'), kind: 'price', cell: ({ before }) => before?.limitPrice ?? null },
  { label: msg('Limit'), kind: 'price', cell: ({ now }) => now.limitPrice },
  { label: msg('Limit moves, bps'), kind: 'bps', cell: movedBps },
  VERSION,
];

const TITLES: Readonly<Record<Instruction['side'], Message>> = {
  BUY: msg('Buys: what brokers may work'),
  SELL: msg('Sells: what brokers may work'),
};

/** Only those that change: the others stand in the tab orders. */
export function capTables(before: DayState, after: DayState): readonly DecisionTable[] {
  const known = new Map(inForce(before.instructions).map((instruction) => [instruction.id, instruction]));
  const changes = inForce(after.instructions).flatMap((now): readonly CapChange[] => {
    const was = known.get(now.id) ?? null;
    return was?.version === now.version ? [] : [{ now, before: was }];
  });
  const columns = changes.every((change) => change.before === null) ? FIRST : CHANGED;
  return (['BUY', 'SELL'] as const).flatMap((side) =>
    tableOf(
      TITLES[side],
      columns,
      changes.filter(({ now }) => now.side === side),
    ),
  );
}
