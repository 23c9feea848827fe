// A date's own cut-off under a name that nobody has would be passed over in silence, and the day planned by the wrong one.
import type { HolidayRow } from '../../domain/dayException';
import { type Etf, familiesOf, familyKey } from '../../domain/etf';
import type { Problem } from '../../domain/problem';
import { dateOf, type Stamp } from '../../domain/stamp';
import { nearest } from '../../domain/words';
import { msg } from '../../language/message';
import { problemAt, type Table } from '../../sheets/read';

/** Of today and later: an ETF that is gone may stand in an old row. */
export function unknownCutoffs(
  holidays: Table<HolidayRow>,
  etfs: Table<Etf>,
  now: Stamp,
): readonly Problem[] {
  const rows = etfs.rows.map(({ value }) => value);
  const names = [...rows.map(({ asset }) => asset), ...familiesOf(rows)];
  const known = new Set(names.map(familyKey));
  if (known.size === 0) return [];
  return holidays.rows
    .filter(({ value }) => value.date >= dateOf(now))
    .flatMap(({ row, value }) =>
      Object.keys(value.cutoffs)
        .filter((name) => !known.has(familyKey(name)))
        .map((name) => {
          const likely = nearest(name, names);
          const text =
            likely === null
              ? msg('cutoffs names "{name}", which is neither an ETF nor a family of the tab etfs', { name })
              : msg(
                  'cutoffs names "{name}", which is neither an ETF nor a family; {likely} is probably meant',
                  {
                    name,
                    likely,
                  },
                );
          return problemAt(holidays, row, 'cutoffs', 'error', 'unknown-cutoff-name', text);
        }),
    );
}
