// Until when an administrator takes requests on a date, and whether that is of any use: on odd days it passes unopened.

import { session } from './calendar';
import type { DayException } from './dayException';
import { type Etf, familyKey } from './etf';
import type { IsoDate, Time } from './stamp';

/** What a cut-off means on a date, known in the morning. */
export type EffectiveCutoff =
  /** Requests can follow what was executed, until this minute: the cut-off, or the close where that comes first. */
  | { readonly kind: 'open'; readonly until: Time }
  /** It lies no later than the opening: nothing can have been executed by then. */
  | { readonly kind: 'before-opening'; readonly opening: Time; readonly cutoff: Time }
  /** B3 does not trade. */
  | { readonly kind: 'closed' };

/** The cut-off of an ETF on a date: the date's own for the ETF, else for its family, else that of every day. */
export function cutoffOn(
  date: IsoDate,
  { asset, family, primaryCutoff }: Pick<Etf, 'asset' | 'family' | 'primaryCutoff'>,
  overrides: readonly DayException[],
): Time | null {
  const rows = overrides
    .filter((row) => row.date === date)
    .flatMap(({ cutoffs }) => Object.entries(cutoffs ?? {}));
  const given = (name: string): Time | undefined =>
    rows
      .filter(([key]) => familyKey(key) === familyKey(name))
      .map(([, time]) => time)
      .sort()[0];
  return given(asset) ?? given(family) ?? primaryCutoff;
}

/** What a cut-off, as `cutoffOn` gives it, means on a date. */
export function effectiveCutoff(
  date: IsoDate,
  cutoff: Time,
  overrides: readonly DayException[],
): EffectiveCutoff {
  const hours = session(date, overrides);
  if (hours === null) return { kind: 'closed' };
  if (cutoff <= hours.open) return { kind: 'before-opening', opening: hours.open, cutoff };
  return { kind: 'open', until: cutoff < hours.close ? cutoff : hours.close };
}
