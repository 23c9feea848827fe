// A small part of npm run test:faults, seeded; and that nothing which the bundle exports is left out of it.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import * as main from '../../src/main';
import { effort } from '../effort';
import { OPERATIONS } from './operations';
import { type FaultRow, tableOf } from './row';

/** Of everything: a minute's work for the whole is a second's for this. */
const PART = effort('0.01', '0.02');
const KINDS = 'mended,crashes,double,afterwards,outside,days';

describe('whatever happens to the desk', () => {
  it('is tried with every function of the bundle', () => {
    const functions = Object.entries(main).filter(([, each]) => typeof each === 'function');
    expect(Object.keys(OPERATIONS).sort()).toEqual(functions.map(([name]) => name).sort());
    const untried = Object.entries(OPERATIONS).filter(([, cases]) => cases.length === 0);
    expect(untried).toEqual([]);
  });

  it('ends as if nothing had happened, or is asked about in a true sentence', () => {
    const args = ['build/run.mjs', 'test/faults/main.ts', '--json', '--part', PART, '--kinds', KINDS];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const { rows }: { readonly rows: readonly FaultRow[] } = JSON.parse(stdout || '{"rows":[]}');
    expect(new Set(rows.map(({ kind }) => kind.replace(/ with .*/, ''))).size).toBe(6);
    const wrong = rows.filter((row) => row.wrong > 0);
    expect([tableOf(wrong), stderr].join('\n').slice(0, wrong.length === 0 ? 0 : 4_000)).toBe('');
    expect(rows.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThan(effort(40, 60));
  });
});
