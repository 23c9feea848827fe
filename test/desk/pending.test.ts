// Hidden tabs hold text that a spreadsheet may take for something else: it is read back equal, or named and never used.
import { describe, expect, it } from '@jest/globals';
import { loadPending, storePending } from '../../src/desk/journal/pending';
import { readState, writeState } from '../../src/desk/journal/stateStore';
import { openBook } from '../../src/desk/openBook';
import { EMPTY_STATE } from '../../src/stages/day/state';
import { finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { memoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { AT, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

/** The primary run waits for its warehouse. */
function waiting(): MemoryDesk {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  desk.world.warehouseDown = true;
  expect(apply(desk.services, primaryUnits('all', true)).status).toBe('held');
  desk.world.warehouseDown = false;
  return desk;
}

/** Numbers that no packer makes shorter, the same ones each time. */
let seed = 1;
const drawn = (): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed;
};

const texts = (desk: MemoryDesk, tab: string): readonly string[] =>
  desk.book.records(tab).flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'string'));

describe('what stands in a hidden tab', () => {
  it('begins with a letter, cell by cell: no spreadsheet makes a figure, a date or a formula of it', () => {
    const desk = waiting();
    for (const text of [...texts(desk, '_pending'), ...texts(desk, '_state')]) expect(text).toMatch(/^[a-z]/);
    expect(texts(desk, '_pending').length).toBeGreaterThan(1);
  });

  it('is the state again, also where a fact is longer than a cell', () => {
    const { book, journal, digest } = memoryDesk().services;
    const opened = openBook(book);
    const navs = Array.from({ length: 40 }, (_, at) => ({ asset: `${at}`.repeat(at * 100), nav: at }));
    const long = [{ asset: '12e3 '.repeat(30_000), nav: 1 }, ...navs];
    journal.setAll(writeState(opened, digest, { ...EMPTY_STATE, tradeDate: '2024-11-08', navs: long }));
    opened.flush();
    const { state, problems } = readState(openBook(book), journal, digest);
    expect(problems).toEqual([]);
    expect(state.navs).toEqual(long);
  });
});

describe('an outcome that waits', () => {
  it('goes on as it was planned', () => {
    const desk = waiting();
    desk.world.now = AT.evening;
    expect(apply(desk.services, finalAllocation())).toMatchObject({ status: 'applied', problems: [] });
    expect([...desk.runs.values()]).toContain('primary');
  });

  it.each<[string, (chunk: string) => string]>([
    [
      'a letter differs',
      (chunk) => `${chunk.slice(0, 40)}${chunk[40] === 'A' ? 'B' : 'A'}${chunk.slice(41)}`,
    ],
    ['its end is missing', (chunk) => chunk.slice(0, -1)],
    ['it lost its first letter', (chunk) => chunk.slice(1)],
    ['something was typed behind it', (chunk) => `${chunk} `.padEnd(chunk.length + 2, 'x')],
  ])('is named and never rolled forward where %s', (_what, change) => {
    const desk = waiting();
    const rows = desk.book.records('_pending');
    desk.book.fill(
      '_pending',
      rows.map((row) => ({ ...row, chunk: change(String(row.chunk)) })),
    );
    const [mails, runs] = [desk.mails.length, desk.runs.size];
    const { status: came, problems } = apply(desk.services, finalAllocation());
    expect([came, problems]).toEqual([
      'held',
      [expect.stringMatching(/^_pending: the outcome of run .* is not what the desk wrote/)],
    ]);
    expect([desk.mails.length, desk.runs.size]).toEqual([mails, runs]);
    // Undone, it goes on.
    desk.book.fill('_pending', rows);
    expect(apply(desk.services, finalAllocation()).status).not.toBe('held');
  });

  it('is the same in whatever order its rows lie, and whatever lies between them', () => {
    const desk = waiting();
    const book = openBook(desk.services.book);
    const [first] = loadPending(book, desk.services);
    if (!first?.entry) throw new Error('nothing waits');
    const note = 'x'.repeat(400_000).replace(/x/g, () => String.fromCharCode(97 + (drawn() % 26)));
    const { state } = first.entry.outcome;
    const long = {
      ...first.entry,
      run: { ...first.entry.run, runId: 'long' },
      outcome: { ...first.entry.outcome, state: { ...state, navs: [{ asset: note, nav: 1 }] } },
    };
    storePending(book, desk.services, long, { released: false, owes: true });
    const rows = desk.book.records('_pending');
    expect(rows.filter(({ run_id: run }) => String(run).endsWith('long')).length).toBeGreaterThan(2);
    desk.book.fill('_pending', [...rows].reverse());
    expect(loadPending(openBook(desk.services.book), desk.services).map(({ entry }) => entry)).toEqual([
      first.entry,
      long,
    ]);
  });

  it('stays as it stands when another is written beside it', () => {
    const desk = waiting();
    const before = desk.book.records('_pending');
    const book = openBook(desk.services.book);
    const [first] = loadPending(book, desk.services);
    if (!first?.entry) throw new Error('nothing waits');
    const later = { ...first.entry, run: { ...first.entry.run, runId: 'later' } };
    storePending(book, desk.services, later, { released: false, owes: true });
    expect(loadPending(openBook(desk.services.book), desk.services)[1]?.entry).toEqual(later);
    expect(desk.book.records('_pending').slice(0, before.length)).toEqual(before);
  });
});
