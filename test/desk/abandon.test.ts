// Whatever is half-way can be rolled forward or given up from the menu: also after somebody was at the hidden tabs, and also where
// the giving up was cut off itself.
import { describe, expect, it } from '@jest/globals';
import { shareWithBrokers } from '../../src/desk/brokers/sharing';
import { pendingMarks } from '../../src/desk/journal/pending';
import {
  abandonPending,
  acceptChangedState,
  releaseMails,
  runsToAbandon,
  settleMail,
} from '../../src/desk/person/repair';
import { tick } from '../../src/desk/schedule/tick';
import { amend, cancel, finalAllocation, initialOrders, primaryUnits, status } from '../../src/stages/stages';
import { effort } from '../effort';
import { copyDesk } from '../fakes/copyDesk';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { openedDay } from '../fixtures/openedDay';
import { twoBrokers } from '../fixtures/twoBrokers';
import { ALFA, AT, MIDDAY_FILL, trade } from '../fixtures/workedDay';

/** Primary units that wait for the warehouse, which is back. */
const waiting = (): MemoryDesk => {
  const desk = openedDay();
  desk.world.warehouseDown = true;
  expect(apply(desk.services, primaryUnits('all', true)).status).toBe('held');
  desk.world.warehouseDown = false;
  return desk;
};

/** Mails to anybody but the traders. */
const outside = (desk: MemoryDesk): number =>
  desk.mails.filter(({ to }) => !to.includes('traders@desk.example')).length;
const pending = (desk: Pick<MemoryDesk, 'services'>): number => pendingMarks(desk.services.journal).length;

