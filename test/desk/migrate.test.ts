// Books of older versions, and of newer ones: what is renamed keeps its cells, what is done is not done twice.
import { describe, expect, it } from '@jest/globals';
import { migrate, VERSION_KEY } from '../../src/desk/setUp/migrate';
import { verbatim } from '../../src/language/message';
import { FIRST_VERSION, MIGRATIONS, type Migration, versionOf } from '../../src/sheets/migrations';
import { ALL_TABS } from '../../src/sheets/tabs';
import { Killed, type MemoryDesk, memoryDesk } from '../fakes/memoryDesk';

/** As a later version might have it: one of every kind of change. */
const LATER: readonly Migration[] = [
  {
    version: 3,
    why: verbatim('shares are weights now'),
    changes: [
      { kind: 'rename-column', tab: 'brokers', from: 'share', to: 'weight' },
      { kind: 'rename-setting', from: 'TRADERS', to: 'TRADER_EMAILS' },
    ],
  },
  { version: 2, why: verbatim('one fact'), changes: [{ kind: 'forget', prefix: 'ran:' }] },
];

function firstBook(): MemoryDesk {
  const desk = memoryDesk();
  desk.book.tabs.set('brokers', [
    ['my note', 'Name', 'Share'],
    ['x', 'Aurora', 0.6],
  ]);
  desk.book.tabs.set('settings', [
    ['meaning', 'Key', 'value'],
    ['who', 'traders', 'a@desk.example'],
  ]);
  desk.properties.set('ran:initial', '2024-11-07T10:15:00').set('pending', '[]');
  return desk;
}

describe('a book of the first version', () => {
  it('is brought up step by step, oldest first; cells stay, columns stay where they are', () => {
    const { services, book, properties } = firstBook();
    expect(migrate(services, LATER)).toEqual({
      from: FIRST_VERSION,
      to: 3,
      why: [verbatim('one fact'), verbatim('shares are weights now')],
    });
    expect(book.tabs.get('brokers')).toEqual([
      ['my note', 'Name', 'weight'],
      ['x', 'Aurora', 0.6],
    ]);
    expect(book.tabs.get('settings')?.[1]).toEqual(['who', 'TRADER_EMAILS', 'a@desk.example']);
    expect([...properties.keys()].sort()).toEqual(['pending', VERSION_KEY]);
  });

  it('comes to the same book wherever an upgrade was cut off', () => {
    const whole = firstBook();
    migrate(whole.services, LATER);
    for (let call = 1; ; call += 1) {
      const desk = firstBook();
      desk.killAt(call, 'after');
      let killed = false;
      try {
        migrate(desk.services, LATER);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        killed = true;
      }
      desk.killAt(null);
      migrate(desk.services, LATER);
      expect([...desk.book.tabs]).toEqual([...whole.book.tabs]);
      expect(desk.properties.get(VERSION_KEY)).toBe('3');
      if (!killed) return;
    }
  });

  it('is left alone once it is of this version', () => {
    const { services, book } = firstBook();
    migrate(services, LATER);
    const before = JSON.stringify([...book.tabs]);
    expect(migrate(services, LATER).why).toEqual([]);
    expect(JSON.stringify([...book.tabs])).toBe(before);
  });

  it('writes nothing for a setting that was never there', () => {
    const { services, book } = firstBook();
    const settings = [
      ['meaning', 'Key', 'value'],
      ['how much', 'tolerance', 1000],
    ];
    book.tabs.set(
      'settings',
      settings.map((row) => [...row]),
    );
    migrate(services, LATER);
    expect([...(book.tabs.get('settings') ?? []).entries()]).toEqual([...settings.entries()]);
    expect(Object.keys(book.tabs.get('settings') ?? [])).toEqual(['0', '1']);
  });

  it('keeps a new name that somebody has given already', () => {
    const { services, book } = firstBook();
    book.tabs.set('brokers', [
      ['share', 'weight'],
      [0.6, 0.7],
    ]);
    migrate(services, LATER);
    expect(book.tabs.get('brokers')?.[0]).toEqual(['share', 'weight']);
  });
});

describe('any other book', () => {
  it('is of this version from the start when it is new', () => {
    const { services, book, properties } = memoryDesk();
    book.tabs.clear();
    expect(migrate(services, LATER)).toEqual({ from: 3, to: 3, why: [] });
    expect(properties.get(VERSION_KEY)).toBe('3');
  });

  it('is refused when a newer version made it', () => {
    const { services, properties } = memoryDesk();
    properties.set(VERSION_KEY, '4');
    expect(() => migrate(services, LATER)).toThrow(/version 4/);
  });
});

describe('the migrations of this version', () => {
  it('have each their own number and speak of tabs and columns that are there afterwards', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(versionOf(MIGRATIONS)).toBe(versions.length + FIRST_VERSION);
    const tabs = new Set(ALL_TABS.map(({ name }) => name));
    for (const change of MIGRATIONS.flatMap(({ changes }) => changes))
      if (change.kind === 'rename-column') expect(tabs).toContain(change.tab);
  });
});
