// The desk's own files: the fund file (JSON) and the trades file (CSV), and how the first meets the tab that it goes into.
import type { Fund } from '../domain/fund';
import type { ImportedFunds } from './fundFile';
import type { FileField } from './fundKeys';

export { type ImportedFunds, parseFundsFile } from './fundFile';
export { parseTradesFile } from './tradesFile';

/** What the fund file knows nothing of: an import leaves it to whoever fills it in. */
export const FUND_FIELDS_LEFT = ['nav', 'cash', 'primaryAccess', 'maxUnits'] as const;

/**
 * The file's funds with what only the desk knows of them (NAV, cash, access, limits) kept from the tab, and so what the
 * file has no key for.
 * @param known every fund of the tab: one that could not be read would lose its limits here, so refuse before
 */
export function mergeFunds(
  { records, absent }: Pick<ImportedFunds, 'records' | 'absent'>,
  known: readonly Fund[],
): readonly Fund[] {
  const byCnpj = new Map(known.map((fund) => [fund.cnpj, fund]));
  return records.map((fund) => {
    const before = byCnpj.get(fund.cnpj);
    if (!before) return fund;
    const kept = new Set<string>([
      ...FUND_FIELDS_LEFT,
      ...(absent[fund.cnpj] ?? ([] as readonly FileField[])),
    ]);
    const stays = Object.fromEntries(Object.entries(before).filter(([field]) => kept.has(field)));
    return { ...fund, ...stays };
  });
}
