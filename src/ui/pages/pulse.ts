// Looks at the desk when something has happened there. Whether it has costs one read of facts; the look itself costs a hundred times
// that. So it asks often where answers come quickly, as on a laptop, and less often where they do not.
import { ask } from './script';

const [QUICKEST_MS, SLOWEST_MS] = [1_000, 15_000];
/** It waits so many times as long as the last answer took. */
const PATIENCE = 12;
/** What people type into a tab leaves no fact, and time passes: so the day is looked at all the same. */
const WHOLE_MS = 60_000;

export interface Watched {
  /** Reads and draws the day; it says itself what went wrong. */
  look(): Promise<void>;
  /** What the run under way is doing; null when none is. */
  running(progress: string | null): void;
}

export interface Watch {
  /** Looks at once, whatever happened. */
  now(): Promise<void>;
}

export function watchDesk({ look, running }: Watched): Watch {
  let mark: string | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;

  const whole = (): Promise<void> => {
    lookedAt = performance.now();
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };
  const beat = async (): Promise<void> => {
    const begun = performance.now();
    if (!document.hidden && looking === null) await feel(begun);
    const took = performance.now() - begun;
    setTimeout(beat, Math.min(SLOWEST_MS, Math.max(QUICKEST_MS, took * PATIENCE)));
  };
  const feel = async (begun: number): Promise<void> => {
    // A desk that does not answer has its own way of saying so.
    const pulse = await ask('deskPulse').catch(() => null);
    if (pulse === null) return whole();
    running(pulse.progress);
    // In the middle of a run the day is half of one and half of another.
    const hasEnded = pulse.progress === null && pulse.mark !== mark;
    if (!hasEnded && begun - lookedAt < WHOLE_MS) return;
    if (pulse.progress === null) mark = pulse.mark;
    await whole();
  };
  const now = async (): Promise<void> => {
    if (!document.hidden) await whole();
  };
  window.addEventListener('focus', () => void now());
  document.addEventListener('visibilitychange', () => void now());
  void beat();
  return { now };
}
