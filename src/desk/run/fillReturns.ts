// Which fills counted again today after somebody had accepted that they were gone, and when: one fact in the journal.
import type { Fill } from '../../domain/fill';
import type { IsoDate, Stamp } from '../../domain/stamp';
import { fillSubject } from '../../stages/day/acceptances';
import type { Journal } from '../services';
import type { Returns } from './mergeFills';

const KEY = 'fill-returns';

interface Kept {
  readonly date: IsoDate;
  readonly at: Returns;
}

export function readReturns(journal: Journal, date: IsoDate): Returns {
  const kept: Kept | null = JSON.parse(journal.get(KEY) ?? 'null');
  return kept?.date === date ? kept.at : {};
}

export function addReturns(journal: Journal, date: IsoDate, fills: readonly Fill[], now: Stamp): void {
  if (fills.length === 0) return;
  const fresh = Object.fromEntries(fills.map((fill) => [fillSubject(fill), now]));
  const kept: Kept = { date, at: { ...readReturns(journal, date), ...fresh } };
  journal.set(KEY, JSON.stringify(kept));
}
