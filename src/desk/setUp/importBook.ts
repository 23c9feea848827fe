// Import: puts the desk's fund and trades files into their tabs, all or nothing.
import { hasErrors, type Problem } from '../../domain/problem';
import { mergeFunds, parseFundsFile, parseTradesFile } from '../../sheets/importFiles';
import { readTable } from '../../sheets/read';
import { dailyTrades, fundStats } from '../../sheets/tabs';
import { printTable } from '../../sheets/write';
import { BUSY, LOCK_WAIT_MS } from '../run/alone';
import { openBook } from '../run/openBook';
import type { Services } from '../services';

export interface ImportReport {
  readonly funds: number;
  readonly trades: number;
  readonly problems: readonly Problem[];
}

const HEADER_CODES: readonly string[] = ['missing-tab', 'missing-header', 'duplicate-header'];

/** Either text may be null: that tab stays as it is. With any problem nothing is written. */
export function importBook(
  services: Services,
  fundsJson: string | null,
  tradesCsv: string | null,
): ImportReport {
  const funds = fundsJson === null ? null : parseFundsFile(fundsJson);
  const trades = tradesCsv === null ? null : parseTradesFile(tradesCsv);
  const problems = [...(funds?.problems ?? []), ...(trades?.problems ?? [])];
  const report = { funds: funds?.records.length ?? 0, trades: trades?.records.length ?? 0 };
  if (hasErrors(problems)) return { funds: 0, trades: 0, problems };
  const done = services.lock.exclusively(LOCK_WAIT_MS, () => {
    const book = openBook(services.book);
    const known = funds && readTable(fundStats, book.read(fundStats.name));
    const old = trades && readTable(dailyTrades, book.read(dailyTrades.name));
    // A fund that cannot be read would lose its limits; under a header that is not there the new column would be lost.
    const inTheWay = [
      ...(known?.problems ?? []),
      ...(old?.problems ?? []).filter(({ code }) => HEADER_CODES.includes(code)),
    ].filter(({ severity }) => severity === 'error');
    if (inTheWay.length > 0) return inTheWay;
    const before = (known?.table.rows ?? []).map(({ value }) => value);
    if (funds) book.replace(printTable(fundStats, mergeFunds(funds, before)));
    if (trades) book.replace(printTable(dailyTrades, trades.records));
    book.flush();
    return [];
  });
  if (done === null) return { funds: 0, trades: 0, problems: [BUSY] };
  if (done.value.length > 0) return { funds: 0, trades: 0, problems: done.value };
  return { ...report, problems };
}
