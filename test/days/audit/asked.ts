// 11: what brokers are asked for is what somebody gets. The day is played up to a stage that reviews the caps; once nothing more
// is traded, and once brokers trade just what they were asked for then. Nobody may end further from what it wants.
import type { Chance } from '../../solver/seeded';
import { openDay } from '../play';
import type { Cells, DayFeed, DayTrace, DeskParts, FeedFill, Rows } from '../types';
import { type AuditFill, counted, fillsIn, keyOf, plainCnpj, secondAt, sideOf } from './facts';

/** Stages that look at every order and every cap of an ETF. */
const REVIEWS = ['runInitialOrders', 'runPrimaryCalculation', 'runAdjustmentCycle', 'applyStage'];

const ALLOCATION = 'completeAdjustmentWorkflow';

/** Asked at the last of them and at one more, drawn. null = it could be asked at none. */
export function nobodyIsAskedInVain(
  parts: DeskParts,
  trace: DayTrace,
  chance: Chance,
): readonly string[] | null {
  const all = reviewsOf(trace);
  const some = new Set([...all.slice(-1), ...all.slice(chance.whole(Math.max(1, all.length))).slice(0, 1)]);
  const found = [...some].map((at) => askedIsWanted(parts, trace, at)).filter((each) => each !== null);
  return found.length === 0 ? null : found.flat();
}

/** The steps after which it can be asked: reviews while the market is open, with instructions out. */
export function reviewsOf({ steps }: DayTrace): readonly number[] {
  const end = steps.findIndex(({ call }) => call === ALLOCATION);
  return steps.flatMap(({ call, status, orders }, nth) =>
    nth < end &&
    REVIEWS.includes(call ?? '') &&
    /applied|unchanged/.test(status) &&
    orders.length > 0 &&
    !isPutOff(steps, nth)
      ? [nth]
      : [],
  );
}

/** Rounds that changed a cap are three a day at most, and half an hour apart: what comes before that looks at nothing. */
function isPutOff(steps: DayTrace['steps'], nth: number): boolean {
  const minuteOf = (at: string): number => Math.floor(secondAt(at) / 60);
  const step = steps[nth];
  if (step?.call !== 'runAdjustmentCycle') return false;
  const counted = steps
    .slice(0, nth)
    .filter(
      ({ call, orders }, at) =>
        call === 'runAdjustmentCycle' && versionsIn(orders) !== versionsIn(steps[at - 1]?.orders ?? []),
    );
  const last = counted.at(-1);
  return counted.length >= 3 || (last !== undefined && minuteOf(step.at) < minuteOf(last.at) + 30);
}

const versionsIn = (orders: Rows): string =>
  orders
    .map((row) => keyOf(String(row.asset), String(row.side), String(row.broker), String(row.version)))
    .sort()
    .join();

/** @param at one of `reviewsOf`; null = the day could not be allocated from there */
export function askedIsWanted(parts: DeskParts, trace: DayTrace, at: number): readonly string[] | null {
  const step = trace.steps[at];
  const end = trace.steps.find(({ call }) => call === ALLOCATION)?.at;
  if (step === undefined || end === undefined) return null;
  const { file } = trace;
  const day = openDay(parts, file);
  const feeds = file.feeds.filter((feed) => feed.at <= step.at);
  for (const feed of feeds) day.feed(feed);
  for (const own of file.steps.slice(0, at + 1)) day.step(own);
  const told = toldBy(feeds);
  day.feed({ at: minuteAfter(step.at, 1), fills: [...told] });
  const idle = day.step({ at: end, call: ALLOCATION });
  const before = day.records('allocation');
  const more = worked(trace, at);
  const typed = more.filter(({ row }) => row.accountCode === '');
  day.feed({
    at: minuteAfter(end, 1),
    fills: [...told, ...more.flatMap(({ row }) => (row.accountCode === '' ? [] : [row]))],
  });
  const executions = [
    ...day.records('executions'),
    ...typed.map(({ broker, row }) => typedRow(file.date, broker, row)),
  ];
  const busy = day.step({ at: minuteAfter(end, 2), tabs: { executions }, call: ALLOCATION });
  if (idle.status !== 'applied' || !/applied|unchanged/.test(busy.status)) return null;
  return judged(trace, at, { before, after: day.records('allocation'), told });
}

const minuteAfter = (at: string, minutes: number): string => {
  const minute = Math.floor(secondAt(at) / 60) + minutes;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};

