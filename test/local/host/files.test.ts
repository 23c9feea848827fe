import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openWoundClock } from '../../../src/local/host/clock';
import { DriveStore } from '../../../src/local/host/drive/store';
import { type Journal, openJournal, withoutLog } from '../../../src/local/host/journal/journal';
import type { Execution } from '../../../src/local/host/script/runner';
import { propertyHandlers } from '../../../src/local/host/script/services/properties';
import { openTriggers } from '../../../src/local/host/script/services/triggers';

const EXECUTION: Execution = { id: 1, trigger: false, simple: false, custom: false, logs: [], calls: {} };
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
