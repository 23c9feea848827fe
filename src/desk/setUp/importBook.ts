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
    if (funds) {
      const known = readTable(fundStats, book.read(fundStats.name)).table.rows.map(({ value }) => value);
      book.replace(printTable(fundStats, mergeFunds(funds.records, known)));
    }
    if (trades) book.replace(printTable(dailyTrades, trades.records));
    book.flush();
  });
  if (done === null) return { funds: 0, trades: 0, problems: [BUSY] };
  return { ...report, problems };
}
