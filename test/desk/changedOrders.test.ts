// Orders that daily-trades asks for otherwise once they are worked: said wherever somebody looks, until an amendment takes them or
// the old amount stands again.
import { describe, expect, it } from '@jest/globals';
import { deskBlotter } from '../../src/desk/look/deskBlotter';
import { deskOverview } from '../../src/desk/look/overview';
import { pulse } from '../../src/desk/look/pulse';
import { preview } from '../../src/desk/run/runner';
import {
  adjustmentCycle,
  amend,
  cancel,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
  status,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said, texts } from '../fakes/said';
import { MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, BETA, DATE, trade } from '../fixtures/workedDay';

/** ALFA buys HASH11 for R$ 10 million in two rows; everybody's orders are out. */
function opened(): MemoryDesk {
  const desk = twoFamilies();
  const [, ...others] = desk.book.records('daily-trades');
  desk.book.fill('daily-trades', [trade(ALFA, 4_000_000), ...others, trade(ALFA, 6_000_000)]);
  desk.book.fill('settings', [
    ...desk.book.records('settings').filter(({ key }) => key !== 'check_duplicates'),
    { key: 'check_duplicates', value: 'off' },
  ]);
  expect(apply(desk.services, initialOrders()).status).toBe('applied');
  return desk;
}

const withAmount = (desk: MemoryDesk, cnpj: string, amount: number | string): MemoryDesk => {
  const rows = desk.book.records('daily-trades');
  const at = rows.findIndex((row) => row.cnpj === cnpj && row.asset === 'HASH11');
  desk.book.fill(
    'daily-trades',
    rows.map((row, index) => (index === at ? { ...row, amount } : row)),
  );
  return desk;
};

const at = (desk: MemoryDesk, time: string): MemoryDesk => {
  desk.world.now = `${DATE}T${time}:00`;
  return desk;
};

const sidebar = (desk: MemoryDesk) => {
  const { next, warnings, timeline } = deskOverview(desk.services, null);
  return {
    next: next?.name,
    orders: next?.orders,
    warnings: texts(warnings.filter(({ code }) => code === 'trades-changed' || code === 'trades-unread')),
    steps: timeline.map(({ name }) => name),
  };
};
const alerts = (desk: MemoryDesk) =>
  deskBlotter(desk.services)
    .alerts.filter(({ kind }) => kind === 'changed')
    .map(({ said: text, request }) => ({ text: said(text), request }));
const warned = (desk: MemoryDesk, stage: Stage) =>
  texts(preview(desk.services, stage).warnings).filter((text) => text.includes('daily-trades'));

const TWICE =
  'daily-trades: 1 order differs from what is worked: ALFA BUY HASH11: R$ 10,000,000.00 → R$ 12,000,000.00. Use Trading > Amend an order, or put the old amount back';

describe('an order that was changed after the morning', () => {
  it('is the next step of the sidebar, which says old and new and what to do', () => {
    const desk = withAmount(at(opened(), '11:00'), ALFA, 6_000_000);
    expect(sidebar(desk)).toMatchObject({ next: 'amend', orders: 1, warnings: [TWICE] });
    expect(sidebar(desk).steps.slice(0, 2)).toEqual(['initial', 'amend']);
    // The old amount back, and it was nothing.
    expect(sidebar(withAmount(desk, ALFA, 4_000_000))).toMatchObject({
      next: 'primary:thematics',
      warnings: [],
    });
  });

  it('is an alert of the blotter that opens the amendment', () => {
    const desk = withAmount(at(opened(), '11:00'), ALFA, 6_000_000);
    expect(alerts(desk)).toEqual([
      {
        text: 'daily-trades differs from what is worked: ALFA BUY HASH11: R$ 10,000,000.00 → R$ 12,000,000.00',
        request: { stage: 'amend' },
      },
    ]);
  });

  it('is a warning of every stage that goes on without it', () => {
    const desk = withAmount(at(opened(), '12:30'), ALFA, 6_000_000);
    desk.world.fills = MORNING_FILLS;
    expect(warned(desk, primaryUnits('all', true))).toEqual([TWICE]);
    expect(warned(desk, status())).toEqual([TWICE]);
    expect(warned(desk, initialOrders())).toEqual([TWICE]);
    at(desk, '16:00');
    expect(warned(desk, adjustmentCycle(null))).toEqual([TWICE]);
  });

  it('is a fact and no step once nobody can amend any more', () => {
    const desk = withAmount(at(opened(), '12:30'), ALFA, 6_000_000);
    desk.world.fills = MORNING_FILLS;
    desk.world.now = AT.evening;
    expect(warned(desk, finalAllocation())).toEqual([expect.stringContaining('It is too late to amend')]);
    apply(desk.services, finalAllocation());
    expect(sidebar(desk)).toMatchObject({ warnings: [expect.stringContaining('It is too late to amend')] });
    expect(sidebar(desk).steps).not.toContain('amend');
    expect(alerts(desk)).toMatchObject([{ request: null }]);
  });
});

