// Every alternative says what would really come of it: the settings written and midday looked at again.
import { describe, expect, it } from '@jest/globals';
import { compareSettings } from '../../src/desk/person/compareSettings';
import { preview } from '../../src/desk/run/runner';
import { initialOrders, primaryUnits } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { AT } from '../fixtures/workedDay';

const STAGE = primaryUnits('all', true);

function midday(settings: Readonly<Record<string, string>> = {}, rounding: string | null = null): MemoryDesk {
  const desk = twoFamilies();
  desk.book.fill('settings', [
    ...desk.book.records('settings'),
    ...Object.entries(settings).map(([key, value]) => ({ key, value })),
  ]);
  desk.book.fill(
    'etfs',
    desk.book.records('etfs').map((row) => ({ ...row, unit_rounding: rounding })),
  );
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [...MORNING_FILLS];
  preview(desk.services, STAGE);
  return desk;
}

interface Line {
  readonly units: unknown;
  readonly value: unknown;
  readonly left: unknown;
}

function compared(desk: MemoryDesk): ReadonlyMap<string, Line> {
  const [table] = compareSettings(desk.services, { stage: 'primary', scope: 'all', paused: true });
  return new Map(
    (table?.rows ?? []).map(({ cells: [name, units, , value, left] }) => [
      typeof name === 'object' && name !== null ? said(name) : '',
      { units, value, left },
    ]),
  );
}

/** What midday writes with these settings. */
function written(settings: Readonly<Record<string, string>>): Line {
  const desk = midday(settings);
  expect(apply(desk.services, STAGE).status).toBe('applied');
  const rows = desk.book.records('primary-requests');
  const cents = (column: string): readonly number[] =>
    rows.map((row) => Math.round(Number(row[column]) * 100));
  const sum = (figures: readonly number[]): number => figures.reduce((all, each) => all + each, 0);
  return {
    units: rows.reduce((all, row) => all + Number(row.units), 0),
    value: sum(cents('value')),
    left: sum(cents('residual').map(Math.abs)),
  };
}

describe('midday with other settings', () => {
  it.each([
    ['As the settings are', {}],
    ['Nearest units', { unit_rounding: 'nearest' }],
    ['Rounded down for each fund', { unit_rounding: 'down' }],
    ['Cheapest in money', { split_by: 'money' }],
    ['Without the primary market', { partial_uses_primary: 'no', full_uses_primary: 'no' }],
    ['Tolerance of R$ 2,000.00', { tolerance: '2000' }],
  ])('%s: is what would be written', (name, settings) => {
    expect(compared(midday()).get(name)).toEqual(written(settings));
  });

  it('costs fees, units and trades at the desk’s prices, and what is left open or over', () => {
    const prices = {
      fee_per_request: '250',
      primary_bps: '7',
      half_spread_bps: '11',
      residual_penalty_bps: '40',
    };
    const desk = midday(prices);
    const [table] = compareSettings(desk.services, { stage: 'primary', scope: 'all', paused: true });
    const shown = table?.rows[0]?.cells[6];
    expect(apply(desk.services, STAGE).status).toBe('applied');
    const rows = desk.book.records('primary-requests');
    const sum = (column: string): number => rows.reduce((all, row) => all + Math.abs(Number(row[column])), 0);
    const fees = 250 * rows.filter(({ units }) => Number(units) > 0).length;
    const brl = fees + (7 * sum('value') + 11 * sum('executed') + 40 * sum('residual')) / 10_000;
    expect([fees, sum('value'), sum('executed'), sum('residual')].every((part) => part > 0)).toBe(true);
    expect(shown).toBe(Math.round(brl * 100));
  });

  it('is not there twice, and an ETF’s own rounding is no reason to leave one out', () => {
    expect([...compared(midday()).keys()]).not.toContain('Rounded down in total');
    expect([...compared(midday({}, 'nearest')).keys()]).toContain('Rounded down in total');
  });

  it('changes nothing: no tab, no state, no mail', () => {
    const desk = midday();
    const before = JSON.stringify([...desk.book.tabs, [...desk.properties], desk.mails]);
    compared(desk);
    expect(JSON.stringify([...desk.book.tabs, [...desk.properties], desk.mails])).toBe(before);
  });

  it('says why where an alternative cannot be done', () => {
    const desk = midday();
    desk.world.now = `${AT.midday.slice(0, 11)}15:00:00`;
    const [table] = compareSettings(desk.services, { stage: 'primary', scope: 'all', paused: true });
    expect(table?.rows.every(({ isOdd }) => isOdd)).toBe(true);
  });
});
