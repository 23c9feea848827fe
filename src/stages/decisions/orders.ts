// What a person changes of the day's orders: old and new, by how much, what is executed so far and stays.
import type { Cents } from '../../domain/money';
import type { Side, TradeStrategy } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import type { OffshoreChange } from '../../messages/offshore';
import { intentKey, memberKey } from '../day/keys';
import type { DayState } from '../day/state';
import { offshoreChanges } from '../outcome/offshore';
import { type Standing, targetsOf } from '../standing/positions';
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
  /** The fund in the ETF and side, whatever the strategy. */
  readonly member: string;
  /** Of all its strategies; null offshore: nobody here knows. */
  readonly executed: Cents | null;
  /** Traded back on the other side; stands apart. */
  readonly givenBack: Cents | null;
  /** In units that were asked for. */
  readonly requested: Cents | null;
  /** What all its strategies ask for from now on. */
  readonly whole: Cents;
  /** Why it is to be looked at twice; null = it is not. */
  readonly odd: Message | null;
  /** null = nobody is asked which. */
  readonly isPicked: boolean | null;
}

/** A change before anybody has judged it. */
export type Changed = Omit<OrderChange, 'odd' | 'isPicked'>;

type Order = Pick<OrderChange, 'fund' | 'asset' | 'side' | 'strategy'> & {
  readonly cnpj: string;
  readonly amount: Cents;
};

/** What a fund has of an ETF and side, and what it asks for, all its strategies together. */
interface Whole extends Pick<OrderChange, 'executed' | 'givenBack' | 'requested' | 'whole'> {}
const NOBODY_KNOWS: Whole = { executed: null, givenBack: null, requested: null, whole: 0 };

/** An order that is another amount than it was, before anybody asks what is done of it. */
export interface AmountChange {
  readonly order: Order;
  readonly before: Cents;
}

/** Every order at B3 that is another amount than it was. */
const amountChanges = (
  before: Pick<DayState, 'intents'>,
  after: Pick<DayState, 'intents'>,
): readonly AmountChange[] => {
  const known = new Map(before.intents.map((intent) => [intentKey(intent), intent.amount]));
  return after.intents.flatMap((order) => {
    const was = known.get(intentKey(order)) ?? 0;
    return order.amount === was ? [] : [{ order, before: was }];
  });
};

/** The same of the offshore desk's, too. */
export const allAmountChanges = (before: DayState, after: DayState): readonly AmountChange[] => [
  ...amountChanges(before, after),
  ...offshoreChanges(before.offshore, after.offshore).map(({ order, before: was }) => ({
    order,
    before: was ?? 0,
  })),
];

/** Every order that is another amount than it was. @param standing before the change, as every screen shows it */
export function orderChanges(
  before: Pick<DayState, 'intents'>,
  after: DayState,
  { positions }: Standing,
  offshore: readonly OffshoreChange[],
): readonly Changed[] {
  const own = new Map(positions.map((position) => [memberKey(position), position]));
  const targets = new Map(targetsOf(after).map((target) => [memberKey(target), target.amount]));
  const change = (order: Order, was: Cents, whole: Whole): Changed => {
    const { fund, asset, side, strategy, amount } = order;
    const key = intentKey(order);
    return {
      key,
      member: memberKey(order),
      fund,
      asset,
      side,
      strategy,
      before: was,
      after: amount,
      ...whole,
    };
  };
  return [
    ...amountChanges(before, after).map(({ order, before: was }) => {
      const position = own.get(memberKey(order));
      return change(order, was, {
        executed: position?.executed ?? 0,
        givenBack: position?.opposite ?? 0,
        requested: position?.primary ?? 0,
        whole: targets.get(memberKey(order)) ?? 0,
      });
    }),
    ...offshore.map(({ order, before: was }) => change(order, was ?? 0, NOBODY_KNOWS)),
  ];
}

/** What a screen calls a fund. */
type Short = (fund: string) => string;

