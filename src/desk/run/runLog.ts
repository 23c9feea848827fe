// What ran, in the log tab and the warehouse: every run leaves a row, whatever came of it.
import { dateOf } from '../../domain/stamp';
import { msg } from '../../language/message';
import { print, saidBy } from '../../language/print';
import type { Settings } from '../../sheets/settings';
import type { Desk } from './desk';
import { printDetails } from './details';
import { rememberPlaces } from './failedPlaces';
import type { RunReport } from './report';

/**
 * One row in the log tab, in the desk's language, and, if it can be reached, one in the warehouse, in English. A log that
 * fails stops nobody.
 */
export function logRun(
  { services, book, now }: Desk,
  settings: Settings,
  report: RunReport,
  user: string,
): void {
  const { runId, stage, scope, status, headline } = report;
  const details = [...report.links, ...report.problems, ...report.warnings];
  const { deskLanguage: language } = settings;
  const run = { runId, stage, scope, at: now, user, status };
  try {
    book.append({ ...run, headline: print(headline, language), details: printDetails(details, language) });
    rememberPlaces(services.journal, report);
    services.warehouse(settings)?.log({ ...run, tradeDate: dateOf(now), headline, details });
  } catch (error) {
    services.progress(msg('the run could not be logged: {said}', { said: saidBy(error) }));
  }
}
