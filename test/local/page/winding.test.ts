import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../../../src/local/host/clock';
import { fromSaoPaulo, saoPauloStamp } from '../../../src/local/host/clock';
import { windingHand } from '../../../src/local/page/winding';
import { wordsFor } from '../../../src/local/page/words';

function hand(
  options: { readonly every?: number; readonly next?: string | null; readonly fail?: boolean } = {},
) {
  let now = fromSaoPaulo('2024-11-08T10:02:00');
  const fired: string[] = [];
  const clock: Clock = {
    now: () => now,
    set: (ms) => {
      if (ms < now) throw new Error('never wound back');
      now = ms;
    },
    advance: (ms) => clock.set(now + ms),
  };
  const { every, next = null, fail = false } = options;
  const desk: Parameters<typeof windingHand>[0] = {
    triggers: () => (every === undefined ? [] : [{ id: '1', handler: 'tick', everyMinutes: every }]),
    async call(fn, _args, { trigger = false } = {}) {
      fired.push(`${saoPauloStamp(now).slice(11, 16)} ${fn}${trigger ? '' : ' by hand'}`);
      if (fail) throw new Error('the API is down');
      return { value: null, calls: {}, ms: 0, logs: [] };
    },
  };
  return {
    ...windingHand(
      desk,
      clock,
      () => wordsFor('en').winding,
      async () => next,
      () => undefined,
    ),
    fired,
    time: () => saoPauloStamp(now).slice(11, 16),
  };
}

describe('the hand on the clock', () => {
  it('winds by minutes, to a time and to the next step', async () => {
    const wound = hand({ next: '2024-11-08T13:00:00' });
    expect(await wound.wind({ minutes: 5 })).toEqual({ message: null });
    expect(wound.time()).toBe('10:07');
    await wound.wind({ to: '11:30' });
    expect(wound.time()).toBe('11:30');
    await wound.wind({ step: true });
    expect(wound.time()).toBe('13:00');
  });

  it('fires a trigger at each of its times on the way, and at no other', async () => {
    const wound = hand({ every: 5 });
    await wound.wind({ to: '10:20' });
    expect(wound.fired).toEqual(['10:05 tick', '10:10 tick', '10:15 tick', '10:20 tick']);
    await wound.wind({ minutes: 4 });
    expect(wound.fired).toHaveLength(4);
  });

  it('goes on after a trigger that failed, and says which', async () => {
    const wound = hand({ every: 5, fail: true });
    const { message } = await wound.wind({ to: '10:11' });
    expect(message).toBe('10:05 tick: the API is down\n10:10 tick: the API is down');
    expect(wound.time()).toBe('10:11');
  });

  it('says why it does not wind', async () => {
    expect((await hand().wind({ to: '09:00' })).message).toContain('never wound back');
    expect((await hand().wind({ to: '25:00' })).message).toContain('write it like 13:30');
    expect((await hand().wind({ step: true })).message).toBe('Nothing more is planned today.');
    expect((await hand({ next: '2024-11-08T10:00:00' }).wind({ step: true })).message).toContain(
      'due already',
    );
  });

  it('is one hand: a second winding waits for nobody', async () => {
    const wound = hand({ every: 5 });
    const [, second] = await Promise.all([wound.wind({ minutes: 30 }), wound.wind({ minutes: 30 })]);
    expect(second.message).toBe('The clock is being wound already.');
    expect(wound.time()).toBe('10:32');
  });
});
