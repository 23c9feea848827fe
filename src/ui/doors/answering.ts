// How the functions of src/main answer: whatever is said on the way out, exceptions included, is printed in the desk's language.
import { type PrintedReport, printedReport, type RunReport } from '../../desk/run/report';
import type { Services } from '../../desk/services';
import type { Language } from '../../language/language';
import { print, SaidError } from '../../language/print';
import { DEFAULT_LANGUAGE } from '../../sheets/settings';
import { settingsTab } from '../../sheets/tabs';
import { deskLanguage } from '../../stages/day/inputs';
import type { BookLook } from '../click';

/**
 * @param createServices made anew for every call: a spreadsheet changes between two of them
 * @param after what follows a run once its lock is given back
 */
export function doors(createServices: () => Services, after: (services: Services) => void = () => undefined) {
  const bookLook = (): BookLook => {
    const { book } = createServices();
    return { language: deskLanguage({ book }), isEmpty: book.read(settingsTab.name) === null };
  };
  /** A book that cannot be read gets its menu and its errors all the same. */
  function lookOrDefault(): BookLook {
    try {
      return bookLook();
    } catch {
      return { language: DEFAULT_LANGUAGE, isEmpty: false };
    }
  }

  /** The platform shows what an exception's `message` says; one that is not the desk's own goes on as it came. */
  const answering =
    <Args extends readonly unknown[], Answer>(work: (...args: Args) => Answer) =>
    (...args: Args): Answer => {
      try {
        return work(...args);
      } catch (error) {
        throw error instanceof SaidError ? new Error(print(error.said, lookOrDefault().language)) : error;
      }
    };

  /** For what is said in the answer: the language that it is printed in. It may be read again after a change: hence a function. */
  const printing = <Args extends readonly unknown[], Answer>(
    work: (services: Services, language: () => Language, ...args: Args) => Answer,
  ) =>
    answering((...args: Args): Answer => {
      const services = createServices();
      return work(services, () => deskLanguage(services), ...args);
    });

  /** The same for what may have run something: what follows a run follows it. */
  const changing = <Args extends readonly unknown[], Answer>(
    work: (services: Services, language: () => Language, ...args: Args) => Answer,
  ) =>
    printing((services, language, ...args: Args): Answer => {
      const answer = work(services, language, ...args);
      after(services);
      return answer;
    });

  /** For a run: its caller gets plain data. */
  const running = <Args extends readonly unknown[]>(run: (services: Services, ...args: Args) => RunReport) =>
    changing(
      (services, language, ...args: Args): PrintedReport => printedReport(run(services, ...args), language()),
    );

  return { bookLook, lookOrDefault, answering, printing, changing, running };
}
