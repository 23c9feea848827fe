// Every peer on the same programs. Who did not end on half of the smaller days is left out of the larger ones; HiGHS,
// the measure of all, never is.
import type { LinearProgram } from '../../src/solver/linearProgram';
import { Guarded, type Run } from './guard';
import { PEERS, type PeerName } from './peers';

export interface Entry {
  readonly name: PeerName;
  /** By program; undefined when the peer was left out. */
  readonly runs: readonly Run[] | undefined;
}

/** Remembers by kind of program who is left out. */
export class Contest {
  private readonly out = new Set<string>();

  async of(
    kind: string,
    programs: readonly LinearProgram[],
    warmUp: LinearProgram,
    seconds: number,
  ): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const name of PEERS) {
      if (this.out.has(`${kind} ${name}`)) {
        entries.push({ name, runs: undefined });
        continue;
      }
      const guarded = new Guarded(name, warmUp, seconds);
      const runs: Run[] = [];
      for (const program of programs) runs.push(await guarded.solve(program));
      await guarded.stop();
      if (name !== 'HiGHS' && failures(runs).hung * 2 >= runs.length) this.out.add(`${kind} ${name}`);
      entries.push({ name, runs });
    }
    return entries;
  }
}

export const LEFT_OUT = 'left out';

/** How often no answer came, and how often no end. */
export function failures(runs: readonly Run[]): { none: number; hung: number } {
  const count = (kind: Run['kind']): number => runs.filter((run) => run.kind === kind).length;
  return { none: count('none'), hung: count('hung') };
}

/** A peer's time over ours by day; a run without end counts as the time it was given. */
export function timesOurs(runs: readonly Run[], ours: readonly number[], seconds: number): number[] {
  return runs.map((run, day) => (run.kind === 'hung' ? seconds * 1_000 : run.ms) / (ours[day] ?? Number.NaN));
}
