// Wrappers for the functions of src/main. Inside, sentences are values; a wrapper prints what comes out, exceptions included, in the
// desk's language.
import { type PrintedReport, printedReport, type RunReport } from '../../desk/log/report';
import type { Services } from '../../desk/services';
import type { Language } from '../../language/language';
import { print, SaidError } from '../../language/print';
import { DEFAULT_LANGUAGE } from '../../sheets/settings';
import { settingsTab } from '../../sheets/tabs';
import { deskLanguage } from '../../stages/day/inputs';
import type { BookLook } from '../click';

/**
 * @param createServices makes the services anew for every call, because the spreadsheet may change between two calls
 * @param after done after every call that may have run a stage, once the lock is free again (the chart follows the table)
 */
export function doors(createServices: () => Services, after: (services: Services) => void = () => undefined) {
  const bookLook = (): BookLook => {
    const { book } = createServices();
    return { language: deskLanguage({ book }), isEmpty: book.read(settingsTab.name) === null };
  };
  /** Never fails: a book that cannot be read still gets its menu, and its errors, in the default language. */
  function lookOrDefault(): BookLook {
    try {
      return bookLook();
    } catch {
      return { language: DEFAULT_LANGUAGE, isEmpty: false };
    }
  }

  /** `answering`: a refusal of the desk's (SaidError) leaves as an Error with printed text, which Apps Script shows; others pass unchanged. */
  const answering =
    <Args extends readonly unknown[], Answer>(work: (...args: Args) => Answer) =>
    (...args: Args): Answer => {
      try {
        return work(...args);
      } catch (error) {
        throw error instanceof SaidError ? new Error(print(error.said, lookOrDefault().language)) : error;
      }
    };

  /** `printing`: the work prints its own answer. It gets the language as a function, since the work itself may change that setting. */
  const printing = <Args extends readonly unknown[], Answer>(
    work: (services: Services, language: () => Language, ...args: Args) => Answer,
  ) =>
    answering((...args: Args): Answer => {
      const services = createServices();
      return work(services, () => deskLanguage(services), ...args);
    });

  /** `changing`: as `printing`, for work that may have run a stage; `after` follows it. */
  const changing = <Args extends readonly unknown[], Answer>(
    work: (services: Services, language: () => Language, ...args: Args) => Answer,
  ) =>
    printing((services, language, ...args: Args): Answer => {
      const answer = work(services, language, ...args);
      after(services);
      return answer;
    });

  /** `running`: for work that is one run of a stage; its report leaves printed, as plain data. */
  const running = <Args extends readonly unknown[]>(run: (services: Services, ...args: Args) => RunReport) =>
    changing(
      (services, language, ...args: Args): PrintedReport => printedReport(run(services, ...args), language()),
    );

  return { bookLook, lookOrDefault, answering, printing, changing, running };
}
