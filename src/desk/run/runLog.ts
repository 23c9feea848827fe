// What ran, in the log tab and the warehouse: every run leaves a row, whatever came of it.
import { dateOf, type Stamp } from '../../domain/stamp';
import { msg } from '../../language/message';
import { print, saidBy } from '../../language/print';
import type { Settings } from '../../sheets/settings';
import type { Services } from '../services';
import { printDetails } from './details';
import type { OpenBook } from './openBook';
import type { RunReport } from './report';

/**
 * One row in the log tab, in the desk's language, and, if it can be reached, one in the warehouse, in English. A log that
 * fails stops nobody.
 */
export function logRun(
  services: Services,
  book: OpenBook,
  settings: Settings,
  report: RunReport,
  user: string,
  now: Stamp,
): void {
  const { runId, stage, scope, status, headline } = report;
  const details = [...report.problems, ...report.warnings];
  const { deskLanguage: language } = settings;
  try {
    book.append({
      at: now,
      runId,
      stage,
      scope,
      user,
      status,
      headline: print(headline, language),
      details: printDetails(details, language),
    });
    services
      .warehouse(settings)
      ?.log({ runId, tradeDate: dateOf(now), stage, scope, at: now, user, headline, status, details });
  } catch (error) {
    services.progress(msg('the run could not be logged: {said}', { said: saidBy(error) }));
  }
}
