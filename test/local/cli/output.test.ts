import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { openOutput } from '../../../src/local/cli/output';

/** A stream that takes so many lines, and refuses every later one. */
function stream(takes: number, code = 'EPIPE') {
  const lines: string[] = [];
  const writable = new Writable({
    decodeStrings: false,
    autoDestroy: false,
    write(chunk, _encoding, done) {
      if (lines.length >= takes) return done(Object.assign(new Error(`${code}: refused`), { code }));
      lines.push(String(chunk).trimEnd());
      done();
    },
  });
  return { writable, lines };
}

/** What happens to a command that prints three lines, of which the first gets through. */
async function printing(code: string, { runs, errTakes = 9 }: { runs: boolean; errTakes?: number }) {
  const out = stream(1, code);
  const err = stream(errTakes);
  const ends: (number | 'stopped')[] = [];
  const stop = (): boolean => {
    if (runs) {
      ends.push('stopped');
      print('what was done is kept');
    }
    return runs;
  };
  const print = openOutput({
    out: out.writable,
    err: err.writable,
    stop,
    exit: (exit) => void ends.push(exit),
  });
  for (const line of ['first', 'second', 'third']) {
    print(line);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { out: out.lines, err: err.lines, ends };
}

describe('the output of a command', () => {
  it('is a day’s: where nobody reads on the day is stopped once, as a person would, and says so elsewhere', async () => {
    expect(await printing('EPIPE', { runs: true })).toEqual({
      out: ['first'],
      err: ['what was done is kept', 'third'],
      ends: ['stopped'],
    });
  });

  it('names a full disk, whatever runs, and is no success', async () => {
    const said = 'What is said here cannot be written: ENOSPC: refused';
    expect(await printing('ENOSPC', { runs: true })).toMatchObject({
      err: [said, 'what was done is kept', 'third'],
      ends: ['stopped'],
    });
    expect(await printing('ENOSPC', { runs: false })).toMatchObject({ err: [said, 'third'], ends: [1] });
  });

  it('only prints: a reader who has seen enough is owed nothing', async () => {
    expect(await printing('EPIPE', { runs: false })).toMatchObject({ ends: [0] });
  });

  it('has nobody left where both streams are lost, and ends all the same', async () => {
    expect(await printing('ENOSPC', { runs: true, errTakes: 0 })).toMatchObject({
      err: [],
      ends: ['stopped'],
    });
  });
});
