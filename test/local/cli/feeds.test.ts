// npm run feeds refuses what it would otherwise serve nothing for.
import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

it.each([
  ['--date', '2026-02-30', '--date 2026-02-30 is not a day'],
  ['--dir', '/no/such/folder', 'folder is no folder'],
  ['--port', '1', '--port is said twice'],
  ['--token', '', '--token is letters, digits and marks'],
])('does not start with %s %s', (name, value, said) => {
  const done = spawnSync(
    process.execPath,
    ['build/run.mjs', 'src/local/cli/feeds.ts', '--port', '0', name, value],
    { encoding: 'utf8', timeout: 60_000 },
  );
  expect([done.status, done.stderr]).toEqual([2, expect.stringContaining(said)]);
});
