// docs/fidelity.md names every method that the host answers, and only tests that are there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { scriptedDesk } from './scripted';

const PAGE = readFileSync('docs/fidelity.md', 'utf8');
const named = new Set([...PAGE.matchAll(/`((?:[A-Z]\w+\.)+\w+)`/g)].map(([, name]) => name));

describe('the page on fidelity', () => {
  it('names every service call that the host answers, and none that it does not', async () => {
    const desk = await scriptedDesk('');
    const answered = desk.methods.filter((method) => !method.startsWith('_'));
    await desk.discard();
    expect(answered.filter((method) => !named.has(method))).toEqual([]);
    expect([...named].filter((name) => name !== undefined && !answered.includes(name))).toEqual([]);
  });

  it('holds every row by a test that is there', () => {
    const rows = PAGE.split('\n').filter((line) => /^\| (?!method|what|---)/.test(line));
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      const tests = [...row.matchAll(/`(test\/[\w./]+\.test\.ts)`/g)].map(([, file = '']) => file);
      expect([row.slice(0, 60), tests.length > 0]).toEqual([row.slice(0, 60), true]);
      expect(tests.filter((file) => !existsSync(file))).toEqual([]);
    }
  });

  it('counts the scripts of others that run', () => {
    expect(readdirSync('test/fixtures/scripts')).toHaveLength(20);
    expect(PAGE).toContain('nineteen run as they stand');
  });
});
