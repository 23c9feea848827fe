// What was refused for want of quota is refused again until something changes: the schedule plans it once, and once more at the end
// of its time, whoever winds the clock.
import { describe, expect, it } from '@jest/globals';
import { tick } from '../../src/desk/schedule/tick';
import { runDue } from '../../src/desk/schedule/wholeDay';
import type { Services } from '../../src/desk/services';
import { saveSettings } from '../../src/desk/setUp/fillBook';
import { error } from '../../src/domain/problem';
import { addMinutes, timeOf } from '../../src/domain/stamp';
import { verbatim } from '../../src/language/message';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { openedDay } from '../fixtures/openedDay';
import { DATE, fill, MIDDAY_FILL } from '../fixtures/workedDay';

/** Units are asked for from 13:10 to 13:30, and are tried again each two minutes. */
function midday(auto: string): MemoryDesk {
  const desk = openedDay();
  saveSettings(desk.services, { auto_send: auto, retry_interval: '2', primary_lead: '20' });
  desk.world.mailQuota = 2;
  return desk;
}

type Wind = (services: Services) => unknown;
const WAYS: readonly (readonly [string, Wind])[] = [
  ['the trigger', tick],
  ['the laptop’s clock', (services) => runDue(services, null)],
];

/** The minutes at which the stage was planned: each time the iNAVs are asked for. */
function triedAt(
  { services, world }: MemoryDesk,
  wind: Wind,
  change: Readonly<Record<string, () => void>> = {},
): readonly string[] {
  const tried: string[] = [];
  const feeds: Services['feeds'] = (settings) => {
    const asked = services.feeds(settings);
    return {
      ...asked,
      quotes: (...args) => {
        tried.push(timeOf(world.now));
        return asked.quotes(...args);
      },
    };
  };
  for (let now = `${DATE}T13:00:00`; timeOf(now) <= '13:35'; now = addMinutes(now, 1)) {
    world.now = now;
    change[timeOf(now)]?.();
    wind({ ...services, feeds });
  }
  return tried;
}

describe.each(WAYS)('a step that %s runs and that is refused for want of quota', (_who, wind) => {
  it('is planned once, and once more at the end of its time', () => {
    const desk = midday('primary');
    expect(triedAt(desk, wind)).toEqual(['13:10', '13:30']);
    const rows = desk.book.records('log').filter(({ stage }) => stage === 'primary');
    expect(rows.map(({ status }) => status)).toEqual(['refused', 'refused']);
    expect(desk.runs.size).toBe(1);
  });

  it('is planned again as soon as there is other quota, and goes with enough of it', () => {
    const desk = midday('primary');
    const grow = (quota: number) => () => Object.assign(desk.world, { mailQuota: quota });
    expect(triedAt(desk, wind, { '13:15': grow(3), '13:21': grow(100) })).toEqual([
      '13:10',
      '13:16',
      '13:22',
    ]);
    expect([...desk.runs.values()]).toContain('primary');
  });

  it('is planned again where somebody typed something, and not where fills came in', () => {
    const desk = midday('primary');
    const typed = (): void => {
      desk.book.fill(
        'brokers',
        desk.book.records('brokers').map((row) => ({ ...row, emails: 'nova@aurora.example' })),
      );
    };
    const filled = (): void => {
      desk.world.fills = [MIDDAY_FILL, fill('F2', 'BUY', 10, 62.4, `${DATE}T13:11:00`)];
    };
    expect(triedAt(desk, wind, { '13:12': filled, '13:15': typed })).toEqual(['13:10', '13:16', '13:30']);
  });
});

it('a step that time or a feed may mend is tried at each of its moments', () => {
  const desk = midday('primary');
  desk.world.mailQuota = 100;
  desk.world.feedProblems = [error('feed-failed', verbatim('the provider does not answer'))];
  expect(triedAt(desk, tick).length).toBeGreaterThan(8);
});

it('a step that is only prepared is looked at as rarely', () => {
  expect(triedAt(midday(''), tick)).toEqual(['13:10', '13:30']);
});
