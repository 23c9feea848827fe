// The desk with everything that could change it taken away: to try what looking costs.
import type { Book, Journal, Services } from '../../desk/services';
import { msg } from '../../language/message';
import { SaidError } from '../../language/print';

function refuse(): never {
  throw new SaidError(msg('the self-test changes nothing of the day'));
}

/** Reads are real, feeds are asked; what would be written goes nowhere, and nothing waits for the lock. */
export function lookingOnly(services: Services): Services {
  return {
    ...services,
    book: { ...services.book, write: () => undefined, flush: () => undefined } satisfies Book,
    journal: overlaid(services.journal),
    lock: { exclusively: (_waitMs, work) => ({ value: work() }) },
    mailer: { ...services.mailer, send: refuse },
    files: { save: refuse },
    brokerBooks: {
      ...services.brokerBooks,
      open: refuse,
      close: refuse,
      grant: refuse,
      revoke: refuse,
      write: refuse,
    },
    warehouse: () => null,
    progress: () => undefined,
  };
}

/** What is set is known to whoever set it, and to nobody else. */
function overlaid(journal: Journal): Journal {
  const own = new Map<string, string | null>();
  return {
    get: (key) => {
      const set = own.get(key);
      return set === undefined ? journal.get(key) : set;
    },
    set: (key, value) => void own.set(key, value),
    setAll(values) {
      for (const [key, value] of Object.entries(values)) own.set(key, value);
    },
    remove: (key) => void own.set(key, null),
    keys: (prefix) =>
      [...new Set([...journal.keys(prefix), ...own.keys()])]
        .filter((key) => key.startsWith(prefix) && own.get(key) !== null)
        .sort(),
  };
}
