// What a trader can do when a run was cut off: each answer is taken whole or not at all, and is in the log.
import { describe, expect, it } from '@jest/globals';
import { pendingMarks } from '../../src/desk/journal/pending';
import {
  abandonPending,
  acceptChangedState,
  releaseMails,
  runsToAbandon,
  settleMail,
} from '../../src/desk/person/repair';
import { preview } from '../../src/desk/run/runner';
import {
  adjustmentCycle,
  finalAllocation,
  initialOrders,
  primaryUnits,
  status,
} from '../../src/stages/stages';
import { STEP } from '../effort';
import { copyDesk } from '../fakes/copyDesk';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { settleDoubts } from '../fakes/settle';
import { openedDay } from '../fixtures/openedDay';
import { AT, DATE, fill, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

/** Primary units that wait for the warehouse: in the tabs, and nowhere else. */
const waiting = (): MemoryDesk => {
  const desk = openedDay();
  desk.world.warehouseDown = true;
  expect(apply(desk.services, primaryUnits('all', true))).toMatchObject({ status: 'held', mails: 0 });
  return desk;
};

/** The last mail may or may not have gone. */
const inDoubt = (went: boolean): MemoryDesk => {
  const start = openedDay();
  for (let call = 1; ; call += 1) {
    const desk = copyDesk(start);
    untilKilled(desk, call, went ? 'after' : 'before', () => apply(desk.services, primaryUnits('all', true)));
    const sending = [...desk.properties].filter(([, value]) => value.startsWith('sending '));
    if (sending.length > 0 && desk.mails.length === (went ? 2 : 1)) return desk;
  }
};

function untilKilled(desk: MemoryDesk, call: number, when: 'before' | 'after', work: () => unknown): boolean {
  desk.killAt(call, when);
  try {
    work();
    return false;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return true;
  } finally {
    desk.killAt(null);
  }
}

const seen = (desk: MemoryDesk) => ({
  tabs: [...desk.book.tabs.keys()]
    .filter((tab) => tab !== 'log' && tab !== '_pending')
    .map((tab) => [tab, desk.book.records(tab)]),
  properties: [...desk.properties].sort(),
  rows: [...desk.rows].map(([table, rows]) => [table, [...rows]]).sort(),
  mails: desk.mails.map(({ to, subject }) => [to, subject]),
});

const logged = (desk: MemoryDesk): unknown => desk.book.records('log').slice(-1)[0]?.headline;

describe('mails in doubt', () => {
  it.each([
    ['that went are never sent again', true],
    ['that did not go are sent once', false],
  ])('%s', (_name, went) => {
    const desk = inDoubt(went);
    const whole = openedDay();
    apply(whole.services, primaryUnits('all', true));
    const held = apply(desk.services, primaryUnits('all', true));
    expect(held).toMatchObject({ status: 'held', mails: 0 });
    expect(held.problems).toEqual([
      'it is not known whether "Mesa de ETFs | 08/11/2024 | Pedidos de integralização e resgate: HASH11" to lotes@serra.example, traders@desk.example at 12:30 went out; ask the recipient, then settle it under Trading > Repair',
    ]);
    // Nobody gets anything, and no other stage runs, before somebody has asked.
    expect(apply(desk.services, status()).status).toBe('held');
    expect(preview(desk.services, adjustmentCycle(null)).status).toBe('held');
    expect(settleDoubts(desk, () => went)).toEqual([
      expect.stringMatching(went ? / at 12:30 went out$/ : / at 12:30 goes with the next run$/),
    ]);
    expect(logged(desk)).toContain('lotes@serra.example');
    expect(apply(desk.services, primaryUnits('all', true)).status).toBe('unchanged');
    const subjects = (of: MemoryDesk) => of.mails.map(({ subject }) => subject).sort();
    expect(subjects(desk)).toEqual(subjects(whole));
  });
});

describe('a warehouse that is down', () => {
  it('holds the mails and every later stage, until they are released', () => {
    const desk = waiting();
    expect(apply(desk.services, status())).toMatchObject({ status: 'held', mails: 0 });
    expect(desk.mails).toHaveLength(1);
    releaseMails(desk.services);
    expect(logged(desk)).toMatch(
      /^1 run may send its mails: run .*: 2 mails would go before the warehouse has its rows, which stay owed: /,
    );
    expect(apply(desk.services, status()).status).not.toBe('held');
    expect(desk.mails).toHaveLength(3);
  });

  it('gets every run’s rows once it is back, in their order, and sends no mail again', () => {
    const desk = waiting();
    releaseMails(desk.services);
    desk.world.now = AT.afternoon;
    desk.world.fills = [MIDDAY_FILL, fill('F2', 'BUY', 30_000, 62.6, `${DATE}T15:00:00`)];
    expect(apply(desk.services, adjustmentCycle(null)).status).toBe('held');
    releaseMails(desk.services);
    apply(desk.services, status());
    const mails = desk.mails.length;
    expect([...desk.runs.values()]).toEqual(['initial']);
    desk.world.warehouseDown = false;
    desk.world.now = AT.evening;
    expect(apply(desk.services, finalAllocation()).status).toBe('applied');
    expect([...desk.runs.values()]).toEqual(['initial', 'primary', 'adjustments', 'final']);
    expect(desk.mails).toHaveLength(mails + 2);
    expect(pendingMarks(desk.services.journal)).toEqual([]);
  });
});

describe('a run that waits', () => {
  it('is abandoned with a reason, and the day is as it was before it', () => {
    const desk = waiting();
    const before = openedDay();
    expect(() => abandonPending(desk.services, '  ')).toThrow('abandoning a run needs a reason; write why');
    expect(said(abandonPending(desk.services, 'wrong iNAV'))).toMatch(
      /^run .*primary.* was abandoned: wrong iNAV$/,
    );
    expect(logged(desk)).toContain('was abandoned: wrong iNAV');
    expect(desk.properties.get('state-hash')).toBe(before.properties.get('state-hash'));
    expect(desk.book.records('_state')).toEqual(before.book.records('_state'));
    desk.world.warehouseDown = false;
    expect(apply(desk.services, primaryUnits('all', true))).toMatchObject({ status: 'applied', mails: 2 });
  });

  it('of which something may have left the desk is given up as it stands: nothing more of it goes', () => {
    const desk = inDoubt(false);
    const [offered] = runsToAbandon(desk.services);
    expect(offered?.how).toBe('rest');
    expect(offered && said(offered.said)).toContain(
      'part of it has left the desk and stays; 0 rows are never saved, and these mails never go: ',
    );
    const state = desk.book.records('_state');
    abandonPending(desk.services, 'told by telephone');
    expect(desk.book.records('_state')).toEqual(state);
    expect(apply(desk.services, status()).status).not.toBe('held');
    expect(desk.mails).toHaveLength(1);
  });

  it('is not there: there is nothing to abandon', () => {
    expect(said(abandonPending(workedDay().services, 'why not'))).toBe('no run is pending');
  });

  it('whose abandoning is cut off is either abandoned or rolled forward whole', () => {
    const start = waiting();
    const forward = copyDesk(start);
    forward.world.warehouseDown = false;
    apply(forward.services, primaryUnits('all', true));
    const abandoned = copyDesk(start);
    abandonPending(abandoned.services, 'wrong iNAV');
    abandoned.world.warehouseDown = false;
    apply(abandoned.services, primaryUnits('all', true));
    for (const when of ['before', 'after'] as const) {
      for (let call = 1; ; call += STEP) {
        const desk = copyDesk(start);
        if (!untilKilled(desk, call, when, () => abandonPending(desk.services, 'wrong iNAV'))) break;
        desk.world.warehouseDown = false;
        // Rolled forward as it was, or abandoned and planned again: the same either way, but never half of it.
        apply(desk.services, primaryUnits('all', true));
        expect({ call, when, ...seen(desk) }).toEqual({ call, when, ...seen(forward) });
      }
    }
    expect(seen(abandoned)).toEqual(seen(forward));
  });
});

describe('a state that somebody changed', () => {
  const change = (desk: MemoryDesk, key: string, from: string, to: string): number => {
    const grid = desk.book.tabs.get('_state') ?? [];
    const row = grid.findIndex((cells) => cells[0] === key);
    const cells = grid[row] ?? [];
    expect(String(cells[1])).toContain(from);
    cells[1] = String(cells[1]).replace(from, to);
    return row + 1;
  };

  it('stops every stage and names the rows', () => {
    const desk = openedDay();
    const first = change(desk, 'intents/00000', 'ALFA FIF', 'OMEGA FIF');
    const second = change(desk, 'instructions/00000', '"version":1', '"version":7');
    const advice = 'undo the change, or accept it with Trading > Repair > Accept the state';
    for (const stage of [initialOrders(), primaryUnits('all', true), status()])
      expect(apply(desk.services, stage)).toMatchObject({
        status: 'refused',
        problems: [
          `_state!A${first}: the row "intents/00000" was changed by hand; ${advice}`,
          `_state!A${second}: the row "instructions/00000" was changed by hand; ${advice}`,
        ],
      });
  });

  it('by a row that was taken out is said to be so', () => {
    const desk = openedDay();
    const grid = desk.book.tabs.get('_state') ?? [];
    desk.book.tabs.set(
      '_state',
      grid.filter((cells) => cells[0] !== 'intents/00001'),
    );
    expect(apply(desk.services, status()).problems).toEqual([
      '_state: rows were added, removed or put in another order; undo the change, or accept it with Trading > Repair > Accept the state',
    ]);
  });

  it('is known too in a book that an older version signed, and signed anew by the next run', () => {
    const signedBefore = (desk: MemoryDesk): MemoryDesk => {
      const { digest } = desk.services;
      const rows = desk.book.records('_state').map((row) => {
        const value = String(row.value).slice(1);
        return { key: row.key ?? null, value, hash: digest(`${row.key}\n${value}`).slice(0, 16) };
      });
      desk.book.fill('_state', rows);
      const hashes = rows.map(({ key, hash }) => `${key} ${hash}`);
      desk.properties.set('state-hash', digest(hashes.join('\n')));
      return desk;
    };
    const old = signedBefore(openedDay());
    expect(apply(old.services, primaryUnits('all', true)).status).toBe('applied');
    expect(old.properties.get('state-hash')).not.toBe(
      signedBefore(copyDesk(old)).properties.get('state-hash'),
    );
    const changed = signedBefore(openedDay());
    change(changed, 'intents/00000', 'ALFA FIF', 'OMEGA FIF');
    expect(apply(changed.services, status()).status).toBe('refused');
  });

  it('is restored by undoing the change', () => {
    const desk = openedDay();
    change(desk, 'intents/00000', 'ALFA FIF', 'OMEGA FIF');
    change(desk, 'intents/00000', 'OMEGA FIF', 'ALFA FIF');
    expect(apply(desk.services, primaryUnits('all', true)).status).toBe('applied');
  });

  it('is accepted with a reason, and the day goes on from it', () => {
    const desk = openedDay();
    change(desk, 'intents/00000', '"amount":1000000000', '"amount":900000000');
    expect(() => acceptChangedState(desk.services, '')).toThrow(
      'accepting a changed state needs a reason; write why',
    );
    acceptChangedState(desk.services, 'agreed with compliance');
    expect(logged(desk)).toBe('the changed state was accepted: agreed with compliance');
    expect(apply(desk.services, primaryUnits('all', true)).status).toBe('applied');
    expect(desk.book.records('primary-requests').map(({ target }) => target)).toContain(9_000_000);
  });

  it('whose accepting is cut off is still found, and can be accepted again', () => {
    const start = openedDay();
    change(start, 'intents/00000', 'ALFA FIF', 'OMEGA FIF');
    for (let call = 1; ; call += STEP) {
      const desk = copyDesk(start);
      if (!untilKilled(desk, call, 'before', () => acceptChangedState(desk.services, 'name'))) break;
      if (apply(desk.services, status()).status === 'refused') acceptChangedState(desk.services, 'name');
      expect(apply(desk.services, status()).status).not.toBe('refused');
      expect(JSON.stringify(desk.book.records('_state'))).toContain('OMEGA FIF');
    }
  });
});

describe('while somebody else’s run is under way', () => {
  it.each([
    ['settling a mail', (desk: MemoryDesk) => settleMail(desk.services, 'any', 'done')],
    ['releasing mails', (desk: MemoryDesk) => releaseMails(desk.services)],
    ['abandoning', (desk: MemoryDesk) => abandonPending(desk.services, 'wrong')],
    ['accepting the state', (desk: MemoryDesk) => acceptChangedState(desk.services, 'right')],
  ])('%s waits, and changes nothing', (_name, repair) => {
    const desk = waiting();
    desk.world.lockedByAnother = true;
    const before = JSON.stringify([...desk.properties, ...desk.book.tabs]);
    expect(() => repair(desk)).toThrow('another run is under way; wait until it has ended and try again');
    expect(JSON.stringify([...desk.properties, ...desk.book.tabs])).toBe(before);
  });
});
