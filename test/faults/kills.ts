// SIGKILL of the real desk process at seeded moments of a day: opened again, it ends as the undisturbed day, or is held with a
// true sentence until a person has answered.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerMails } from './answerMails';
import { type Desk, type Ended, type Moment, runDesk } from './deskProcess';
import { differences, type Seen, seenIn } from './deskSeen';
import { randomOf } from './random';
import { counted, type FaultKind, type FaultOptions, type FaultResult, type FaultRow } from './row';

const BUNDLE = 'build/out';
const HELD = 3;
/** Desks at work beside each other. */
const AT_ONCE = 2;
/** Answers that a person gives at most; each mail is in doubt once. */
const MOST_ANSWERS = 3;

export interface Undisturbed {
  readonly desk: Desk;
  readonly seen: Seen;
  readonly ms: number;
  readonly journal: number;
}

export interface Trial {
  readonly moment: Moment;
  /** Killed again while it was being opened; null = it was not. */
  readonly again: Moment | null;
}

export interface Came {
  /** What the desk had said last before it was killed. */
  readonly during: string;
  readonly end: 'as undisturbed' | 'asked' | 'wrong';
  /** Until the desk that was opened again had said its first word. */
  readonly openMs: number;
  readonly why: readonly string[];
}

/** Half of them by what is on disk, half by the clock; every fifth is killed a second time. */
export function trialsOf({ ms, journal }: Undisturbed, count: number, seed: number): readonly Trial[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, i) => {
    const place = random();
    const moment = i % 2 === 0 ? { bytes: 1 + place * journal } : { ms: 200 + place * ms };
    const second = random();
    return { moment, again: i % 5 === 4 ? { ms: 300 + second * ms * 0.5 } : null };
  });
}

/** The program as `npm start` runs it. */
export function bundledDesk(): string {
  execFileSync(process.execPath, ['build/run.mjs', 'src/local/cli/main.ts', '--help'], { stdio: 'ignore' });
  // Under a name of its own: other programs are called main, too.
  copyFileSync('build/local/src-local-cli-main.cjs', 'build/local/killed-desk.cjs');
  return 'build/local/killed-desk.cjs';
}

const folder = (): string => mkdtempSync(join(tmpdir(), 'killed-'));

export async function undisturbedDay(desk: Desk): Promise<Undisturbed> {
  const dir = join(folder(), 'desk');
  const { code, lines, ms, journal } = await runDesk(desk, dir, null);
  if (code !== 0) throw new Error(`The undisturbed day ended with ${code}:\n${lines.join('\n')}`);
  const seen = await seenIn(dir);
  rmSync(dir, { recursive: true });
  return { desk, seen, ms, journal };
}

/** `10:15  ✓ …`: a stage has ended. */
const stageOf = ({ lines }: Ended): string => {
  const last = lines.filter((line) => /^\d\d:\d\d {2}/.test(line)).pop();
  return last === undefined ? 'opening and initial orders' : `after the stage of ${last.slice(0, 5)}`;
};

export async function tryKill({ desk, seen }: Undisturbed, { moment, again }: Trial): Promise<Came> {
  const dir = join(folder(), 'desk');
  const killed = await runDesk(desk, dir, moment);
  const during = killed.code === null ? stageOf(killed) : 'after its end';
  if (again !== null) await runDesk(desk, dir, again);
  let ended = await runDesk(desk, dir, null);
  const { openMs } = ended;
  let answers = 0;
  while (ended.code === HELD && answers < MOST_ANSWERS) {
    if (!(await answerMails(dir, BUNDLE, ended.lines.join('\n')))) break;
    answers += 1;
    ended = await runDesk(desk, dir, null);
  }
  if (ended.code !== 0)
    return {
      during,
      end: 'wrong',
      openMs,
      why: [`in ${dir}: ended with ${ended.code}`, ...ended.lines.slice(-12)],
    };
  const why = differences(seen, await seenIn(dir));
  if (why.length > 0) return { during, end: 'wrong', openMs, why: [`in ${dir}:`, ...why.slice(0, 8)] };
  rmSync(dir, { recursive: true });
  return { during, end: answers > 0 ? 'asked' : 'as undisturbed', openMs, why };
}

export const kills: FaultKind = {
  name: 'kills',
  async run({ count, seed, say }: FaultOptions): Promise<FaultResult> {
    const whole = await undisturbedDay({ program: bundledDesk(), until: 'final' });
    say(`an undisturbed day takes ${(whole.ms / 1000).toFixed(1)} s and notes ${whole.journal} bytes`);
    const came: Came[] = [];
    const trials = [...trialsOf(whole, count, seed).entries()];
    const work = async (): Promise<void> => {
      for (let next = trials.shift(); next !== undefined; next = trials.shift()) {
        const [i, trial] = next;
        const one = await tryKill(whole, trial);
        came.push(one);
        say(`${i + 1}/${count} ${JSON.stringify(trial)} ${one.during}: ${one.end}`);
        for (const line of one.why) say(`    ${line}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { rows: rowsOf(came), figures: [opening(came)] };
  },
};

const rowsOf = (came: readonly Came[]): readonly FaultRow[] =>
  [...new Set(came.map(({ during }) => during))].sort().map((operation) =>
    counted(
      'SIGKILL',
      operation,
      came.filter(({ during }) => during === operation),
    ),
  );

function opening(came: readonly Came[]): string {
  const seconds = came.map(({ openMs }) => openMs / 1000).sort((a, b) => a - b);
  const at = (part: number): string => (seconds[Math.floor((seconds.length - 1) * part)] ?? 0).toFixed(1);
  return `seconds until a killed desk is open again: median ${at(0.5)}, longest ${at(1)}`;
}
