// What an older version wrote down as words is taken over: a book and a run outlive the script that made them.

import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { loadPending } from '../../src/desk/journal/pending';
import { openBook } from '../../src/desk/openBook';
import { finalAllocation, primaryUnits } from '../../src/stages/stages';
import { factOf } from '../fakes/facts';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { openedDay } from '../fixtures/openedDay';
import { AT } from '../fixtures/workedDay';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The state with each fact as `change` has it, signed as the desk signs it. */
function rewrite(desk: MemoryDesk, change: (key: string, fact: Record<string, unknown>) => unknown): void {
  const rows = desk.book.records('_state').map((row) => {
    const key = String(row.key);
    const value = JSON.stringify(change(key, factOf(row.value)));
    return { key, value, hash: sha(`${key}\n${value}`).slice(0, 16) };
  });
  desk.book.fill('_state', rows);
  desk.properties.set(
    'state-hash',
    sha(JSON.stringify(rows.map(({ key, value, hash }) => [key, value, hash]))),
  );
}

/** Plain JSON under the run's own id, its reasons as words, and no seal in the journal. */
function asAnOlderVersionLeftIt(desk: MemoryDesk): void {
  const [pending] = loadPending(openBook(desk.services.book), desk.services);
  if (!pending) throw new Error('nothing is pending');
  const { seal: _seal, ...mark } = pending.mark;
  const entry = JSON.parse(JSON.stringify(pending.entry));
  entry.run.headline = '7 units, in old words';
  for (const unit of entry.outcome.state.units) unit.reasons = ['as the old desk said'];
  desk.book.fill('_pending', [{ run_id: mark.runId, part: 0, chunk: JSON.stringify(entry) }]);
  for (const key of desk.properties.keys()) if (key.startsWith('pending:')) desk.properties.delete(key);
  desk.properties.set('pending', JSON.stringify([mark]));
}

describe('a state whose reasons are words', () => {
  it('goes on, and the words stand in the tabs as they were said', () => {
    const desk = openedDay();
    apply(desk.services, primaryUnits('all', true));
    rewrite(desk, (key, fact) =>
      key.startsWith('units/') ? { ...fact, reasons: ['as the old desk said'] } : fact,
    );
    desk.world.now = AT.evening;
    expect(apply(desk.services, finalAllocation()).status).toBe('applied');
    const reasons = desk.book.records('allocation').map((row) => String(row.reasons));
    expect(reasons.some((text) => text.includes('as the old desk said'))).toBe(true);
  });
});

describe('a run that an older version left half-way', () => {
  it('is finished as it was planned, its headline as it was said', () => {
    const desk = openedDay();
    desk.world.warehouseDown = true;
    expect(apply(desk.services, primaryUnits('all', true)).status).toBe('held');
    asAnOlderVersionLeftIt(desk);
    desk.world.warehouseDown = false;
    const mails = desk.mails.length;
    desk.world.now = AT.evening;
    expect(apply(desk.services, finalAllocation())).toMatchObject({ status: 'applied', problems: [] });
    expect(desk.mails.length).toBeGreaterThan(mails + 1);
    expect([...desk.runs.values()]).toContain('primary');
  });
});
