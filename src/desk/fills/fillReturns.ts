// Which fills counted again today after somebody had accepted that they were gone, and when: one fact in the journal.
import { utf8Length } from '../../domain/bytes';
import type { Fill } from '../../domain/fill';
import type { IsoDate, Stamp } from '../../domain/stamp';
import { fillSubject } from '../../stages/day/acceptances';
import { LIMITS } from '../limits';
import type { Journal } from '../services';
import type { Returns } from './mergeFills';

const KEY = 'fill-returns';
const LONGEST = LIMITS.propertyBytes * 0.9;

interface Kept extends Returns {
  readonly date: IsoDate;
}

export function readReturns(journal: Journal, date: IsoDate): Returns {
  const kept: Kept | null = JSON.parse(journal.get(KEY) ?? 'null');
  return kept?.date === date ? kept : { at: {} };
}

/** More fills than one property names are said of all: then whatever is gone is asked about again, and nothing is forgotten. */
export function addReturns(journal: Journal, date: IsoDate, fills: readonly Fill[], now: Stamp): void {
  if (fills.length === 0) return;
  const before = readReturns(journal, date);
  const fresh = Object.fromEntries(fills.map((fill) => [fillSubject(fill), now]));
  const named = JSON.stringify({ ...before, date, at: { ...before.at, ...fresh } } satisfies Kept);
  const all = JSON.stringify({ date, at: {}, all: now } satisfies Kept);
  journal.set(KEY, utf8Length(named) <= LONGEST ? named : all);
}
