// What the tab of executions holds after a look at the feeds: what was known stays or is told, what people typed stays, a fill
// is one fill. Pure: rows in, rows and problems out.
import { byFill, type Fill, fillKey, saidFill } from '../../domain/fill';
import { error, type Problem, warning } from '../../domain/problem';
import type { IsoDate, Stamp } from '../../domain/stamp';
import { msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import { fillSubject, isAccepted, shrunkSubject } from '../../stages/day/acceptances';
import type { Missing } from '../../stages/day/missing';
import type { DayState } from '../../stages/day/state';
import type { LeftOut } from '../feeds';
import { brokersLeftOut, rowsLeftOut } from './leftOut';

export interface ToMerge {
  readonly today: IsoDate;
  readonly state: DayState;
  /** Rows of the tab as it stands. */
  readonly recorded: readonly Fill[];
  /** What the feeds answered. */
  readonly fresh: readonly Fill[];
  readonly leftOut: readonly LeftOut[];
  /** Its rows are averages of a day so far, which a bust alone makes smaller. */
  readonly isConsolidated?: boolean;
  /** When a fill whose absence was accepted counted again: what was accepted before that is spent. */
  readonly returned?: Returns;
}

export interface Returns {
  /** By `fillSubject`. */
  readonly at: Readonly<Record<string, Stamp>>;
  /** Of whichever fill: when so many came back that they were not named; left out = they never were. */
  readonly all?: Stamp;
}

export interface Merged {
  readonly rows: readonly Fill[];
  readonly problems: readonly Problem[];
  /** Of the problems, those that keep the day from being COMPLETE. */
  readonly missing: readonly Missing[];
  /** Recorded fills that the answer lacks, without a bust and without anybody’s word. */
  readonly gone: readonly Fill[];
  /** Fills that count again, or for more, after somebody accepted that they did not. */
  readonly returning: readonly Fill[];
}

const place = { tab: executions.name } as const;

export function mergeFills(toMerge: ToMerge): Merged {
  const { today, state, recorded, fresh } = toMerge;
  const known = new Map(fresh.map((fill) => [fillKey(fill), fill]));
  // The feeds tell of today alone: the fills of the last day stay until another one is open. What people typed for another
  // date than the open day's is theirs to correct.
  const older = recorded.filter(
    ({ date, source }) =>
      date !== today &&
      (date === state.tradeDate || (source === 'typed' && (state.tradeDate === today || date > today))),
  );
  const todays = recorded.filter(({ date }) => date === today);
  const absent = todays.filter((fill) => !known.has(fillKey(fill)));
  const typed = absent.filter(({ source }) => source === 'typed');
  const entered = todays.flatMap((fill) => reentered(fill, toMerge));
  const told = absent.filter(
    (fill) => fill.source !== 'typed' && !entered.some(({ before }) => before === fill),
  );
  const isGone = (fill: Fill): boolean =>
    fill.status !== 'BUSTED' && !isAcceptedNow(toMerge, fill, 'vanished-fill', fillSubject(fill));
  const gone = told.filter(isGone);
  // Seen once, a fill is in every later state or busted.
  const busted = told.filter((fill) => !isGone(fill)).map((fill): Fill => ({ ...fill, status: 'BUSTED' }));
  const missing = [...vanished(gone), ...shrunk(toMerge, known), ...brokersLeftOut(toMerge)];
  return {
    rows: [...older, ...[...fresh, ...typed, ...busted].sort(byFill)],
    problems: [
      ...missing.map(({ code, text }) => error(code, text, place)),
      ...todays.flatMap((before) => corrected(before, known.get(fillKey(before)))),
      ...entered.flatMap(({ before, after }) => corrected(before, after)),
      ...typed.flatMap((fill) => typedTwice(fill, fresh)),
      ...rowsLeftOut(toMerge.leftOut),
    ],
    missing,
    gone,
    returning: todays.filter((before) => isReturning(toMerge, before, known.get(fillKey(before)))),
  };
}

/** An acceptance is of one absence: a fill that came back and is gone again is asked about again. */
function isAcceptedNow(
  { state, returned = { at: {} } }: ToMerge,
  fill: Fill,
  code: 'vanished-fill' | 'shrunk-fill',
  subject: string,
): boolean {
  const since = [returned.at[fillSubject(fill)] ?? '', returned.all ?? ''];
  const acceptances = state.acceptances.filter(({ at }) => since.every((moment) => at > moment));
  return isAccepted({ acceptances }, code, subject);
}

const countedIn = ({ status, quantity }: Fill): number => (status === 'BUSTED' ? 0 : quantity);

function isReturning({ state }: ToMerge, before: Fill, after: Fill | undefined): boolean {
  if (after === undefined || countedIn(after) <= countedIn(before)) return false;
  const subject = fillSubject(before);
  return state.acceptances.some(
    (each) =>
      (each.code === 'vanished-fill' && each.subject === subject) ||
      (each.code === 'shrunk-fill' && each.subject.startsWith(`${subject} `)),
  );
}

/** A consolidated row has no bust that would say why it is smaller: half an answer looks the same. */
function shrunk(toMerge: ToMerge, known: ReadonlyMap<string, Fill>): readonly Missing[] {
  const { recorded, today, isConsolidated = false } = toMerge;
  if (!isConsolidated) return [];
  return recorded
    .filter(({ date, source }) => date === today && source === 'api')
    .flatMap((before): readonly Missing[] => {
      const after = known.get(fillKey(before));
      if (after === undefined || countedIn(after) >= countedIn(before)) return [];
      const subject = shrunkSubject(before, countedIn(after));
      if (isAcceptedNow(toMerge, before, 'shrunk-fill', subject)) return [];
      const text = msg(
        'the row {fill} of {broker}, {side} {code}, was recorded with {n} at {price} and has {n2} now, without a bust; the tab stays as it was. Ask {broker}, or accept it (Trading > Repair > Accept what is odd)',
        { ...saidFill(before), n2: countedIn(after) },
      );
      return [{ code: 'shrunk-fill', subject, text, who: 'provider' }];
    });
}

/** A broker that mends a slip in its inbox changes the row where it stands: what tells it then is its time, or its content. */
function reentered(
  before: Fill,
  { recorded, fresh }: ToMerge,
): readonly { readonly before: Fill; readonly after: Fill }[] {
  if (before.source !== 'inbox' || fresh.some((fill) => fillKey(fill) === fillKey(before))) return [];
  const isNew = (fill: Fill): boolean => recorded.every((known) => fillKey(known) !== fillKey(fill));
  const kin = (fill: Fill): boolean =>
    fill.broker === before.broker && fill.asset === before.asset && fill.side === before.side;
  const alike = fresh.filter(
    (fill) =>
      fill.source === 'inbox' &&
      kin(fill) &&
      isNew(fill) &&
      (fill.time === before.time || (fill.quantity === before.quantity && fill.price === before.price)),
  );
  const [after, other] = alike;
  return after === undefined || other !== undefined ? [] : [{ before, after }];
}

const FILLS_NAMED = 5;

/** One sentence a broker while many are gone, so that an empty answer is no flood. */
function vanished(gone: readonly Fill[]): readonly Missing[] {
  return [...new Set(gone.map(({ broker }) => broker))].sort().flatMap((broker): readonly Missing[] => {
    const own = gone.filter((fill) => fill.broker === broker).sort(byFill);
    const [first, other] = own;
    if (first === undefined) return [];
    if (other === undefined) return [oneVanished(first)];
    const text = msg(
      '{n} fills of {broker} over {n2} shares were recorded today and are in the answer no more, without a bust ({fills}); the tab stays as it was. Ask {broker}, or accept their absence (Trading > Repair > Accept what is odd)',
      {
        n: own.length,
        n2: own.reduce((sum, { quantity }) => sum + quantity, 0),
        broker,
        fills: namesOf(own),
      },
    );
    return [{ code: 'vanished-fill', subject: broker, text, who: 'provider' }];
  });
}

const namesOf = (fills: readonly Fill[]): string => {
  const names = fills.slice(0, FILLS_NAMED).map(({ fillId }) => fillId);
  return fills.length > names.length ? `${names.join(', ')}, …` : names.join(', ');
};

function oneVanished(fill: Fill): Missing {
  const text = msg(
    'fill {fill} of {broker}, {side} {code}, {n} at {price}, was recorded today and is in the answer no more, without a bust; the tab stays as it was. Ask {broker}, or accept its absence (Trading > Repair > Accept what is odd)',
    saidFill(fill),
  );
  return { code: 'vanished-fill', subject: fillSubject(fill), text, who: 'provider' };
}

/** A correction shows both. A consolidated row grows through the day: that is none. */
function corrected(before: Fill, after: Fill | undefined): readonly Problem[] {
  if (after === undefined) return [];
  if (after.status === 'BUSTED') {
    if (before.status === 'BUSTED') return [];
    const text = msg(
      'fill {fill} of {broker}, {side} {code}, was busted: {n} at {price} before, nothing now',
      saidFill(before),
    );
    return [warning('corrected-fill', text, place)];
  }
  const change = { ...saidFill(before), n2: after.quantity, price2: after.price };
  if (before.status === 'BUSTED') {
    const text = msg(
      'fill {fill} of {broker}, {side} {code}: busted before, and it counts again with {n2} at {price2}',
      {
        fill: change.fill,
        broker: change.broker,
        side: change.side,
        code: change.code,
        n2: change.n2,
        price2: change.price2,
      },
    );
    return [warning('corrected-fill', text, place)];
  }
  const grows = before.time === null && after.time === null && after.quantity > before.quantity;
  if (!grows && (before.quantity !== after.quantity || before.price !== after.price)) {
    const text = msg(
      'fill {fill} of {broker}, {side} {code}, was corrected: {n} at {price} before, {n2} at {price2} now',
      change,
    );
    return [warning('corrected-fill', text, place)];
  }
  if (before.time === null || after.time === null || before.time === after.time) return [];
  const text = msg(
    'fill {fill} of {broker}, {side} {code}, was corrected: at {moment} before, at {moment2} now',
    {
      ...{ fill: before.fillId, broker: before.broker, side: before.side, code: before.asset },
      ...{ moment: before.time.replace('T', ' '), moment2: after.time.replace('T', ' ') },
    },
  );
  return [warning('corrected-fill', text, place)];
}

/** What somebody typed while the feed was down often comes by the feed later, under the exchange's number. */
function typedTwice(typed: Fill, fresh: readonly Fill[]): readonly Problem[] {
  const twin = fresh.find(
    (fill) =>
      fill.status !== 'BUSTED' &&
      typed.status !== 'BUSTED' &&
      fill.broker === typed.broker &&
      fill.asset === typed.asset &&
      fill.side === typed.side &&
      fill.quantity === typed.quantity &&
      fill.price === typed.price,
  );
  if (twin === undefined) return [];
  const text = msg(
    'fill {fill} of {broker}, {side} {code}, {n} at {price}, was typed, and fill {fill2} of the feed is like it; delete the typed row if they are one',
    { ...saidFill(typed), fill2: twin.fillId },
  );
  return [warning('typed-twice', text, place)];
}
