// What is to be done however a piece of work ends; whatever fails on the way is told, the first of it first.
import { msg } from '../language/message';
import { print, SaidError, saidBy } from '../language/print';

/**
 * Does the work and then each of the ends, in their order, whatever fails before it.
 * @throws the one error there was as it came; several as one that says them in their order
 */
export function inTheEnd<T>(work: () => T, ...ends: readonly (() => void)[]): T {
  const failed: unknown[] = [];
  const tried = <R>(step: () => R): R | undefined => {
    try {
      return step();
    } catch (cause) {
      failed.push(cause);
      return undefined;
    }
  };
  const done = tried(() => ({ value: work() }));
  for (const end of ends) tried(end);
  if (done !== undefined && failed.length === 0) return done.value;
  throw together(failed);
}

/** What fails again for the same reason is said once. */
function together(failed: readonly unknown[]): unknown {
  const said = new Map(failed.map((cause) => [print(saidBy(cause), 'en'), saidBy(cause)]));
  return said.size === 1 ? failed[0] : new SaidError(msg('{saids}', { saids: [...said.values()] }));
}
