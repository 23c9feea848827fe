// Which families a primary run can be asked for: those that the tab etfs names, each with its ETFs, its cut-offs, and whether its units
// are decided already.

import { readState } from '../../desk/journal/stateStore';
import { openBook } from '../../desk/openBook';
import type { Services } from '../../desk/services';
import { cutoffOn } from '../../domain/cutoff';
import { familiesOf } from '../../domain/etf';
import { dateOf, type Time, timeOf } from '../../domain/stamp';
import { readTable } from '../../sheets/read';
import { etfs, holidays } from '../../sheets/tabs';

export interface FamilyChoice {
  readonly family: string;
  readonly assets: readonly string[];
  /** Today's last minutes for requests, HH:mm, the earliest first. */
  readonly cutoffs: readonly string[];
  /** Whether the last of them has passed. */
  readonly isPast: boolean;
  /** When units of it were decided last today; null = nobody has decided any. */
  readonly decidedAt: Time | null;
}

/** In alphabetical order; none where there is nothing to choose: one family only, or a tab that cannot be read. */
export function familyChoices({ book, now, journal, digest }: Services): readonly FamilyChoice[] {
  const rows = readTable(etfs, book.read(etfs.name)).table.rows.map(({ value }) => value);
  const families = familiesOf(rows);
  if (families.length < 2) return [];
  const odd = readTable(holidays, book.read(holidays.name)).table.rows.map(({ value }) => value);
  const moment = now();
  const today = dateOf(moment);
  const { state } = readState(openBook(book), journal, digest);
  const units = state.tradeDate === today ? state.units : [];
  return families.map((family) => {
    const own = rows.filter((row) => row.family === family);
    const assets = own.map(({ asset }) => asset).sort();
    const cutoffs = [...new Set(own.flatMap((etf) => cutoffOn(today, etf, odd) ?? []))].sort();
    const [decided = null] = units
      .filter(({ asset }) => assets.includes(asset))
      .map(({ requestedAt }) => requestedAt)
      .sort()
      .slice(-1);
    return {
      ...{ family, assets, cutoffs },
      isPast: cutoffs.length > 0 && cutoffs.every((cutoff) => cutoff <= timeOf(moment)),
      decidedAt: decided === null ? null : timeOf(decided),
    };
  });
}
