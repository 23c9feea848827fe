// What a sidebar feels without looking: whatever happens at the desk leaves another mark, as does every minute, and nothing else does.
import { expect, it } from '@jest/globals';
import { clearProgress, writeProgress } from '../../src/desk/journal/progress';
import { pulse } from '../../src/desk/look/pulse';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { msg } from '../../src/language/message';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { apply } from '../fakes/run';
import { MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { AT, DATE } from '../fixtures/workedDay';

it('is another one after every stage and refresh of a day', () => {
  const desk = twoFamilies();
  const { services } = desk;
  const at = (now: string): void => {
    desk.world.now = now;
  };
  const marks = [pulse(services).mark];
  const after = (work: () => unknown): void => {
    work();
    marks.push(pulse(services).mark);
  };
  at(AT.morning);
  after(() => apply(services, initialOrders()));
  at(`${DATE}T12:30:00`);
  desk.world.fills = MORNING_FILLS;
  after(() => refreshNow(services));
  after(() => apply(services, primaryUnits('all', true)));
  at(AT.afternoon);
  after(() => apply(services, adjustmentCycle(null)));
  at(AT.evening);
  after(() => apply(services, finalAllocation()));
  expect(new Set(marks).size).toBe(marks.length);
});

it('stays within a minute, and while a run says what it does; another minute is another one', () => {
  const desk = twoFamilies();
  const { services } = desk;
  apply(services, initialOrders());
  const { mark } = pulse(services);
  desk.world.now = `${desk.world.now.slice(0, 16)}:59`;
  expect(pulse(services)).toEqual({ mark, progress: null });
  const said = msg('fetching iNAVs');
  writeProgress(services.journal, services.now(), said);
  expect(pulse(services)).toEqual({ mark, progress: said });
  clearProgress(services.journal);
  // A laptop's clock is wound, and nothing else tells of it.
  desk.world.now = `${DATE}T16:40:00`;
  expect(pulse(services).mark).not.toBe(mark);
});
