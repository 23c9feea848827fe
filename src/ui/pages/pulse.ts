// Looks at the desk when something has happened there. Whether it has costs one read of facts; the look itself costs a hundred times
// that. So it asks often where answers come quickly, as on a laptop, and less often where they do not.
import { ask, whenActed } from './script';

const [QUICKEST_MS, SLOWEST_MS] = [1_000, 15_000];
/** It waits so many times as long as an answer takes. */
const PATIENCE = 12;
/** The quickest of so many says what an answer takes: one that stood behind a run, or under a drawing, took that long for another reason. */
const REMEMBERED = 10;
/** What people type into a tab leaves no fact: so the day is looked at all the same. */
const WHOLE_MS = 60_000;

export interface Watched {
  /** Reads and draws the day, and says itself what went wrong. @returns whether it could be read */
  look(): Promise<boolean>;
  /** What the run under way is doing; null when none is. */
  running(progress: string | null): void;
}

export interface Watch {
  /** Looks at once, whatever happened: a look that is under way began before it, and may show a run that has ended since. */
  now(): Promise<void>;
}

export function watchDesk({ look, running }: Watched): Watch {
  let mark: string | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;
  let took: readonly number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let beating = false;
  let wanted = false;

  const readDay = async (): Promise<void> => {
    lookedAt = performance.now();
    // What could not be read is still to be seen.
    if (!(await look())) mark = null;
  };
  const whole = (): Promise<void> => {
    looking ??= readDay().finally(() => {
      looking = null;
    });
    return looking;
  };
  const feel = async (): Promise<void> => {
    const begun = performance.now();
    // A desk that does not answer has its own way of saying so.
    const pulse = await ask('deskPulse').catch(() => null);
    took = [...took, performance.now() - begun].slice(-REMEMBERED);
    // A look that began before this answer may not see what it tells of: it is asked again behind that look.
    if (looking !== null) {
      wanted = true;
      return;
    }
    if (pulse === null) return whole();
    running(pulse.progress);
    // In the middle of a run the day is half of one and half of another.
    const hasEnded = pulse.progress === null && pulse.mark !== mark;
    if (!hasEnded && begun - lookedAt < WHOLE_MS) return;
    if (pulse.progress === null) mark = pulse.mark;
    await whole();
  };
  const beat = async (): Promise<void> => {
    wanted = true;
    if (beating) return;
    beating = true;
    clearTimeout(timer);
    while (wanted) {
      wanted = false;
      await looking;
      if (!document.hidden) await feel();
    }
    beating = false;
    timer = setTimeout(beat, Math.min(SLOWEST_MS, Math.max(QUICKEST_MS, Math.min(...took) * PATIENCE)));
  };
  const comeTo = async (): Promise<void> => {
    if (!document.hidden) await whole();
  };
  const now = async (): Promise<void> => {
    await looking;
    await comeTo();
  };
  window.addEventListener('focus', () => void comeTo());
  document.addEventListener('visibilitychange', () => void comeTo());
  // Another page of the desk has ended what it was asked to do: nobody waits for the next beat.
  whenActed(() => void beat());
  void beat();
  return { now };
}
