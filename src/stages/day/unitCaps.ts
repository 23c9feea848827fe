// A fund's cap of units under a symbol that no ETF has would limit nothing, and nobody would notice.
import type { Etf } from '../../domain/etf';
import type { Fund } from '../../domain/fund';
import type { Problem } from '../../domain/problem';
import { nearest } from '../../domain/words';
import { msg } from '../../language/message';
import { problemAt, type Table } from '../../sheets/read';

export function unknownUnitCaps(funds: Table<Fund>, etfs: Table<Etf>): readonly Problem[] {
  const names = etfs.rows.map(({ value }) => value.asset);
  if (names.length === 0) return [];
  return funds.rows.flatMap(({ row, value }) =>
    Object.keys(value.maxUnits)
      .filter((name) => !names.includes(name))
      .sort()
      .map((name) => {
        const likely = nearest(name, names);
        const text =
          likely === null
            ? msg('max_units names "{name}", which is no ETF of the tab etfs', { name })
            : msg('max_units names "{name}", which is no ETF; {likely} is probably meant', { name, likely });
        return problemAt(funds, row, 'maxUnits', 'error', 'unknown-etf', text);
      }),
  );
}
