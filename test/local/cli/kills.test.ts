// One of what `npm run test:faults` does 200 times over a whole day, there also by the clock: SIGKILL of the real desk, in its
// morning, at a place of its journal. In npm test, what a kill may leave is held by test/local/host/journal.test.ts and
// test/host/replay.test.ts; the real one is tried by npm run test:all.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { effort } from '../../effort';
import { bundledDesk, trialsOf, tryKill, type Undisturbed, undisturbedDay } from '../../faults/kills';

effort(describe.skip, describe)('a desk that is killed in its morning', () => {
  let morning: Undisturbed;
  beforeAll(async () => {
    morning = await undisturbedDay({ program: bundledDesk(), until: 'initial' });
  });

  it('ends as undisturbed, or asks and then does', async () => {
    const [trial] = trialsOf(morning, 1, 20_241_108);
    if (trial === undefined) throw new Error('no such trial');
    const { end, why } = await tryKill(morning, trial);
    expect([end, why]).toEqual([end === 'asked' ? 'asked' : 'as undisturbed', []]);
  });
});
