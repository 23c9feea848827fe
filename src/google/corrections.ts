// Rows that correct or bust by their word: put to the fill that they are about, or named where there is none.
import { type Fill, fillIdIn, fillKey, saidFill, sameFill } from '../domain/fill';
import { grouped } from '../domain/lookup';
import { error, type Problem, warning } from '../domain/problem';
import { msg } from '../language/message';
import { fillSubject } from '../stages/day/acceptances';
import { byAffix, named } from './about';
import { type Book, isOfEarlier } from './fillBook';
import type { ReportedFill } from './fillRow';
import { isAlike, live } from './takeBack';

/** By chains, the last word counts: what another correction has corrected is spoken for. */
export function correct(book: Book, events: readonly ReportedFill[]): void {
  const meant = new Map(events.map((event) => [event, targetOf(book, event)]));
  const groups = grouped(
    events.filter((event) => isKnown(book, event, meant.get(event) ?? null)),
    (event) => fillKey(meant.get(event) ?? event.fill),
  );
  for (const [key, rows] of groups) {
    const numbers = new Set(rows.flatMap(({ fill }) => [book.corrected[fillKey(fill)] ?? []]).flat());
    const last = rows.filter(({ fill }) => !numbers.has(fill.fillId) || fillKey(fill) === key);
    const [event, other] = last.map((row) => ({ ...row, fill: { ...row.fill, fillId: fillIdIn(key) } }));
    if (event === undefined) continue;
    const differs = last.find(
      ({ fill }) => !sameFill({ ...fill, fillId: '' }, { ...event.fill, fillId: '' }),
    );
    if (other !== undefined && differs !== undefined) {
      const text = msg(
        '{url}: fill {fill} of {side} {code} at {broker} was corrected to {n} at {price} and to {n2} at {price2}; ask the provider which it is.',
        { ...saidFill(event.fill), url: book.url, n2: differs.fill.quantity, price2: differs.fill.price },
      );
      book.problems.push(error('twofold-fill', text));
    }
    book.fills.set(key, event.fill);
  }
}

/** The fill that a correction is put to. */
function targetOf(book: Book, event: ReportedFill): Fill | null {
  const { fill, about } = event;
  if (about !== null && about !== fill.fillId) return named(book, event, about);
  return named(book, event, fill.fillId) ?? byAffix(book, event);
}

/** What names a fill that nobody has seen, or by its word is no fill itself, would count beside what it corrects. */
function isKnown(book: Book, event: ReportedFill, target: Fill | null): boolean {
  if (target !== null) return true;
  const { fill, about, row, isEvent } = event;
  const found = {
    ...saidFill(fill),
    ...{ url: book.url, n3: row, fill2: about ?? '' },
  };
  const namesOther = about !== null && about !== fill.fillId;
  if (namesOther && isOfEarlier(book, event, about)) return false;
  if (namesOther)
    book.problems.push(
      error(
        'unknown-correction',
        msg(
          '{url}: row {n3} ({fill}) corrects fill {fill2} to {n} at {price} of {side} {code} at {broker}, and nobody has seen {fill2}; ask the provider which fill it is.',
          found,
        ),
      ),
    );
  else if (isEvent)
    book.problems.push(
      error(
        'unknown-correction',
        msg(
          '{url}: row {n3} ({fill}) corrects a fill of {side} {code} at {broker} to {n} at {price} and does not say which; ask the provider.',
          found,
        ),
      ),
    );
  else
    book.problems.push(
      warning(
        'unknown-correction',
        msg(
          '{url}: row {n3} says that fill {fill} of {side} {code} at {broker} was corrected, which nobody has seen before; it counts with {n} at {price}',
          found,
        ),
      ),
    );
  return !namesOther && !isEvent;
}

export function bust(book: Book, events: readonly ReportedFill[]): void {
  for (const event of events) {
    const { fill, about } = event;
    const namesOther = about !== null && about !== fill.fillId;
    // A bust that does not say how much takes back all.
    const affixed = byAffix(book, event);
    const target = namesOther
      ? named(book, event, about)
      : (named(book, event, fill.fillId) ??
        (affixed !== null && (fill.quantity === 0 || affixed.quantity === fill.quantity) ? affixed : null));
    if (target !== null) book.fills.set(fillKey(target), { ...target, status: 'BUSTED' });
    else if (!(namesOther && isOfEarlier(book, event, about))) bustUnknown(book, event, namesOther);
  }
}

/** The row itself was busted and never counted, unless it may be about another: that is said at each look until it is clear. */
function bustUnknown(book: Book, event: ReportedFill, namesOther: boolean): void {
  const { fill, about } = event;
  const found = {
    ...{ url: book.url, n: event.row, broker: fill.broker },
    ...{ fill: namesOther ? (about ?? '') : fill.fillId },
  };
  const problem = unclearBust(book, event, { ...found, isOpen: namesOther || event.isEvent });
  if (problem !== null) {
    book.problems.push(problem);
    book.unplaced.push({ problem, subject: fillSubject({ ...fill, fillId: found.fill }) });
    return;
  }
  const text = msg(
    '{url}: row {n} says that fill {fill} of {broker} was busted, which nobody has seen before; it does not count',
    found,
  );
  book.problems.push(warning('unknown-bust', text));
  book.fills.set(fillKey(fill), { ...fill, status: 'BUSTED' });
}

interface Found {
  readonly url: string;
  readonly n: number;
  readonly broker: string;
  readonly fill: string;
  /** By its word it takes back another row: something that still counts. */
  readonly isOpen: boolean;
}

/** null = it is about itself. */
function unclearBust(book: Book, event: ReportedFill, { isOpen, ...found }: Found): Problem | null {
  const { fill } = event;
  if (isOpen) {
    const text = msg(
      '{url}: row {n} busts fill {fill} of {broker}, which nobody has seen; ask the provider which fill it takes back, or accept that it takes back nothing of the desk (Trading > Repair > Accept what is odd).',
      found,
    );
    return error('unknown-bust', text);
  }
  if (fill.quantity === 0 || fill.price === 0) {
    const text = msg(
      '{url}: row {n} busts fill {fill} of {broker}, which nobody has seen, so there is nothing to take back; ask the provider, or accept it (Trading > Repair > Accept what is odd)',
      found,
    );
    return warning('unknown-bust', text);
  }
  const like = live(book, event).find((each) => isAlike(each, fill));
  if (like === undefined) return null;
  const text = msg(
    '{url}: row {n} says that fill {fill} of {broker} was busted, which nobody has seen, and fill {fill2} that counts is like it; ask the provider which of them it is, or accept that {fill2} counts (Trading > Repair > Accept what is odd)',
    { ...found, fill2: like.fillId },
  );
  return warning('unknown-bust', text);
}
