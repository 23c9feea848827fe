// What an import makes of the day's orders, to decide by: money and counts before and after, then order by order, buys and sells
// apart; and an alarm where most of them would go.
import { shortNames } from '../../domain/fundName';
import type { Cents } from '../../domain/money';
import { type Problem, warning } from '../../domain/problem';
import { isAsked, SIDES, type Side, type Trade } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import type { Reading } from '../../sheets/read';
import type { Settings } from '../../sheets/settings';
import { dailyTrades } from '../../sheets/tabs';
import { slipOfHand } from '../../stages/checks/slipOfHand';
import { valuesOf } from '../../stages/day/inputs';
import { intentKey, memberKey } from '../../stages/day/keys';
import { type DecisionTable, type Filled, tableOf } from '../../stages/decisions/table';

/** A fund's order in an ETF, side and strategy, however many rows it has. */
interface Order extends Pick<Trade, 'fund' | 'asset' | 'side' | 'strategy'> {
  readonly key: string;
  readonly before: Cents;
  readonly after: Cents;
  readonly odd: Message | null;
}

/** @param funds all that the book and the files name: one that is called as another is keeps its whole name */
export function importedOrders(
  settings: Settings,
  { table, problems: unread }: Pick<Reading<Trade>, 'table' | 'problems'>,
  after: readonly Trade[],
  funds: readonly string[],
): { readonly tables: readonly DecisionTable[]; readonly problems: readonly Problem[] } {
  const whole = ordersOf(settings, valuesOf(table).filter(isAsked), after.filter(isAsked));
  const short = shortNames([...funds, ...whole.map(({ fund }) => fund)]);
  const orders = whole.map((order) => ({ ...order, fund: short(order.fund) }));
  const changes = orders
    .filter((order) => order.before !== order.after)
    .sort((a, b) => moved(b) - moved(a) || (a.key < b.key ? -1 : 1));
  const tables = [
    ...tableOf(msg('Orders before and after the import'), SUMS, SIDES.map(sumsOf(orders))),
    ...SIDES.flatMap((side) =>
      tableOf(
        TITLES[side],
        COLUMNS,
        changes.filter((order) => order.side === side),
        ({ odd }) => ({
          isOdd: odd !== null,
        }),
      ),
    ),
  ];
  return { tables: changes.length === 0 ? [] : tables, problems: [...unreadRows(unread), ...mostGo(orders)] };
}

/** A total that lacks something says so. */
function unreadRows(problems: readonly Problem[]): readonly Problem[] {
  const wrong = problems.filter(({ severity, cell }) => severity === 'error' && cell !== null);
  const n = new Set(wrong.map(({ cell }) => cell?.replace(/^[A-Z]+/, ''))).size;
  if (n === 0) return [];
  const text = msg(
    '{n} {n|row|rows} cannot be read as {n|it stands|they stand}, and {n|is|are} in no figure of before',
    { n },
  );
  return [warning('trades-unread', text, { tab: dailyTrades.name })];
}

const moved = ({ before, after }: Order): Cents => Math.abs(after - before);

function ordersOf(settings: Settings, before: readonly Trade[], after: readonly Trade[]): readonly Order[] {
  const [old, now] = [amounts(before), amounts(after)];
  const known = new Map([...before, ...after].map((trade) => [intentKey(trade), trade]));
  return [...known].map(([key, { cnpj, fund, asset, side, strategy }]) => {
    const [was, is] = [old.get(key) ?? 0, now.get(key) ?? 0];
    const nobodyKnows = { executed: null, givenBack: null, requested: null, whole: is };
    const order = { key, fund, asset, side, strategy, before: was, after: is };
    const change = { ...order, ...nobodyKnows, member: memberKey({ cnpj, asset, side }) };
    return { ...order, odd: slipOfHand({ settings }, change) };
  });
}

function amounts(trades: readonly Trade[]): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const trade of trades) sums.set(intentKey(trade), (sums.get(intentKey(trade)) ?? 0) + trade.amount);
  return sums;
}

interface Sums {
  readonly side: Side;
  readonly n: number;
  readonly n2: number;
  readonly before: Cents;
  readonly after: Cents;
}

const sumsOf =
  (orders: readonly Order[]) =>
  (side: Side): Sums => {
    const own = orders.filter((order) => order.side === side);
    return {
      side,
      n: own.filter(({ before }) => before > 0).length,
      n2: own.filter(({ after }) => after > 0).length,
      before: own.reduce((sum, { before }) => sum + before, 0),
      after: own.reduce((sum, { after }) => sum + after, 0),
    };
  };

/** Buys and sells are never added up. */
const SUMS: readonly Filled<Sums>[] = [
  { label: msg('Side'), kind: 'side', cell: ({ side }) => side },
  { label: msg('Orders before'), kind: 'count', cell: ({ n }) => n },
  { label: msg('Orders after'), kind: 'count', cell: ({ n2 }) => n2 },
  { label: msg('Before'), kind: 'money', cell: ({ before }) => before },
  { label: msg('After'), kind: 'money', cell: ({ after }) => after },
  { label: msg('Change'), kind: 'money', cell: ({ before, after }) => after - before },
];

const TITLES: Readonly<Record<Side, Message>> = {
  BUY: msg('Buys that change'),
  SELL: msg('Sells that change'),
};

const COLUMNS: readonly Filled<Order>[] = [
  { label: msg('Fund'), kind: 'text', cell: ({ fund }) => fund },
  { label: msg('ETF'), kind: 'text', cell: ({ asset }) => asset },
  { label: msg('Strategy'), kind: 'text', cell: ({ strategy }) => strategy },
  { label: msg('Before'), kind: 'money', cell: ({ before }) => before, adds: true },
  { label: msg('After'), kind: 'money', cell: ({ after }) => after, adds: true },
  { label: msg('Change'), kind: 'money', cell: ({ before, after }) => after - before, adds: true },
  { label: msg('Look twice'), kind: 'sentence', cell: ({ odd }) => odd },
];

/** Fewer orders than these may well be other ones. */
const FEW = 4;

function mostGo(orders: readonly Order[]): readonly Problem[] {
  const standing = orders.filter(({ before }) => before > 0);
  const gone = standing.filter(({ after }) => after === 0);
  if (standing.length < FEW || gone.length * 2 <= standing.length) return [];
  const money = (side: Side): Cents =>
    gone.reduce((sum, order) => sum + (order.side === side ? order.before : 0), 0);
  const text = msg(
    '{n} of the {n2} orders go with this import: buys of {money} and sells of {money2}. Is the file whole?',
    { n: gone.length, n2: standing.length, money: money('BUY'), money2: money('SELL') },
  );
  return [warning('most-orders-go', text, { tab: dailyTrades.name })];
}
