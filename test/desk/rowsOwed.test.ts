// Rows that a run owes the warehouse are owed until they are saved: a warehouse that went out of the settings is not one that has them.
import { describe, expect, it } from '@jest/globals';
import { pendingMarks } from '../../src/desk/journal/pending';
import { currentStatus } from '../../src/desk/look/currentStatus';
import { releaseMails } from '../../src/desk/person/repair';
import { resumePending } from '../../src/desk/run/resume';
import { saveSettings } from '../../src/desk/setUp/fillBook';
import { finalAllocation, initialOrders, primaryUnits, status } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said, texts } from '../fakes/said';
import { AT, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

/** The worked day whose warehouse is where its setting says, or nowhere. */
function start(): MemoryDesk {
  const desk = workedDay();
  const { warehouse } = desk.services;
  const services = {
    ...desk.services,
    warehouse: (settings: Parameters<typeof warehouse>[0]) =>
      settings.googleCloudProject === null ? null : warehouse(settings),
  };
  apply(services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  return { ...desk, services };
}
const project = (desk: MemoryDesk, name: string) =>
  saveSettings(desk.services, { GOOGLE_CLOUD_PROJECT: name });
const primary = (desk: MemoryDesk) => apply(desk.services, primaryUnits('all', true));

describe('rows of a run', () => {
  it('stay owed when the project goes out of the settings, and are saved once it is there again', () => {
    const desk = start();
    desk.world.warehouseDown = true;
    expect(primary(desk).status).toBe('held');
    desk.world.warehouseDown = false;
    project(desk, '');
    const report = apply(desk.services, status());
    expect([report.status, report.problems]).toEqual([
      'held',
      [
        expect.stringContaining(
          'are owed to the warehouse and GOOGLE_CLOUD_PROJECT is blank now; the mails wait',
        ),
      ],
    ]);
    releaseMails(desk.services);
    apply(desk.services, status());
    expect(desk.mails).toHaveLength(3);
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    const { complete, missing } = currentStatus(desk.services, () => undefined);
    expect([complete, missing.map(said).join('\n')]).toEqual([
      false,
      expect.stringMatching(/the rows of run .*primary.* wait for the warehouse/),
    ]);
    expect([...desk.runs.values()]).toEqual(['initial']);
    project(desk, 'desk-project');
    apply(desk.services, status());
    expect([...desk.runs.values()].slice(0, 2)).toEqual(['initial', 'primary']);
    expect(pendingMarks(desk.services.journal)).toEqual([]);
  });

  it('stay owed while the settings cannot be read', () => {
    for (const damage of [
      (desk: MemoryDesk) => void desk.book.tabs.delete('settings'),
      (desk: MemoryDesk) => void desk.book.tabs.set('settings', [['a', 'b']]),
    ]) {
      const desk = start();
      desk.world.warehouseDown = true;
      primary(desk);
      desk.world.warehouseDown = false;
      damage(desk);
      expect(texts(resumePending(desk.services).problems).join()).toMatch(/settings/);
      expect([...desk.runs.values()]).toEqual(['initial']);
      expect(pendingMarks(desk.services.journal)).toHaveLength(1);
      expect(desk.mails).toHaveLength(1);
    }
  });

  it('are nobody’s where there is no warehouse when the run begins', () => {
    const desk = start();
    project(desk, '');
    expect(primary(desk).status).toBe('applied');
    expect(pendingMarks(desk.services.journal)).toEqual([]);
  });
});

it('a project’s name that can be none is named at its cell before anything is written', () => {
  const desk = start();
  const settings = desk.book.records('settings');
  desk.book.fill(
    'settings',
    settings.map((row) => (row.key === 'GOOGLE_CLOUD_PROJECT' ? { ...row, value: 'My Project!' } : row)),
  );
  const before = JSON.stringify(desk.book.records('_state'));
  expect(primary(desk)).toMatchObject({
    status: 'refused',
    problems: [
      'settings!B4: GOOGLE_CLOUD_PROJECT "My Project!" is not a valid name; write one such as desk-trading-1',
    ],
  });
  expect(JSON.stringify(desk.book.records('_state'))).toBe(before);
  expect([pendingMarks(desk.services.journal), desk.mails.length]).toEqual([[], 1]);
});
