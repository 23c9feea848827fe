// A handful of what `npm run test:faults` does 200 times over a whole day: SIGKILL of the real desk, in its morning.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundledDesk, trialsOf, tryKill, type Undisturbed, undisturbedDay } from '../../faults/kills';

let morning: Undisturbed;
beforeAll(async () => {
  morning = await undisturbedDay({ program: bundledDesk(), until: 'initial' });
});

describe('a desk that is killed in its morning', () => {
  it.each([0, 1])('ends as undisturbed, or asks and then does (%d)', async (which) => {
    const trial = trialsOf(morning, 2, 20_241_108)[which];
    if (trial === undefined) throw new Error('no such trial');
    const { end, why } = await tryKill(morning, trial);
    expect([end, why]).toEqual([end === 'asked' ? 'asked' : 'as undisturbed', []]);
  });
});
