// From reported rows to fills: what takes back or corrects another row is put to it, what came twice counts once, and what
// cannot be told apart is a problem. The order of rows changes nothing.
import type { PastFills, Unplaced } from '../desk/feeds';
import { type Fill, fillKey, saidFill, sameFill } from '../domain/fill';
import { grouped } from '../domain/lookup';
import { error, type Problem, warning } from '../domain/problem';
import { msg } from '../language/message';
import { type CorrectedNumbers, correctedNumbers } from './about';
import { bust, correct } from './corrections';
import type { Book } from './fillBook';
import type { ReportedFill } from './fillRow';
import { takeBack } from './takeBack';

export interface Settled {
  readonly fills: readonly Fill[];
  readonly problems: readonly Problem[];
  readonly corrected: CorrectedNumbers;
  /** Of the problems, those that a person may accept, by what they are about. */
  readonly unplaced: readonly Unplaced[];
}

export interface Before {
  /** What the day has recorded: a row may take back a fill that the answer no longer holds. */
  readonly known: readonly Fill[];
  readonly past?: PastFills | undefined;
  readonly url: string;
}

export function settle(reported: readonly ReportedFill[], { known, past, url }: Before): Settled {
  const all = apart(reported);
  const plain = all.filter(({ kind, takesBack }) => kind === 'fill' && !takesBack);
  const fills = new Map<string, Fill>();
  const problems: Problem[] = [];
  for (const rows of grouped(plain, ({ fill }) => fillKey(fill)).values()) {
    const { fill, problem } = oneOf(rows, url);
    fills.set(fillKey(fill), fill);
    if (problem !== null) problems.push(problem);
  }
  const events = unrepeated(all.filter(({ kind, takesBack }) => kind !== 'fill' || takesBack));
  const corrections = events.filter(({ kind, takesBack }) => kind === 'correction' && !takesBack);
  const corrected = correctedNumbers(corrections, { fills, known }, past?.corrected ?? {});
  const unplaced: Unplaced[] = [];
  const earlier = past?.earlier ?? (() => []);
  const book: Book = { fills, known, url, problems, unplaced, corrected, earlier };
  correct(book, corrections);
  bust(
    book,
    events.filter(({ kind, takesBack }) => kind === 'bust' && !takesBack),
  );
  takeBack(
    book,
    events.filter(({ takesBack }) => takesBack),
  );
  return { fills: [...fills.values()], problems, corrected, unplaced };
}

/** One exchange number at two accounts of one broker is two fills: the later account's says which it is. */
function apart(reported: readonly ReportedFill[]): readonly ReportedFill[] {
  const accounts = grouped(reported, ({ fill }) => fillKey(fill));
  return reported.map((each) => {
    const all = [...new Set((accounts.get(fillKey(each.fill)) ?? []).map(({ account }) => account))].sort();
    const { fill, account } = each;
    return all.indexOf(account) < 1
      ? each
      : { ...each, fill: { ...fill, fillId: `${fill.fillId}@${account}` } };
  });
}

/** The same fill more than once: the same content is one, PENDING and EXECUTED is EXECUTED, all else cannot be told apart. */
function oneOf(
  rows: readonly ReportedFill[],
  url: string,
): { readonly fill: Fill; readonly problem: Problem | null } {
  const settledRow = rows.find(({ fill: { status } }) => status === 'EXECUTED') ?? rows[0];
  if (settledRow === undefined) throw new Error('a group without rows');
  const { fill } = settledRow;
  if (rows.length === 1) return { fill, problem: null };
  const other = rows.find((row) => !sameFill({ ...row.fill, status: fill.status }, fill))?.fill;
  if (other !== undefined) {
    const text = msg(
      '{url}: fill {fill} of {side} {code} at {broker} came as {n} at {price} and as {n2} at {price2}; ask the provider which it is, or whether they are two.',
      { ...saidFill(fill), url, n2: other.quantity, price2: other.price },
    );
    return { fill, problem: error('twofold-fill', text) };
  }
  const isSame = rows.every((row) => row.fill.status === fill.status);
  const text = msg('{url}: fill {fill} of {side} {code} at {broker} came {n2} times and counts once.', {
    url,
    fill: fill.fillId,
    side: fill.side,
    code: fill.asset,
    broker: fill.broker,
    n2: rows.length,
  });
  return { fill, problem: isSame ? warning('repeated-row', text) : null };
}

/** The same event told twice is one. */
const unrepeated = (events: readonly ReportedFill[]): readonly ReportedFill[] => [
  ...new Map(
    events.map((event) => [
      JSON.stringify([event.kind, event.takesBack, event.about, event.account, event.fill]),
      event,
    ]),
  ).values(),
];
