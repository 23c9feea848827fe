// One of what `npm run test:faults` does 200 times over a whole day, there also by the clock: SIGKILL of the real desk, in its
// morning, at a place of its journal.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundledDesk, trialsOf, tryKill, type Undisturbed, undisturbedDay } from '../../faults/kills';

let morning: Undisturbed;
beforeAll(async () => {
  morning = await undisturbedDay({ program: bundledDesk(), until: 'initial' });
});

describe('a desk that is killed in its morning', () => {
  it('ends as undisturbed, or asks and then does', async () => {
    const [trial] = trialsOf(morning, 1, 20_241_108);
    if (trial === undefined) throw new Error('no such trial');
    const { end, why } = await tryKill(morning, trial);
    expect([end, why]).toEqual([end === 'asked' ? 'asked' : 'as undisturbed', []]);
  });
});
