// What ran, in the log tab and the warehouse: every run leaves a row, whatever came of it.
import { dateOf } from '../../domain/stamp';
import { msg } from '../../language/message';
import { print, saidBy } from '../../language/print';
import type { Settings } from '../../sheets/settings';
import type { Desk } from '../desk';
import type { OpenBook } from '../openBook';
import type { LogRecord, Services } from '../services';
import { printDetails } from './details';
import { rememberPlaces } from './failedPlaces';
import type { RunReport } from './report';

interface Log {
  readonly services: Pick<Services, 'warehouse' | 'progress'>;
  readonly book: Pick<OpenBook, 'append'>;
  readonly settings: Settings;
}

/**
 * One row in the log tab, in the desk's language, and, if it can be reached, one in the warehouse, in English.
 * @throws where the tab takes none; a warehouse that is down may be the very thing that the row is about
 */
export function writeLog({ services, book, settings }: Log, record: LogRecord): void {
  const { tradeDate: _ofTheWarehouse, headline, details, ...run } = record;
  const { deskLanguage: language } = settings;
  book.append({ ...run, headline: print(headline, language), details: printDetails(details, language) });
  try {
    services.warehouse(settings)?.log(record);
  } catch (error) {
    services.progress(msg('the warehouse did not log it: {said}', { said: saidBy(error) }));
  }
}

/** A log that fails stops nobody. */
export function logRun(
  { services, book, now }: Desk,
  settings: Settings,
  report: RunReport,
  user: string,
): void {
  const { runId, stage, scope, status, headline } = report;
  const details = [...report.links, ...report.problems, ...report.warnings];
  const run = { runId, stage, scope, at: now, user, status, tradeDate: dateOf(now), headline, details };
  try {
    writeLog({ services, book, settings }, run);
    rememberPlaces(services.journal, report);
  } catch (error) {
    services.progress(msg('the run could not be logged: {said}', { said: saidBy(error) }));
  }
}