/** Every fill as the post-trade system told it last, whole answers or not. */
function toldBy(feeds: readonly DayFeed[]): readonly FeedFill[] {
  const last = new Map<string, readonly FeedFill[]>();
  const numberOf = (own: FeedFill): string => keyOf(own.accountCode, own.symbol, own.side, own.fillId);
  for (const { fills = [] } of feeds)
    for (const row of fills)
      last.set(
        numberOf(row),
        fills.filter((own) => numberOf(own) === numberOf(row)),
      );
  return [...last.values()].flat();
}

const typedRow = (
  date: string,
  broker: string,
  { symbol, side, qty, price, time, fillId }: FeedFill,
): Cells => ({
  date,
  fill_id: fillId,
  broker,
  asset: symbol,
  side: side === 'Buy' ? 'BUY' : 'SELL',
  quantity: qty,
  price,
  time: time.slice(0, 19),
});

const accountsIn = ({ file }: DayTrace): ReadonlyMap<string, string> =>
  new Map((file.tabs.brokers ?? []).map((row) => [String(row.name), String(row.account_codes ?? '')]));

const inavAt = ({ file }: DayTrace, at: string, asset: string): number =>
  file.feeds
    .filter((feed) => feed.at <= at)
    .flatMap(({ quotes }) => quotes?.[asset]?.inav ?? [])
    .at(-1) ?? 1;

/** What brokers trade half a minute later: all that their caps leave open. */
function worked(trace: DayTrace, at: number): readonly { readonly broker: string; readonly row: FeedFill }[] {
  const step = trace.steps[at];
  if (step === undefined) return [];
  const accounts = accountsIn(trace);
  const done = counted(fillsIn(step.executions));
  return step.orders.flatMap((order, nth) => {
    const [broker, asset, side] = [String(order.broker), String(order.asset), sideOf(order.side)];
    const own = done.filter((fill) => fill.broker === broker && fill.pool === keyOf(asset, side));
    const [inav, limit] = [inavAt(trace, step.at, asset), Number(order.limit_price)];
    const near = Math.round(inav * 100) / 100;
    const price = side === 'SELL' ? Math.max(near, limit) : Math.min(near, limit);
    const room = Math.floor((Number(order.cap) - brlOf(own)) / price + 1e-9);
    const qty = Math.min(room, sharesLeft(order, own));
    const time = `${trace.file.date}T${step.at.slice(0, 5)}:30-03:00`;
    const row: FeedFill = {
      accountAlias: 'CASA',
      accountCode: accounts.get(broker) ?? '',
      fillId: `Z${String(nth + 1).padStart(4, '0')}`,
      symbol: asset,
      side: side === 'SELL' ? 'Sell' : 'Buy',
      ...{ qty, price, time },
    };
    return qty > 0 ? [{ broker, row }] : [];
  });
}

const brlOf = (fills: readonly AuditFill[]): number =>
  fills.reduce((sum, { quantity, price }) => sum + (quantity * Number(price)) / 1e8, 0);

const sharesLeft = ({ share_cap: most }: Cells, own: readonly AuditFill[]): number =>
  most === null || most === undefined || most === ''
    ? Number.POSITIVE_INFINITY
    : Number(most) - own.reduce((sum, { quantity }) => sum + quantity, 0);

interface Ends {
  readonly before: Rows;
  readonly after: Rows;
  readonly told: readonly FeedFill[];
}

function judged(trace: DayTrace, at: number, { before, after, told }: Ends): readonly string[] {
  const step = trace.steps[at];
  if (step === undefined) return [];
  const assets = reviewed(trace, at).filter((asset) => isKnown(trace, at, asset, told));
  const then = new Map(before.map((row) => [memberIn(row), missingIn(row)]));
  return after.flatMap((row): readonly string[] => {
    const asset = String(row.asset);
    if (!assets.includes(asset)) return [];
    const [was, is] = [then.get(memberIn(row)) ?? 0, missingIn(row)];
    const slack = slackOf(trace, at, asset);
    const said = `${step.at} ${step.call} ${step.status} ${memberIn(row)}: ${was} missing before, ${is} once brokers had traded what they were asked for (slack ${Math.round(slack)})`;
    if (isPulled(trace, at, row, after)) return [];
    const isOver = Math.max(0, -is) > Math.max(0, -was) + slack;
    const isShort = is > Math.max(0, was) + slack;
    const isLeft = is > slack && canBeAsked(trace, at, row);
    return isOver || isShort || isLeft ? [said] : [];
  });
}

