// A stage may die at any call to the platform. The next run finishes it, and the world looks as if nothing had happened.
import { describe, expect, it } from '@jest/globals';
import {
  abandonPending,
  acceptChangedState,
  releaseMails,
  settleDoubtfulMails,
} from '../../src/stages/run/repair';
import { apply } from '../../src/stages/run/runner';
import { finalAllocation, initialOrders, primaryUnits, type Stage } from '../../src/stages/stages';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { AT, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

/** The day up to the moment before `stage` runs. */
const before: Readonly<Record<string, () => { desk: MemoryDesk; stage: () => Stage }>> = {
  'initial orders': () => ({ desk: workedDay(), stage: initialOrders }),
  'primary units': () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    desk.world.now = AT.midday;
    desk.world.fills = [MIDDAY_FILL];
    return { desk, stage: () => primaryUnits('nasdaq', true) };
  },
  'final allocation': () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    desk.world.fills = [MIDDAY_FILL];
    desk.world.now = AT.evening;
    return { desk, stage: finalAllocation };
  },
};

/** What the outside sees: tabs but the log and the scratch tab, rows, files and mails. */
const seen = (desk: MemoryDesk) => ({
  tabs: [...desk.book.tabs.keys()]
    .filter((tab) => tab !== 'log' && tab !== '_pending')
    .map((tab) => [tab, desk.book.records(tab)]),
  rows: [...desk.rows].map(([table, rows]) => [table, [...rows.entries()]]),
  files: [...desk.files],
  // A mail that had to be settled first goes after the others.
  mails: desk.mails.map(({ to, subject, text }) => `${to} ${subject}\n${text}`).sort(),
});

const runUntilKilled = (desk: MemoryDesk, stage: Stage, call: number, when: 'before' | 'after'): void => {
  desk.killAt(call, when);
  try {
    apply(desk.services, stage);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  desk.killAt(null);
};

describe.each(Object.entries(before))('%s, killed', (_name, prepare) => {
  const whole = prepare();
  whole.desk.killAt(null);
  apply(whole.desk.services, whole.stage());
  const calls = whole.desk.callCount();
  const expected = seen(whole.desk);

  it.each(['before', 'after'] as const)('%s any call and run again, ends as an undisturbed run', (when) => {
    expect(calls).toBeGreaterThan(20);
    for (let call = 1; call <= calls; call += 1) {
      const { desk, stage } = prepare();
      runUntilKilled(desk, stage(), call, when);
      const again = apply(desk.services, stage());
      if (again.status === 'held') {
        // It died between "sending" and "sent": only the trader knows whether the mail went.
        expect(again.problems.join()).toContain('it is not known whether');
        settleDoubtfulMails(desk.services, mailWent(desk, again.problems.join()));
        apply(desk.services, stage());
      }
      expect({ call, ...seen(desk) }).toEqual({ call, ...expected });
    }
  });
});

/** Whether the doubtful mail is among those that left. */
const mailWent = (desk: MemoryDesk, problem: string): boolean =>
  desk.mails.some(({ subject, to }) => problem.includes(`"${subject}" to ${to.join(', ')}`));

describe('a run that could not finish', () => {
  it('holds its mails while the warehouse is down, lets them go when told, and saves the rows later', () => {
    const desk = workedDay();
    desk.world.warehouseDown = true;
    expect(apply(desk.services, initialOrders())).toMatchObject({ status: 'held', mails: 0 });
    expect(desk.mails).toHaveLength(0);
    expect(releaseMails(desk.services)).toContain('1 runs may send their mails');
    apply(desk.services, initialOrders());
    expect(desk.mails).toHaveLength(1);
    expect(desk.runs.size).toBe(0);
    desk.world.warehouseDown = false;
    apply(desk.services, initialOrders());
    expect(desk.mails).toHaveLength(1);
    expect([...desk.runs.values()]).toEqual(['initial']);
  });

  it('may be abandoned while nothing of it has left the desk', () => {
    const desk = workedDay();
    desk.world.warehouseDown = true;
    apply(desk.services, initialOrders());
    desk.world.warehouseDown = false;
    expect(abandonPending(desk.services, 'wrong amounts')).toContain('abandoned: wrong amounts');
    expect(desk.properties.has('pending')).toBe(false);
    expect(apply(desk.services, initialOrders())).toMatchObject({ status: 'applied', mails: 1 });
  });
});

describe('the state of the day', () => {
  it('changed by hand stops the next run and names the row, until somebody accepts it with a reason', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    const grid = desk.book.tabs.get('_state') ?? [];
    const row = grid.findIndex((cells) => String(cells[0]).startsWith('intents/'));
    const cells = grid[row] ?? [];
    cells[1] = String(cells[1]).replace('ALFA FIF', 'OTHER FIF');
    const stopped = apply(desk.services, initialOrders());
    expect(stopped).toMatchObject({ status: 'refused' });
    expect(stopped.problems[0]).toBe(
      `_state!A${row + 1}: the row "intents/00000" was changed by hand; undo the change, or accept it with Trading > Repair > Accept the state`,
    );
    expect(() => acceptChangedState(desk.services, ' ')).toThrow('needs a reason');
    acceptChangedState(desk.services, 'name corrected');
    expect(apply(desk.services, initialOrders()).status).not.toBe('refused');
    expect(desk.book.records('log').some(({ headline }) => String(headline).includes('name corrected'))).toBe(
      true,
    );
  });
});
