// Which families a primary run can be asked for: those that the tab etfs names, each with its ETFs and cut-offs.
import type { StageRequest } from '../../desk/request';
import type { Services } from '../../desk/services';
import { cutoffOn } from '../../domain/cutoff';
import { familiesOf } from '../../domain/etf';
import { dateOf } from '../../domain/stamp';
import { readTable } from '../../sheets/read';
import { etfs, holidays } from '../../sheets/tabs';
import type { CancelChoices } from './cancel';
import type { CorrectChoices } from './correct';

export interface FamilyChoice {
  readonly family: string;
  readonly assets: readonly string[];
  /** Today's last minutes for requests, HH:mm, the earliest first. */
  readonly cutoffs: readonly string[];
}

/** What the preview dialog is told as it opens. */
export interface PreviewAsked {
  readonly title: string;
  readonly request: StageRequest;
  /** To be chosen from first; none = the request says it all. */
  readonly families: readonly FamilyChoice[];
  /** What can be cancelled; null = the request is none to cancel, or says it all. */
  readonly cancel?: CancelChoices | null;
  /** Which days can be corrected; null = the request is none to correct one, or says it all. */
  readonly correct?: CorrectChoices | null;
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
