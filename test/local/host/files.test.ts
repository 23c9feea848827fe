import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openWoundClock } from '../../../src/local/host/clock';
import { DriveStore } from '../../../src/local/host/drive/store';
import { type Journal, openJournal, withoutLog } from '../../../src/local/host/journal/journal';
import type { Execution } from '../../../src/local/host/script/runner';
import { propertyHandlers } from '../../../src/local/host/script/services/properties';
import { openTriggers } from '../../../src/local/host/script/services/triggers';

const EXECUTION: Execution = {
  id: 1,
  trigger: false,
  simple: false,
  custom: false,
  seat: null,
  logs: [],
  calls: {},
};
const folder = (name: string, content: string): string => {
  const dir = mkdtempSync(join(tmpdir(), 'files-'));
  writeFileSync(join(dir, name), content);
  return dir;
};

describe('a file that somebody else has written', () => {
  const damaged: readonly (readonly [string, string, (dir: string, journal: Journal) => void])[] = [
    ['drive.json', '{"nextId":1,"files":[{"id":"a"}]}', (dir, journal) => void new DriveStore(dir, journal)],
    ['drive.json', '{"nextId":1,', (dir, journal) => void new DriveStore(dir, journal)],
    [
      'triggers.json',
      '[{"id":"1","handler":"tick","everyMinutes":"5"}]',
      (dir, journal) => void openTriggers(join(dir, 'triggers.json'), () => 'id', 'ana', journal),
    ],
    [
      'script.json',
      '{"a":1}',
      (dir, journal) => {
        const read = propertyHandlers(dir, 'ana@desk.example', journal)['Properties.getProperty'];
        expect(read?.(['script', 'a'], EXECUTION)).toBeNull();
      },
    ],
    ['clock.json', 'noon', (dir, journal) => void openWoundClock(join(dir, 'clock.json'), 5, journal)],
  ];

  it.each(damaged)('is set aside and named, never half understood: %s holding %s', (name, content, open) => {
    const dir = folder(name, content);
    const journal = withoutLog('at checkpoints');
    open(dir, journal);
    expect(journal.losses).toEqual([{ file: join(dir, name), aside: join(dir, `${name}.damaged-1`) }]);
    expect(readFileSync(join(dir, `${name}.damaged-1`), 'utf8')).toBe(content);
  });
});

describe('properties', () => {
  it('stand in the checkpoint before and the journal, where their file is damaged', () => {
    for (const checkpoints of [1, 2, 3]) {
      const dir = mkdtempSync(join(tmpdir(), 'files-'));
      const stores = join(dir, 'properties');
      const opened = () => {
        const journal = openJournal(dir);
        const { 'Properties.getProperties': get, ...rest } = propertyHandlers(
          stores,
          'ana@desk.example',
          journal,
        );
        return { journal, get: () => get?.(['document'], EXECUTION), set: rest['Properties.setProperty'] };
      };
      const first = opened();
      for (let i = 1; i <= checkpoints; i++) {
        first.set?.(['document', `key ${i}`, `${i}`], EXECUTION);
        first.set?.(['document', 'last', `${i}`], EXECUTION);
        first.journal.checkpoint();
      }
      first.set?.(['document', 'since', 'then'], EXECUTION);
      const wanted = first.get();
      first.journal.close();
      const file = join(stores, 'document.json');
      truncateSync(file, 5);
      const second = opened();
      expect(second.get()).toEqual(wanted);
      expect(second.journal.losses).toEqual([
        { file, aside: `${file}.damaged-1`, instead: `${file}.before` },
      ]);
      second.journal.checkpoint();
      second.journal.close();
      const third = opened();
      expect([third.get(), third.journal.losses]).toEqual([wanted, []]);
      third.journal.close();
    }
  });

  it('may have any name, such as those that every object has', () => {
    const dir = mkdtempSync(join(tmpdir(), 'files-'));
    const names = ['__proto__', 'constructor', 'toString', 'prototype'];
    const first = openJournal(dir);
    const set = propertyHandlers(dir, 'ana@desk.example', first)['Properties.setProperty'];
    for (const name of names) set?.(['script', name, `of ${name}`], EXECUTION);
    const read = (journal: Journal): unknown => {
      const get = propertyHandlers(dir, 'ana@desk.example', journal)['Properties.getProperty'];
      return names.map((name) => get?.(['script', name], EXECUTION));
    };
    first.close();
    const wanted = names.map((name) => `of ${name}`);
    const second = openJournal(dir);
    expect(read(second)).toEqual(wanted);
    second.checkpoint();
    second.close();
    expect(read(openJournal(dir))).toEqual(wanted);
  });
});
