// One run at a time on one spreadsheet, whoever starts it.
import type { Lock } from '../desk/services';

export function createLock(): Lock {
  return {
    exclusively(waitMs, work) {
      const lock = LockService.getDocumentLock();
      if (!lock.tryLock(waitMs)) return null;
      try {
        return { value: work() };
      } finally {
        try {
          // The next run must see what this one wrote.
          SpreadsheetApp.flush();
        } finally {
          lock.releaseLock();
        }
      }
    },
  };
}
