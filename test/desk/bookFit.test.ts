// A book that is not the desk's own, or not of this version, is known before anything goes out.
import { describe, expect, it } from '@jest/globals';
import { deskOverview } from '../../src/desk/look/overview';
import { preview } from '../../src/desk/run/runner';
import { tick } from '../../src/desk/schedule/tick';
import { adoptCopy, bookFitProblems, markSetUp } from '../../src/desk/setUp/bookFit';
import { VERSION_KEY } from '../../src/desk/setUp/migrate';
import { layoutOf } from '../../src/sheets/layout';
import { MIGRATIONS, versionOf } from '../../src/sheets/migrations';
import { ALL_TABS } from '../../src/sheets/tabs';
import { readSettingsTab } from '../../src/stages/day/inputs';
import { cancel, initialOrders } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said, texts } from '../fakes/said';
import { sampleDesk } from '../fakes/sampleDesk';

const AT = '2024-11-08T10:15:00';
const settingsOf = ({ services }: MemoryDesk) => readSettingsTab((tab) => services.book.read(tab)).settings;
const codesOf = (desk: MemoryDesk) =>
  bookFitProblems(desk.services, settingsOf(desk)).map(({ code }) => code);

/** As Set up leaves it. */
function setUp(settings: Readonly<Record<string, string>> = {}): MemoryDesk {
  const desk = sampleDesk(settings, AT);
  desk.services.journal.set(VERSION_KEY, String(versionOf(MIGRATIONS)));
  markSetUp(desk.services, settingsOf(desk));
  return desk;
}

describe('a copy of the book', () => {
  /** Google copies the tabs and not the properties. */
  function copied(): MemoryDesk {
    const desk = setUp();
    desk.world.bookId = 'the-copy';
    desk.properties.clear();
    return desk;
  }

  it('knows that it is one: no stage begins, nothing is sent, saved or logged as a run', () => {
    const desk = copied();
    const report = apply(desk.services, initialOrders());
    expect(report.status).toBe('refused');
    expect(report.problems[0]).toMatch(
      /^settings: this book is a copy of book-of-the-desk: it sends nothing/,
    );
    expect(preview(desk.services, initialOrders()).problems.map(({ code }) => code)).toEqual(['copied-book']);
    expect(apply(desk.services, cancel({ reason: 'x' })).status).toBe('refused');
    expect([desk.mails.length, desk.rows.size, desk.runs.size]).toEqual([0, 0, 0]);
  });

  it('says so in the overview, and the schedule runs nothing of its day', () => {
    const desk = copied();
    expect(deskOverview(desk.services, null).problems.map(({ code }) => code)).toEqual(['copied-book']);
    expect(tick(desk.services)).toEqual([]);
    expect(desk.runs.size).toBe(0);
  });

  it('stays one when Set up runs in it, until a person says with a reason that it is a desk of its own', () => {
    const desk = copied();
    markSetUp(desk.services, settingsOf(desk));
    expect(codesOf(desk)).toEqual(['copied-book']);
    expect(() => adoptCopy(desk.services, settingsOf(desk), ' ')).toThrow();
    expect(said(adoptCopy(desk.services, settingsOf(desk), 'to try version 4'))).toBe(
      'this copy of book-of-the-desk is a desk of its own: to try version 4',
    );
    expect(codesOf(desk)).toEqual([]);
    expect(apply(desk.services, initialOrders()).status).toBe('applied');
    expect(() => adoptCopy(desk.services, settingsOf(desk), 'again')).toThrow();
  });
});

describe('a wrong cell of the settings', () => {
  const wrong = (desk: MemoryDesk, value: string) => {
    const grid = desk.book.tabs.get('settings') ?? [];
    const row = grid.find(([key]) => key === 'tolerance');
    if (row !== undefined) row[1] = value;
  };

  it('does not keep the book from being known by its id, and so its copies from being told', () => {
    const desk = sampleDesk({}, AT);
    wrong(desk, 'much');
    markSetUp(desk.services, settingsOf(desk));
    expect(settingsOf(desk).bookId).toBe('book-of-the-desk');
    desk.world.bookId = 'the-copy';
    expect(codesOf(desk)).toContain('copied-book');
  });

  it('does not keep a copy from becoming a desk once a person says so: what is logged is true', () => {
    const desk = setUp();
    desk.world.bookId = 'the-copy';
    wrong(desk, '#REF!');
    adoptCopy(desk.services, settingsOf(desk), 'to try version 4');
    expect(settingsOf(desk).bookId).toBe('the-copy');
    expect(desk.book.records('settings').find(({ key }) => key === 'tolerance')?.value).toBe('#REF!');
  });
});

describe('a book that was not set up since the script was upgraded', () => {
  it.each([
    ['an older version', (desk: MemoryDesk) => desk.services.journal.set(VERSION_KEY, '2')],
    [
      'another layout, such as one without a new column',
      (desk: MemoryDesk) => desk.services.journal.set('book-layout', 'older'),
    ],
  ])('of %s is named in the morning, before orders go', (_what, age) => {
    const desk = setUp();
    age(desk);
    const report = apply(desk.services, initialOrders());
    expect([report.status, report.problems]).toEqual([
      'refused',
      ['the script was upgraded and this book was not: run Trading > Set up before anything goes out'],
    ]);
    expect(texts(deskOverview(desk.services, null).problems)).toEqual(report.problems);
    expect(desk.mails).toEqual([]);
  });

  it('tells the traders by mail where the schedule runs', () => {
    const desk = setUp();
    desk.services.journal.set('book-layout', 'older');
    tick(desk.services);
    expect(
      desk.mails.map(
        ({ text }) => text.includes('Trading > Set up') || text.includes('Trading > Configurar'),
      ),
    ).toEqual([true]);
  });

  it('still takes a stop', () => {
    const desk = setUp();
    apply(desk.services, initialOrders());
    desk.services.journal.set('book-layout', 'older');
    expect(apply(desk.services, cancel({ reason: 'the market is halted' })).status).toBe('applied');
  });

  it('of a newer version than the script stops it too', () => {
    const desk = setUp();
    desk.services.journal.set(VERSION_KEY, '99');
    expect(codesOf(desk)).toEqual(['set-up-needed']);
  });

  it('is known by its tabs and headers, whatever their order', () => {
    expect(layoutOf([...ALL_TABS].reverse())).toBe(layoutOf());
    const [first, ...others] = ALL_TABS;
    if (first === undefined) throw new Error('no tabs');
    const [[field = '', look] = []] = Object.entries(first.columns);
    if (look === undefined) throw new Error('no columns');
    expect(layoutOf([{ name: first.name, columns: { ...first.columns, added: look } }, ...others])).not.toBe(
      layoutOf(),
    );
    const { [field]: _gone, ...rest } = first.columns;
    expect(layoutOf([{ name: first.name, columns: rest }, ...others])).not.toBe(layoutOf());
  });
});
