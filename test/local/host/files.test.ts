import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DriveStore } from '../../../src/local/host/drive/store';
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
  it('is refused by its path and what is wrong in it, not half understood', () => {
    const drive = folder('drive.json', '{"nextId":1,"files":[{"id":"a"}]}');
    expect(() => new DriveStore(drive)).toThrow(/drive\.json is damaged \(files\.0\.name: .*\); delete it/);

    const triggers = folder('triggers.json', '[{"id":"1","handler":"tick","everyMinutes":"5"}]');
    expect(() => openTriggers(join(triggers, 'triggers.json'), () => 'id', 'ana')).toThrow('0.everyMinutes');

    const properties = folder('script.json', '{"a":1}');
    const read = propertyHandlers(properties, 'ana@desk.example')['Properties.getProperty'];
    expect(() => read?.(['script', 'a'], EXECUTION)).toThrow('script.json is damaged (a: ');
  });

  it('is refused where it is no JSON at all', () => {
    expect(() => new DriveStore(folder('drive.json', '{"nextId":1,'))).toThrow('is damaged');
  });
});
