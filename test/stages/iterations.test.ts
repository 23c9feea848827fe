// How many iterations a day has: what somebody asks for today wins over the setting, whoever runs what afterwards.
import { describe, expect, it } from '@jest/globals';
import { deskOverview } from '../../src/desk/look/overview';
import { tick } from '../../src/desk/schedule/tick';
import { runDue } from '../../src/desk/schedule/wholeDay';
import { adjustmentCycle, initialOrders, iterations, primaryUnits } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { set } from '../fixtures/badBooks';
import { DATE, fill, HASH11, workedDay } from '../fixtures/workedDay';

const at = (time: string) => `${DATE}T${time}:00`;

describe('a number of iterations', () => {
  it('is a number, or a number as a spreadsheet hands it over; a blank is the setting’s', () => {
    expect(['3', ' 4 ', 5, 6.0].map(iterations)).toEqual([3, 4, 5, 6]);
    expect([undefined, null, ''].map(iterations)).toEqual([null, null, null]);
  });

  it.each([
    ['0', '0'],
    [-1, '-1'],
    [2.5, '2.5'],
    ['many', 'many'],
    ['3x', '3x'],
    [Number.NaN, 'NaN'],
    [true, 'true'],
    [{ triggerUid: '7' }, '{"triggerUid":"7"}'],
  ])('that is none is refused by name: %p', (asked, name) => {
    expect(() => iterations(asked)).toThrow(`"${name}" is not a number of iterations; use 1 or more`);
  });
});

function opened(): MemoryDesk {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  desk.world.now = at('12:30');
  desk.world.fills = [fill('F1', 'BUY', 10_000, 62.4, at('12:00'))];
  apply(desk.services, primaryUnits('all', true));
  return desk;
}

/** A price that makes every round change a cap. */
function round(desk: MemoryDesk, time: string, inav: number, asked: number | null = null) {
  desk.world.now = at(time);
  desk.world.quotes = [{ ...HASH11, inav }];
  return apply(desk.services, adjustmentCycle(asked));
}

const agreed = (desk: MemoryDesk) => deskOverview(desk.services, null).cycle.maximum;

describe('the number that was asked for today', () => {
  it('holds for the next round, its mail and the sidebar', () => {
    const desk = opened();
    set('max_adjustment_iterations', '2')(desk);
    expect(agreed(desk)).toBe(2);
    expect(round(desk, '15:00', 63.5, 4).headline).toContain('iteration 1 of 4');
    expect(agreed(desk)).toBe(4);
    expect(round(desk, '15:30', 64.5).headline).toContain('iteration 2 of 4');
    expect(desk.mails[desk.mails.length - 1]?.subject).toContain('2 of 4');
  });

  it('is not reached where the day ends first: the mail of the last round says that it is the last', () => {
    const desk = opened();
    const LAST = 'This is the last round of the day';
    round(desk, '15:00', 63.5, 4);
    expect(desk.mails[desk.mails.length - 1]?.text).not.toContain(LAST);
    expect(round(desk, '17:40', 64.5).headline).toContain('iteration 2 of 4');
    expect(desk.mails[desk.mails.length - 1]?.text).toContain(LAST);
  });

  it('is kept also where no round is due, and the schedule goes on with it', () => {
    const desk = opened();
    set('max_adjustment_iterations', '1')(desk);
    set('auto_send', 'adjustments')(desk);
    round(desk, '15:00', 63.5);
    expect(round(desk, '15:20', 63.5).headline).toContain('the one iteration of the day is done');
    desk.world.now = at('15:21');
    runDue(desk.services, 3);
    expect(agreed(desk)).toBe(3);
    // The second of three: the rounds are counted back from the last one.
    desk.world.now = at('17:10');
    desk.world.quotes = [{ ...HASH11, inav: 65.5 }];
    tick(desk.services);
    expect(deskOverview(desk.services, null).cycle).toMatchObject({ iteration: 2, maximum: 3 });
  });

  it('before the day is open is the number of the day that is opened, by whomever', () => {
    const desk = workedDay();
    desk.world.now = at('09:00');
    expect(runDue(desk.services, 7).runs).toEqual([]);
    desk.world.now = at('10:15');
    apply(desk.services, initialOrders());
    expect(agreed(desk)).toBe(7);
  });

  it('is the day’s alone', () => {
    const desk = workedDay();
    runDue(desk.services, 7);
    desk.world.now = '2024-11-11T10:15:00';
    apply(desk.services, initialOrders());
    expect(agreed(desk)).toBe(3);
  });
});
