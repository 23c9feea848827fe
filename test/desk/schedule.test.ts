// What is due and what comes next: by B3's hours, the cut-offs, the settings and what has run already.
import { describe, expect, it } from '@jest/globals';
import type { StepMarks } from '../../src/desk/journal/scheduleMarks';
import { nextSteps } from '../../src/desk/schedule/nextSteps';
import { readDueBook } from '../../src/desk/schedule/routine';
import { dueChores, dueSteps, nextOpening } from '../../src/desk/schedule/schedule';
import { saveSettings } from '../../src/desk/setUp/fillBook';
import { print } from '../../src/language/print';
import { initialOrders } from '../../src/stages/stages';
import { scheduleText } from '../../src/ui/doors/schedule';
import { apply } from '../fakes/run';
import { sampleDesk } from '../fakes/sampleDesk';

const DAY = '2024-11-08';
const at = (time: string): string => `${DAY}T${time}:00`;

const opened = (settings: Readonly<Record<string, string>> = {}) => {
  const desk = sampleDesk(settings, at('10:15'));
  expect(apply(desk.services, initialOrders()).status).toBe('applied');
  return desk;
};
const due = (desk: ReturnType<typeof sampleDesk>, now: string, marks: StepMarks = {}) =>
  dueSteps(readDueBook(desk.services, now).inputs, marks).map(({ name, slot }) => [name, slot.slice(11, 16)]);

describe('before the day is open', () => {
  it('only the morning’s orders are due, from their time until the close', () => {
    const desk = sampleDesk();
    expect(due(desk, at('10:14'))).toEqual([]);
    expect(due(desk, at('10:15'))).toEqual([['initial', '10:15']]);
    expect(due(desk, at('17:55'))).toEqual([['initial', '10:15']]);
    expect(due(desk, at('17:56'))).toEqual([]);
  });

  it('the market’s opening counts where it is later than the setting: Ash Wednesday', () => {
    const desk = sampleDesk();
    expect(due(desk, '2025-03-05T12:59:00')).toEqual([]);
    expect(due(desk, '2025-03-05T13:00:00')).toEqual([['initial', '13:00']]);
  });

  it('a holiday of the desk’s own is skipped, a Saturday that it opens is not', () => {
    const desk = sampleDesk();
    desk.book.fill('holidays', [{ date: DAY }, { date: '2024-11-09', open: '10:00', close: '15:00' }]);
    expect(due(desk, at('10:15'))).toEqual([]);
    expect(due(desk, '2024-11-09T10:15:00')).toEqual([['initial', '10:15']]);
  });
});

describe('a step that has run', () => {
  it('is not due again, unless it was refused and its time to try again has come', () => {
    const desk = sampleDesk();
    const done: StepMarks = { initial: { at: at('10:15'), came: 'done' } };
    const refused: StepMarks = { initial: { at: at('10:15'), came: 'refused' } };
    expect(due(desk, at('15:00'), done)).toEqual([]);
    expect(due(desk, at('10:24'), refused)).toEqual([]);
    expect(due(desk, at('10:25'), refused)).toEqual([['initial', '10:25']]);
  });

  it('and began without an end is left alone for as long as a run may last', () => {
    const desk = sampleDesk();
    const started: StepMarks = { initial: { at: at('10:15'), came: 'started' } };
    expect(due(desk, at('10:20'), started)).toEqual([]);
    expect(due(desk, at('10:21'), started)).toEqual([['initial', '10:15']]);
  });
});

