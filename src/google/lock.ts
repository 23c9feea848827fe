// One run at a time on one spreadsheet, whoever starts it.
import type { Lock } from '../desk/services';
import { inTheEnd } from './inTheEnd';

/** @param flush what the next run must see of what this one wrote */
export function createLock(flush: () => void): Lock {
  return {
    exclusively(waitMs, work) {
      const lock = LockService.getDocumentLock();
      if (!lock.tryLock(waitMs)) return null;
      return inTheEnd(
        () => ({ value: work() }),
        flush,
        () => lock.releaseLock(),
      );
    },
  };
}
