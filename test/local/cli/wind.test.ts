// A date that is refused changes nothing: the desk stands where it stood, and a day that there is can still be played.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { windOn } from '../../../src/local/cli/wind';
import { wordsOf } from '../../../src/local/cli/words';
import { openWorld, type World } from '../../../src/local/cli/world';
import { fromSaoPaulo, openWoundClock, saoPauloDate } from '../../../src/local/host';
import { readSample } from '../../../src/local/market';

const ROOT = join(__dirname, '../../..');
const sample = readSample(join(ROOT, 'src/local/market/sample'));

describe('a date that is refused', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'wind-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const open = (date: string | null, more: { readonly hasBook?: boolean; readonly isPlayed?: boolean }) =>
    openWorld({ dir: home, bundleDir: join(ROOT, 'build/out'), date, seed: 7, sample, ...more });
  const closing = async <T>(world: World, act: (world: World) => Promise<T>): Promise<T> => {
    try {
      return await act(world);
    } finally {
      await world.close();
    }
  };

  it('leaves the clock where it stood, in its file and for the next start; a later day is played from there', async () => {
    await closing(await open('2026-11-13', {}), async ({ desk }) => {
      await desk.call('setUp');
      await desk.save();
    });
    const stands = () => /"saoPaulo":"[^"]+"/.exec(readFileSync(join(home, 'clock.json'), 'utf8'))?.[0];
    expect(stands()).toBe('"saoPaulo":"2026-11-13T09:00:00"');
    await expect(open('2036-11-16', { hasBook: true, isPlayed: true })).rejects.toThrow(
      /B3 não abre em 16.11.2036 .*Nada mudou: a mesa em .* está em 13.11.2026/,
    );
    expect(stands()).toBe('"saoPaulo":"2026-11-13T09:00:00"');
    // A reader may look at a closed day, which only the start itself cannot play.
    const days: string[] = [];
    for (const [date, isPlayed] of [
      [null, true],
      ['2026-11-14', false],
      ['2026-11-16', true],
    ] as const)
      days.push(await closing(await open(date, { hasBook: true, isPlayed }), async (world) => world.date));
    expect(days).toEqual(['2026-11-13', '2026-11-14', '2026-11-16']);
  });

  const asked = async (date: string, tradeDate: string | null, isAsked = true) => {
    mkdirSync(join(home, 'asked'), { recursive: true });
    const clock = openWoundClock(join(home, 'asked', 'clock.json'), fromSaoPaulo('2026-11-13T18:35:00'));
    const desk = {
      book: { tabs: () => ['settings'] },
      call: async () => ({ value: { tradeDate, closed: null }, calls: {}, ms: 0, logs: [] }),
    };
    const how = { dir: 'D', date, clock, isAsked, isPlayed: true, words: wordsOf('en') };
    const said = await windOn(desk, how).then(
      () => '',
      (error: Error) => error.message,
    );
    return [said, saoPauloDate(clock.now())];
  };

  it('is one more than 31 days after a day that was played: a slip of the year ends no desk', async () => {
    expect(await asked('2036-11-17', '2026-11-13')).toEqual([
      '2036-11-17 is too long after 2026-11-13, and a desk never goes back: go on by 31 days at most, or name another desk with --dir. Nothing was changed: the desk in D stands at 2026-11-13.',
      '2026-11-13',
    ]);
    expect((await asked('2026-12-15', '2026-11-13'))[1]).toBe('2026-11-13');
  });

  it.each([
    ['2026-12-14', '2026-11-13', true],
    ['2036-11-17', null, true],
    ['2036-11-17', '2026-11-13', false],
  ] as const)('is not %s where the last day is %s (asked: %s)', async (date, tradeDate, isAsked) => {
    expect(await asked(date, tradeDate, isAsked)).toEqual(['', date]);
  });
});