function killedAt(
  desk: Pick<MemoryDesk, 'killAt'>,
  call: number,
  when: 'before' | 'after',
  work: () => unknown,
): boolean {
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

describe('a _pending that somebody was at', () => {
  const DAMAGES: readonly (readonly [string, (desk: MemoryDesk) => void])[] = [
    ['deleted', (desk) => void desk.book.tabs.delete('_pending')],
    ['cleared', (desk) => desk.book.fill('_pending', [])],
    ['without its headers', (desk) => void desk.book.tabs.set('_pending', [['a', 'b', 'c']])],
    [
      'with a chunk edited',
      (desk) => {
        const rows = desk.book.records('_pending');
        desk.book.fill(
          '_pending',
          rows.map((row) => ({ ...row, chunk: `${row.chunk}x` })),
        );
      },
    ],
    [
      'cut short',
      (desk) => {
        const rows = desk.book.records('_pending');
        desk.book.fill(
          '_pending',
          rows.map((row) => ({ ...row, chunk: String(row.chunk).slice(0, 99) })),
        );
      },
    ],
  ];

  it.each(DAMAGES)(
    '%s is named, stops every run without an exception, and can be given up',
    (_how, damage) => {
      const desk = waiting();
      damage(desk);
      const mails = outside(desk);
      expect(apply(desk.services, status())).toMatchObject({
        status: 'held',
        problems: [expect.stringMatching(/^_pending: the outcome of run .*Abandon the pending run$/)],
      });
      expect(() => tick(desk.services)).not.toThrow();
      const [offered] = runsToAbandon(desk.services);
      expect(offered && said(offered.said)).toContain(
        'cannot be read any more: what of it stands in the tabs stays',
      );
      abandonPending(desk.services, 'somebody was at the tab');
      expect(pending(desk)).toBe(0);
      if (desk.book.records('_pending').length === 0)
        desk.book.tabs.set('_pending', [['run_id', 'part', 'chunk']]);
      expect(apply(desk.services, status()).status).not.toBe('held');
      expect(outside(desk)).toBe(mails);
    },
  );

  it('sorted the other way round is what it was', () => {
    const desk = waiting();
    const [headers = [], ...rows] = desk.book.tabs.get('_pending') ?? [];
    desk.book.tabs.set('_pending', [headers, ...rows.reverse()]);
    expect(apply(desk.services, status()).status).not.toBe('held');
    expect(desk.mails).toHaveLength(3);
  });
});

describe('a _state that somebody was at', () => {
  it('sorted the other way round is what it was', () => {
    const desk = openedDay();
    const [headers = [], ...rows] = desk.book.tabs.get('_state') ?? [];
    desk.book.tabs.set('_state', [headers, ...rows.reverse()]);
    expect(apply(desk.services, primaryUnits('all', true)).status).toBe('applied');
  });

  it.each<[string, (desk: MemoryDesk) => void]>([
    ['deleted and made anew', (desk) => void desk.book.tabs.set('_state', [['key', 'value', 'hash']])],
    [
      'with a row that is no JSON any more',
      (desk) => {
        const rows = desk.book.records('_state');
        desk.book.fill(
          '_state',
          rows.map((row, at) => (at === 1 ? { ...row, value: 'tgone' } : row)),
        );
      },
    ],
  ])('%s stops every run, and is accepted as it stands', (_how, damage) => {
    const desk = openedDay();
    damage(desk);
    expect(apply(desk.services, status()).status).toBe('refused');
    acceptChangedState(desk.services, 'nothing can be done about it');
    expect(apply(desk.services, status()).problems).not.toContain('Accept the state');
    expect(said(acceptChangedState(desk.services, 'again'))).toBe(
      'the state stands as the desk wrote it; there is nothing to accept',
    );
  });
});

describe('giving up that is cut off', () => {
  it('is ended by the next run: neither state nor brokers’ spreadsheets keep what was given up', () => {
    const start = () => {
      const day = twoBrokers();
      shareWithBrokers(day.services, null);
      day.desk.world.warehouseDown = true;
      apply(day.services, initialOrders());
      day.desk.world.warehouseDown = false;
      return day;
    };
    const whole = start();
    abandonPending(whole.services, 'wrong file');
    const forward = start();
    apply(forward.services, status());
    const kept = [whole, forward].map(({ books }) => books.everything('Aurora'));
    expect(kept[0]).not.toBe(kept[1]);
    let [back, on] = [0, 0];
    for (const when of ['before', 'after'] as const) {
      for (let call = 1; ; call += effort(3, 1)) {
        const day = start();
        if (!killedAt(day.desk, call, when, () => abandonPending(day.services, 'wrong file'))) break;
        apply(day.services, status());
        expect([call, pending(day)]).toEqual([call, 0]);
        const isBack = day.desk.mails.length === 0;
        const ended = isBack ? whole : forward;
        expect([call, day.desk.book.records('_state')]).toEqual([call, ended.desk.book.records('_state')]);
        expect([call, day.books.everything('Aurora')]).toEqual([call, ended.books.everything('Aurora')]);
        if (isBack) back += 1;
        else on += 1;
      }
    }
    // Before the decision is written down it is none; after it, it holds.
    expect(back).toBeGreaterThan(effort(1, 4));
    expect(on).toBeGreaterThan(0);
  });
});

describe('where there is nothing to repair', () => {
  it('nothing is done, and it is said', () => {
    const desk = openedDay();
    const before = JSON.stringify([...desk.properties, ...desk.book.tabs]);
    expect([
      said(abandonPending(desk.services, 'why not')),
      said(releaseMails(desk.services)),
      said(acceptChangedState(desk.services, 'why not')),
    ]).toEqual([
      'no run is pending',
      'no mails wait to be released',
      'the state stands as the desk wrote it; there is nothing to accept',
    ]);
    expect(() => settleMail(desk.services, 'none', 'done')).toThrow('there is none such');
    expect(JSON.stringify([...desk.properties, ...desk.book.tabs])).toBe(before);
  });
});

describe('before anything is stored', () => {
  const LONG = 'because '.repeat(7_500);

  it.each(['_pending', '_state', 'orders', 'primary-requests'])(
    'a missing tab %s is a problem and no exception',
    (tab) => {
      const desk = openedDay();
      desk.book.tabs.delete(tab);
      const { status: came, problems } = apply(desk.services, primaryUnits('all', true));
      expect([came, problems]).toEqual(['refused', expect.arrayContaining([expect.stringContaining(tab)])]);
      expect(pending(desk)).toBe(0);
    },
  );

  it('a reason of 60,000 characters is refused, whatever it is the reason for', () => {
    const desk = waiting();
    expect(() => abandonPending(desk.services, LONG)).toThrow(
      'the reason has 59,999 characters and 2,000 are taken',
    );
    expect(pending(desk)).toBe(1);
    const day = openedDay();
    day.book.fill('daily-trades', [trade(ALFA, 9_000_000)]);
    for (const stage of [amend(LONG), cancel({ reason: LONG })]) {
      const copy = copyDesk(day);
      const { status: came, problems } = apply(copy.services, stage);
      expect([stage.name, came, problems.length > 0]).toEqual([stage.name, 'refused', true]);
      expect(copy.mails).toHaveLength(day.mails.length);
    }
  });

  it('what a stage cannot work out is a problem in the log, and so are fills that nobody asked for', () => {
    const desk = openedDay();
    const stage = initialOrders();
    if (!('plan' in stage)) throw new Error('another kind of stage');
    const broken = {
      ...stage,
      plan: () => {
        throw new Error('funds must not be empty');
      },
    };
    expect(apply(desk.services, broken)).toMatchObject({
      status: 'refused',
      problems: ['this cannot be worked out: funds must not be empty; nothing was done'],
    });
    expect(desk.book.records('log').slice(-1)[0]?.details).toContain('funds must not be empty');
    const day = openedDay();
    day.book.fill('daily-trades', []);
    apply(day.services, cancel({ reason: 'nothing is wanted' }));
    day.world.fills = [
      { ...MIDDAY_FILL, side: 'SELL', fillId: 'S1' },
      { ...MIDDAY_FILL, fillId: 'L1', time: AT.afternoon },
    ];
    day.world.now = AT.evening;
    const { problems, warnings } = apply(day.services, finalAllocation());
    expect([...problems, ...warnings].length).toBeGreaterThan(0);
    expect([...problems, ...warnings].join()).not.toContain('cannot be worked out');
  });
});
