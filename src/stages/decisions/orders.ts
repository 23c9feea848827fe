// What a person changes of the day's orders: old and new, by how much, what is executed so far and stays.
import type { Cents } from '../../domain/money';
import type { Side, TradeStrategy } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import type { OffshoreChange } from '../../messages/offshore';
import type { DayState } from '../day/state';
import { intentKey, memberKey } from '../split/keys';
import type { Standing } from '../split/positions';
import { type DecisionTable, type Filled, tableOf } from './table';

/** An order that would change, or that differs and is left as it is. */
export interface OrderChange {
  readonly key: string;
  readonly fund: string;
  readonly asset: string;
  readonly side: Side;
  readonly strategy: TradeStrategy;
  readonly before: Cents;
  readonly after: Cents;
  /** null offshore: nobody here knows. */
  readonly executed: Cents | null;
  /** Why it is to be looked at twice; null = it is not. */
  readonly odd: Message | null;
  /** null = nobody is asked which. */
  readonly isPicked: boolean | null;
}

type Order = Omit<OrderChange, 'key' | 'before' | 'after' | 'executed' | 'odd' | 'isPicked'> & {
  readonly cnpj: string;
  readonly amount: Cents;
};

/** Every order that is another amount than it was. @param standing before the change */
export function orderChanges(
  before: Pick<DayState, 'intents'>,
  after: Pick<DayState, 'intents'>,
  { positions }: Standing,
  offshore: readonly OffshoreChange[],
): readonly Omit<OrderChange, 'odd' | 'isPicked'>[] {
  const known = new Map(before.intents.map((intent) => [intentKey(intent), intent.amount]));
  const done = new Map(positions.map((position) => [memberKey(position), position.executed]));
  const change = (order: Order, was: Cents, executed: Cents | null) => {
    const { fund, asset, side, strategy, amount } = order;
    return { key: intentKey(order), fund, asset, side, strategy, before: was, after: amount, executed };
  };
  return [
    ...after.intents
      .filter((intent) => intent.amount !== (known.get(intentKey(intent)) ?? 0))
      .map((intent) => change(intent, known.get(intentKey(intent)) ?? 0, done.get(memberKey(intent)) ?? 0)),
    ...offshore.map(({ order, before: was }) => change(order, was ?? 0, null)),
  ];
}

const NAMED: readonly Filled<OrderChange>[] = [
  { label: msg('Fund'), kind: 'text', cell: ({ fund }) => fund },
  { label: msg('ETF'), kind: 'text', cell: ({ asset }) => asset },
  { label: msg('Side'), kind: 'side', cell: ({ side }) => side },
];
const EXECUTED: Filled<OrderChange> = {
  label: msg('Executed so far'),
  kind: 'money',
  cell: ({ executed }) => executed,
  adds: true,
};

const AMENDED: readonly Filled<OrderChange>[] = [
  ...NAMED,
  { label: msg('Before'), kind: 'money', cell: ({ before }) => before, adds: true },
  { label: msg('After'), kind: 'money', cell: ({ after }) => after, adds: true },
  { label: msg('Change'), kind: 'money', cell: ({ before, after }) => after - before, adds: true },
  {
    label: msg('In per cent'),
    kind: 'percent',
    cell: ({ before, after }) => percentOf(after - before, before),
  },
  EXECUTED,
  {
    label: msg('Executed in per cent'),
    kind: 'percent',
    cell: ({ executed, after }) => (executed === null ? null : percentOf(executed, after)),
  },
  { label: msg('Look twice'), kind: 'text', cell: ({ odd }) => odd },
];

/** null where there is nothing that it would be a part of. */
const percentOf = (part: Cents, whole: Cents): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1_000) / 10;

export const amendTables = (changes: readonly OrderChange[]): readonly DecisionTable[] =>
  tableOf(msg('Orders that change'), AMENDED, changes, ({ key, odd, isPicked }) => ({
    key,
    isOdd: odd !== null,
    ...(isPicked === null ? {} : { isPicked }),
  }));

const STOPPED: readonly Filled<OrderChange>[] = [
  ...NAMED,
  { label: msg('Order'), kind: 'money', cell: ({ before }) => before, adds: true },
  { ...EXECUTED, label: msg('Executed, stays') },
  {
    label: msg('Ends unexecuted'),
    kind: 'money',
    cell: ({ before, executed }) => Math.max(0, before - (executed ?? 0)),
    adds: true,
  },
];

export const cancelTables = (
  changes: readonly Omit<OrderChange, 'odd' | 'isPicked'>[],
): readonly DecisionTable[] =>
  tableOf(
    msg('Orders that end'),
    STOPPED,
    changes.map((change) => ({ ...change, odd: null, isPicked: null })),
  );
