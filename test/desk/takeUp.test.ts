// A desk that is opened again after it was cut off takes up the step at once, not when the platform must have ended it.
import { describe, expect, it } from '@jest/globals';
import { takeUp } from '../../src/desk/schedule/takeUp';
import { runDue } from '../../src/desk/schedule/wholeDay';
import { copyDesk } from '../fakes/copyDesk';
import { Killed } from '../fakes/memoryDesk';
import { twoFamilies } from '../fixtures/twoFamilies';

describe('a day that was cut off', () => {
  it('goes on with the step that was under way, at the same moment, and writes to everybody once', () => {
    const start = twoFamilies();
    const whole = copyDesk(start);
    whole.killAt(null);
    expect(runDue(whole.services, null).runs.map(({ status }) => status)).toEqual(['applied']);
    const calls = whole.callCount();
    let taken = 0;
    for (let call = 1; call <= calls; call += 7) {
      const desk = copyDesk(start);
      desk.killAt(call, 'after');
      try {
        runDue(desk.services, null);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      desk.killAt(null);
      const { steps, problems } = takeUp(desk.services);
      taken += steps.length;
      if (problems.length > 0) continue;
      runDue(desk.services, null);
      expect(desk.mails.map(({ subject }) => subject).sort()).toEqual(
        whole.mails.map(({ subject }) => subject).sort(),
      );
    }
    expect(taken).toBeGreaterThan(3);
  });

  it('leaves alone what nobody had begun', () => {
    const desk = twoFamilies();
    expect(takeUp(desk.services)).toEqual({ runIds: [], problems: [], ended: [], steps: [] });
  });
});
