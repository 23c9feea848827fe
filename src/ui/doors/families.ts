// Which families a primary run can be asked for: those that the tab etfs names, each with its ETFs and cut-offs.
import type { Services } from '../../desk/services';
import { cutoffOn } from '../../domain/cutoff';
import { familiesOf } from '../../domain/etf';
import { dateOf } from '../../domain/stamp';
import { readTable } from '../../sheets/read';
import { etfs, holidays } from '../../sheets/tabs';

export interface FamilyChoice {
  readonly family: string;
  readonly assets: readonly string[];
  /** Today's last minutes for requests, HH:mm, the earliest first. */
  readonly cutoffs: readonly string[];
}

/** In alphabetical order; none where there is nothing to choose: one family only, or a tab that cannot be read. */
export function familyChoices({ book, now }: Pick<Services, 'book' | 'now'>): readonly FamilyChoice[] {
  const rows = readTable(etfs, book.read(etfs.name)).table.rows.map(({ value }) => value);
  const families = familiesOf(rows);
  if (families.length < 2) return [];
  const odd = readTable(holidays, book.read(holidays.name)).table.rows.map(({ value }) => value);
  const today = dateOf(now());
  return families.map((family) => {
    const own = rows.filter((row) => row.family === family);
    return {
      family,
      assets: own.map(({ asset }) => asset).sort(),
      cutoffs: [...new Set(own.flatMap((etf) => cutoffOn(today, etf, odd) ?? []))].sort(),
    };
  });
}