/**
 * What a fund gives back is credited to its order from the day's opening on: of what was traded beyond all targets before the
 * order of another was raised, it then takes a larger part, and that one's raise lacks as much more.
 */
function isPulled({ steps }: DayTrace, at: number, row: Cells, after: Rows): boolean {
  const amounts = steps
    .slice(0, at + 1)
    .map(({ intents }) =>
      intents
        .filter((own) => memberIn(own) === memberIn(row))
        .reduce((sum, { amount }) => sum + Number(amount), 0),
    );
  const isRaised = amounts.some((amount, nth) => nth > 0 && amount > (amounts[nth - 1] ?? 0));
  const isGiven = after.some(
    (own) => own.asset === row.asset && own.side === row.side && Number(own.given_back) > 0,
  );
  return isRaised && isGiven;
}

const memberIn = (row: Cells): string => keyOf(plainCnpj(row.cnpj), String(row.asset), sideOf(row.side));

/**
 * In BRL, its shares counted at the average of all that was traded, as shares are asked for: which fills a fund gets of a broker
 * that allocates block by block moves its own price, however much is asked for.
 */
const missingIn = ({ residual, deviation }: Cells): number =>
  Math.round((Number(residual) + Number(deviation)) * 100) / 100;

/**
 * ETFs that this stage looked at: units those of their family, as `nextStep` of the desk says; an amendment those of the orders
 * that it changed.
 */
function reviewed({ file, steps }: DayTrace, at: number): readonly string[] {
  const [step, last] = [steps[at], steps.slice(0, at).findLast(({ call }) => call !== null)];
  const rows = step?.intents ?? [];
  const all = [...new Set([...rows, ...(last?.intents ?? [])].map(({ asset }) => String(asset)))];
  if (step?.call === 'runAdjustmentCycle') return all;
  if (step?.call === 'runPrimaryCalculation') {
    const [family = 'all'] = file.steps[at]?.args ?? [];
    const own = (file.tabs.etfs ?? []).filter((etf) => family === 'all' || etf.family === family);
    return all.filter((asset) => own.some((etf) => etf.asset === asset));
  }
  const of = (list: Rows, asset: string): string =>
    JSON.stringify(
      list
        .filter((row) => row.asset === asset)
        .map((row) => [memberIn(row), row.strategy, row.amount])
        .sort(),
    );
  return all.filter((asset) => of(rows, asset) !== of(last?.intents ?? [], asset));
}

/** Whether the desk knew then all that the post-trade system tells of this ETF. */
function isKnown(trace: DayTrace, at: number, asset: string, told: readonly FeedFill[]): boolean {
  const accounts = accountsIn(trace);
  const truth = told
    .filter(({ symbol, status }) => symbol === asset && status !== 'BUSTED')
    .reduce((sum, { qty, side }) => sum + (side === 'Sell' ? 1e6 : 1) * qty, 0);
  const known = counted(fillsIn(trace.steps[at]?.executions ?? []))
    .filter((fill) => fill.asset === asset && (accounts.get(fill.broker) ?? '') !== '')
    .reduce((sum, { quantity, side }) => sum + (side === 'SELL' ? 1e6 : 1) * quantity, 0);
  return truth === known;
}

/** In BRL: what counts as nothing, for each fund and each broker, and a share of each. */
function slackOf(trace: DayTrace, at: number, asset: string): number {
  const { tabs } = trace.file;
  const tolerance = Number((tabs.settings ?? []).find(({ key }) => key === 'tolerance')?.value ?? 1_000);
  const price = inavAt(trace, trace.steps[at]?.at ?? '', asset);
  const many = (tabs['fund-stats'] ?? []).length + 2 * (tabs.brokers ?? []).length;
  return many * (tolerance + 1.02 * price);
}

/** Not where a person stopped anything, where holdings bound a sale or a broker takes no small orders. */
function canBeAsked({ file, steps }: DayTrace, at: number, row: Cells): boolean {
  const isStopped = steps
    .slice(0, at + 1)
    .some(({ call, status }) => call === 'cancelOrders' && status === 'applied');
  const isBounded = sideOf(row.side) === 'SELL' && (file.tabs.holdings ?? []).length > 0;
  const hasTickets = (file.tabs.brokers ?? []).some(({ min_ticket: least }) => least !== null);
  return !isStopped && !isBounded && !hasTickets;
}