describe('nothing is said to differ', () => {
  it('where the rows are other ones and ask for the same', () => {
    const desk = at(opened(), '11:00');
    const rows = desk.book
      .records('daily-trades')
      .filter(({ cnpj, asset }) => cnpj !== ALFA || asset !== 'HASH11');
    desk.book.fill('daily-trades', [...rows.slice().reverse(), trade(ALFA, 10_000_000)]);
    expect(sidebar(desk).warnings).toEqual([]);
    expect(alerts(desk)).toEqual([]);
  });

  it('once an amendment took it, and of what was cancelled with its row left as it was', () => {
    const desk = withAmount(at(opened(), '11:00'), ALFA, 6_000_000);
    expect(apply(desk.services, amend('more')).status).toBe('applied');
    expect(sidebar(desk).warnings).toEqual([]);
    apply(desk.services, cancel({ cnpj: BETA, reason: 'called back' }));
    expect(sidebar(desk).warnings).toEqual([]);
    expect(alerts(desk)).toEqual([]);
    // Another amount in that row asks for it again.
    expect(sidebar(withAmount(desk, BETA, 3_000_000)).orders).toBe(1);
  });

  it('of a buy that the morning left out for want of cash', () => {
    const desk = twoFamilies();
    desk.book.fill(
      'fund-stats',
      desk.book.records('fund-stats').map((row) => (row.cnpj === BETA ? { ...row, cash: -1 } : row)),
    );
    expect(apply(desk.services, initialOrders()).status).toBe('applied');
    expect(sidebar(at(desk, '11:00')).warnings).toEqual([]);
    expect(alerts(desk)).toEqual([]);
  });
});

describe('a row that went away, came, or cannot be read', () => {
  it('is said to end, and to begin', () => {
    const desk = at(opened(), '11:00');
    const rows = desk.book.records('daily-trades').filter(({ cnpj }) => cnpj !== BETA);
    desk.book.fill('daily-trades', [...rows, trade(BETA, 300_000, 'BUY', 'DEFI11')]);
    expect(sidebar(desk)).toMatchObject({ next: 'amend', orders: 2 });
    const [text] = sidebar(desk).warnings;
    expect(text).toContain('BETA BUY HASH11: R$ 2,000,000.00 → R$ 0.00');
    expect(text).toContain('BETA BUY DEFI11: R$ 0.00 → R$ 300,000.00');
  });

  it('while somebody types is no amendment, and no silence', () => {
    const desk = withAmount(at(opened(), '12:30'), ALFA, '6,000,0');
    const found = sidebar(desk);
    expect(found.next).not.toBe('amend');
    expect(found.warnings).toEqual([
      expect.stringMatching(
        /^daily-trades!E2: whether daily-trades still asks for what is worked is not known/,
      ),
    ]);
    expect(alerts(desk)).toEqual([]);
    expect(deskBlotter(desk.services).waits.map(said)).toContainEqual(
      expect.stringContaining('is not known'),
    );
    expect(preview(desk.services, primaryUnits('all', true)).problems).toEqual([]);
  });
});

describe('what it costs', () => {
  const reads = (desk: MemoryDesk, look: () => unknown): readonly string[] => {
    desk.book.calls.length = 0;
    look();
    return desk.book.calls.filter((call) => /^read (daily-trades|fund-stats)/.test(call));
  };

  it('is one tab of a look while nothing differs, one more where something does, and none of the pulse', () => {
    const desk = at(opened(), '11:00');
    expect(reads(desk, () => deskOverview(desk.services, null))).toHaveLength(1);
    expect(reads(desk, () => deskBlotter(desk.services))).toHaveLength(1);
    expect(reads(desk, () => pulse(desk.services))).toEqual([]);
    withAmount(desk, ALFA, 6_000_000);
    expect(reads(desk, () => deskOverview(desk.services, null))).toHaveLength(2);
  });
});

describe('the end-of-day report', () => {
  const reportOf = (desk: MemoryDesk): string =>
    desk.mails.filter(({ subject }) => subject.includes('end of day')).at(-1)?.text ?? '';

  it('counts the orders that were asked for otherwise and not amended, whatever daily-trades says afterwards', () => {
    const desk = withAmount(opened(), BETA, 2_500_000);
    desk.world.fills = MORNING_FILLS;
    at(desk, '18:30');
    expect(apply(desk.services, finalAllocation()).status).toBe('applied');
    const text = reportOf(desk);
    expect(text).toMatch(
      /Asked, not amended +BETA, BUY HASH11: daily-trades asks for R\$ 2,500,000.00, R\$ 2,000,000.00 was/,
    );
    // Tomorrow's file is no news of today.
    desk.book.fill('daily-trades', []);
    expect(apply(desk.services, finalAllocation()).headline).toContain('nothing changed');
    expect(reportOf(desk)).toBe(text);
  });

  it('says nothing of it where all was amended or put back', () => {
    const desk = withAmount(withAmount(opened(), BETA, 2_500_000), BETA, 2_000_000);
    desk.world.fills = MORNING_FILLS;
    at(desk, '18:30');
    apply(desk.services, finalAllocation());
    expect(reportOf(desk)).not.toBe('');
    expect(reportOf(desk)).not.toContain('Asked, not amended');
  });
});