const named = (short: Short): readonly Filled<Changed>[] => [
  { label: msg('Fund'), kind: 'text', cell: ({ fund }) => short(fund) },
  { label: msg('ETF'), kind: 'text', cell: ({ asset }) => asset },
  { label: msg('Side'), kind: 'side', cell: ({ side }) => side },
];

const amended = (short: Short): readonly Filled<OrderChange>[] => [
  ...named(short),
  { label: msg('Before'), kind: 'money', cell: ({ before }) => before, adds: true },
  { label: msg('After'), kind: 'money', cell: ({ after }) => after, adds: true },
  { label: msg('Change'), kind: 'money', cell: ({ before, after }) => after - before, adds: true },
  // Before what a narrow window cuts off.
  { label: msg('Look twice'), kind: 'sentence', cell: ({ odd }) => odd },
  {
    label: msg('In per cent'),
    kind: 'percent',
    cell: ({ before, after }) => percentOf(after - before, before),
  },
  // Of the fund's whole: two strategies have it together, so it adds up to nothing here.
  { label: msg('Executed so far'), kind: 'money', cell: ({ executed }) => executed },
  { label: msg('Given back'), kind: 'money', cell: ({ givenBack }) => givenBack },
  { label: msg('Requested in units'), kind: 'money', cell: ({ requested }) => requested },
  {
    label: msg('Executed in per cent'),
    kind: 'percent',
    cell: ({ executed, givenBack, whole }) =>
      executed === null ? null : percentOf(executed - (givenBack ?? 0), whole),
  },
];

/** null where there is nothing that it would be a part of; never all of it while something is left. */
function percentOf(part: Cents, whole: Cents): number | null {
  if (whole === 0) return null;
  const percent = Math.round((part / whole) * 1_000) / 10;
  return Math.abs(percent) === 100 && Math.abs(part) < Math.abs(whole) ? percent * 0.999 : percent;
}

export const amendTables = (changes: readonly OrderChange[], short: Short): readonly DecisionTable[] =>
  tableOf(msg('Orders that change'), amended(short), changes, ({ key, odd, isPicked }) => ({
    key,
    isOdd: odd !== null,
    ...(isPicked === null ? {} : { isPicked }),
  }));

/** What nobody works any more. */
const endsOf = (change: Changed): Cents => Math.max(0, change.before - keptOf(change));

/** What the fund has already, of whatever strategy, and keeps. */
export const keptOf = ({
  executed,
  givenBack,
  requested,
}: Pick<Changed, 'executed' | 'givenBack' | 'requested'>): Cents =>
  (executed ?? 0) - (givenBack ?? 0) + (requested ?? 0);

interface Ending extends Changed {
  /** Orders of the fund in the ETF and side: as many as the headline counts. */
  readonly n: number;
}

const stopped = (short: Short): readonly Filled<Ending>[] => [
  ...named(short),
  { label: msg('Orders'), kind: 'count', cell: ({ n }) => n, adds: true },
  { label: msg('Order'), kind: 'money', cell: ({ before }) => before, adds: true },
  { label: msg('Executed, stays'), kind: 'money', cell: ({ executed }) => executed, adds: true },
  { label: msg('Given back, stays'), kind: 'money', cell: ({ givenBack }) => givenBack, adds: true },
  { label: msg('Requested in units, stays'), kind: 'money', cell: ({ requested }) => requested, adds: true },
  { label: msg('Ends unexecuted'), kind: 'money', cell: endsOf, adds: true },
];

export const cancelTables = (changes: readonly Changed[], short: Short): readonly DecisionTable[] =>
  tableOf(msg('Orders that end'), stopped(short), wholeOrders(changes));

/** A fund's strategies in an ETF and side as one: it was executed for them together. Offshore each stands by itself. */
function wholeOrders(changes: readonly Changed[]): readonly Ending[] {
  const whole = new Map<string, Ending>();
  for (const change of changes) {
    const key = change.executed === null ? change.key : change.member;
    const known = whole.get(key);
    whole.set(key, {
      ...(known ?? change),
      before: (known?.before ?? 0) + change.before,
      n: (known?.n ?? 0) + 1,
    });
  }
  return [...whole.values()];
}