describe('an open day', () => {
  it('has each family’s requests before its own cut-off, iterations after that, the allocation after the call', () => {
    const desk = opened();
    expect(due(desk, at('11:59'))).toEqual([]);
    expect(due(desk, at('12:00'))).toEqual([['primary:thematics', '12:00']]);
    // The cut-off of the other family has passed.
    expect(due(desk, at('13:00')).map(([name]) => name)).toEqual(['primary:nasdaq']);
    expect(due(desk, at('16:45')).find(([name]) => name === 'adjustments')).toEqual(['adjustments', '16:40']);
    expect(due(desk, at('18:35')).find(([name]) => name === 'final')).toEqual(['final', '18:35']);
  });

  it('is an hour shorter while New York keeps summer time', () => {
    const desk = sampleDesk({}, '2024-10-31T10:15:00');
    apply(desk.services, initialOrders());
    expect(due(desk, '2024-10-31T17:35:00').map(([name]) => name)).toContain('final');
  });

  it('has a refused allocation tried again as soon as the setting says, for two hours after the close', () => {
    const desk = opened({ retry_interval: '10' });
    const final = (now: string, refusedAt: string) =>
      due(desk, at(now), { final: { at: at(refusedAt), came: 'refused' } }).find(
        ([name]) => name === 'final',
      );
    expect(final('18:44', '18:35')).toBeUndefined();
    expect(final('18:45', '18:35')).toEqual(['final', '18:45']);
    expect(final('20:35', '20:25')).toEqual(['final', '20:35']);
    expect(final('22:00', '20:35')).toBeUndefined();
  });

  it('that closes before a cut-off has the requests before its close', () => {
    const desk = sampleDesk({}, at('10:15'));
    desk.book.fill('holidays', [{ date: DAY, open: '10:00', close: '13:00' }]);
    expect(apply(desk.services, initialOrders()).status).toBe('applied');
    const primaries = (now: string) =>
      due(desk, at(now)).filter(([name]) => String(name).startsWith('primary'));
    expect(primaries('12:00')).toEqual([['primary:thematics', '12:00']]);
    expect(primaries('12:30')).toContainEqual(['primary:nasdaq', '12:30']);
    expect(due(desk, at('13:40')).find(([name]) => name === 'final')).toEqual(['final', '13:40']);
  });

  it('reminds of a cut-off only as long as there is time', () => {
    const desk = opened();
    const chores = (now: string) =>
      dueChores(readDueBook(desk.services, now).inputs, { refresh: { at: now, came: 'done' } }).map(
        ({ name }) => name,
      );
    expect(chores(at('11:29'))).toEqual([]);
    expect(chores(at('11:30'))).toEqual(['remind:thematics']);
    expect(chores(at('12:00'))).toEqual([]);
    saveSettings(desk.services, { primary_reminder: '0' });
    expect(chores(at('11:30'))).toEqual([]);
  });

  it('fetches executions every half hour, or as often as the setting says', () => {
    const slots = (settings: Readonly<Record<string, string>>, now: string) => {
      const desk = opened(settings);
      return dueChores(readDueBook(desk.services, now).inputs, {}).flatMap(({ name, slot }) =>
        name === 'refresh' ? [slot.slice(11, 16)] : [],
      );
    };
    expect(slots({}, at('11:00'))).toEqual(['10:35']);
    expect(slots({ refresh_interval: '5' }, at('11:00'))).toEqual(['11:00']);
    expect(slots({ refresh_interval: '0' }, at('11:00'))).toEqual([]);
  });
});

describe('what comes next', () => {
  it('is said with its time and whether it is sent or prepared', () => {
    const desk = opened({ auto_send: 'primary' });
    desk.world.now = at('11:00');
    const plan = nextSteps(desk.services);
    expect(
      plan.steps.map(({ name, at: moment, unattended }) => [name, moment.slice(11, 16), unattended]),
    ).toEqual([
      ['primary:thematics', '12:00', true],
      ['primary:nasdaq', '13:00', true],
      ['adjustments', '16:40', false],
      ['final', '18:35', false],
    ]);
    expect(scheduleText(plan, 'ana@desk.example', 'en')).toBe(
      [
        'The schedule runs as ana@desk.example. Next:',
        '12:00  Primary units: thematics (sends by itself)',
        '13:00  Primary units: nasdaq (sends by itself)',
        '16:40  Adjustment cycle (prepares; you confirm)',
        '18:35  Final allocation (prepares; you confirm)',
      ].join('\n'),
    );
    expect(scheduleText(plan, null, 'pt')).toContain('A agenda está desligada');
  });

  it('is the next trading day once nothing is left of this one', () => {
    const desk = sampleDesk({}, '2024-11-14T19:00:00');
    const plan = nextSteps(desk.services);
    expect([plan.steps, plan.nextOpening]).toEqual([[], '2024-11-18T10:15:00']);
    expect(plan.closed).toBeNull();
    expect(scheduleText(plan, 'ana@desk.example', 'pt')).toContain('recomeça em 18/11/2024 às 10:15');
    expect(nextOpening(readDueBook(desk.services, '2025-03-04T12:00:00').inputs)).toBe('2025-03-05T13:00:00');
    // B3 is closed on the last weekday of a year and on the first of the next.
    expect(nextOpening(readDueBook(desk.services, '2024-12-30T20:00:00').inputs)).toBe('2025-01-02T10:15:00');
  });

  it('says on a closed day that B3 is closed, why, and when it opens next', () => {
    const closed = (now: string, language: 'en' | 'pt' = 'en'): string | null => {
      const said = nextSteps(sampleDesk({}, now).services).closed;
      return said === null ? null : print(said, language);
    };
    expect(closed('2026-11-15T09:00:00')).toBe(
      'B3 is closed on 2026-11-15 (Republic); it opens next on 2026-11-16 at 10:05',
    );
    expect(closed('2026-11-15T09:00:00', 'pt')).toBe(
      'a B3 não abre em 15/11/2026 (Proclamação da República); o próximo pregão é em 16/11/2026, a partir das 10:05',
    );
    expect(closed('2026-11-14T09:00:00', 'pt')).toContain('em 14/11/2026 (fim de semana)');
    // Ash Wednesday opens in the afternoon.
    expect(closed('2026-02-16T09:00:00')).toBe(
      'B3 is closed on 2026-02-16 (Carnival Monday); it opens next on 2026-02-18 at 13:00',
    );
    expect(closed('2026-11-13T20:00:00')).toBeNull();
  });
});
