// What ran, in the log tab and the warehouse: every run leaves a row, whatever came of it.
import { dateOf, type Stamp } from '../../domain/stamp';
import { sayLines, sayText } from '../../messages/said/said';
import type { Settings } from '../../sheets/settings';
import type { Services } from '../services';
import { reasonOf } from './apply';
import type { OpenBook } from './openBook';
import type { RunReport } from './runner';

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
  const details = [...report.problems, ...report.warnings].join('\n').slice(0, 5_000) || null;
  const { deskLanguage: language } = settings;
  try {
    book.append({
      at: now,
      runId,
      stage,
      scope,
      user,
      status,
      headline: sayText(headline, language),
      details: details === null ? null : sayLines(details, language),
    });
    services
      .warehouse(settings)
      ?.log({ runId, tradeDate: dateOf(now), stage, scope, at: now, user, headline, status, details });
  } catch (error) {
    services.progress(`the run could not be logged: ${reasonOf(error)}`);
  }
}
