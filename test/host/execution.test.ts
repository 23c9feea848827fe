import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ScriptedDesk, scriptedDesk } from './scripted';

const SCRIPT = `
var runs = 0;
function countRuns() { globalThis.leak = (globalThis.leak || 0) + 1; runs += 1; return [runs, globalThis.leak]; }
function echo(value) { return value; }
function whatIsDate(value) {
  return [value instanceof Date, new Date() instanceof Date, Date() === String(new Date()), [] instanceof Array];
}
function times() { return { now: Date.now(), hour: new Date().getHours(), summer: new Date(2018, 11, 1).getTimezoneOffset() }; }
function nap() { var start = Date.now(); Utilities.sleep(5 * 60 * 1000); return Date.now() - start; }
function fail() { throw new TypeError('no iNAV for HASH11'); }
function failInService() {
  try { SpreadsheetApp.openById('nowhere'); } catch (error) { return [error instanceof Error, error.name, error.message]; }
}
function unknownMethod() { SpreadsheetApp.getActive().getSheets()[0].newFilter(); }
function unknownService() { CalendarApp.getDefaultCalendar(); }
function unknownBuilder() { SpreadsheetApp.newDataValidation().requireDate(); }
function hasTimers() { return [typeof setTimeout, typeof fetch, typeof URL, typeof process, typeof require, typeof TextEncoder]; }
async function later() { await null; return 'later'; }
function fill() { var all = []; for (var i = 0; i < 12; i++) all.push(new Array(1e6).fill(i)); return all.length; }
function spin() { for (;;) {} }
function logs() { Logger.log('%s of %s', 1, 'two'); console.log({ a: 1 }); console.error(new Error('bad')); }
function threeCalls() {
  var sheet = SpreadsheetApp.getActive().getSheets()[0];
  [1, 2, 3].forEach(function (row) { sheet.getRange(row, 1).setValue('row ' + row); });
}
function holdAndSpin() { LockService.getDocumentLock().waitLock(1000); for (;;) { Utilities.getUuid(); } }
function locked() { return LockService.getDocumentLock().tryLock(0); }
`;

let desk: ScriptedDesk;
const value = async (fn: string, ...args: unknown[]): Promise<unknown> => (await desk.call(fn, args)).value;

beforeAll(async () => {
  desk = await scriptedDesk(SCRIPT, { limitMs: 1500 });
});
afterAll(() => desk.discard());

describe('an execution', () => {
  it('finds every top-level function of the bundle and no other', async () => {
    expect(desk.functions()).toContain('countRuns');
    expect(desk.functions()).not.toContain('SpreadsheetApp');
    await expect(desk.call('unheardOf')).rejects.toThrow('Script function not found: unheardOf');
  });

  it('is followed by others as fresh where it has taken much memory and its thread is not used again', async () => {
    expect(await value('fill')).toBe(12);
    expect(await value('fill')).toBe(12);
    expect(await value('countRuns')).toEqual([1, 1]);
  });

  it('starts from a fresh context each time', async () => {
    expect(await value('countRuns')).toEqual([1, 1]);
    expect(await value('countRuns')).toEqual([1, 1]);
  });

  it('takes and gives plain values and dates', async () => {
    const sent = { fund: 'Ação', amounts: [0.1, -1e21], at: new Date(5), none: null };
    expect(await value('echo', sent)).toEqual(sent);
  });

  it('sees dates and arrays of its own kind', async () => {
    expect(await value('whatIsDate', new Date(5))).toEqual([true, true, true, true]);
  });

  it('reads the desk clock in São Paulo', async () => {
    expect(await value('times')).toEqual({ now: desk.clock.now(), hour: 10, summer: 120 });
  });

  it('is in São Paulo whatever zone the machine is in', () => {
    const dir = mkdtempSync(join(tmpdir(), 'zone-'));
    writeFileSync(
      join(dir, 'Code.js'),
      'function hour() { return [new Date(0).getHours(), String(new Date(0))]; }',
    );
    const main = join(dir, 'zoneProbe.ts');
    writeFileSync(
      main,
      `import { openHost } from '${resolve('src/local/host')}';
       import { realClock } from '${resolve('src/local/host/clock')}';
       openHost({ dir: '${dir}', bundleDir: '${dir}', clock: realClock, limitMs: 9000 }).then(async (desk) => {
         const { value } = await desk.call('hour');
         console.log(JSON.stringify(value));
         await desk.close();
       });`,
    );
    const run = spawnSync('node', ['build/run.mjs', main], {
      env: { ...process.env, TZ: 'Asia/Tokyo' },
      encoding: 'utf8',
    });
    expect(run.stderr.replace(/npm warn.*\n/g, '')).toBe('');
    expect(JSON.parse(run.stdout)).toEqual([21, expect.stringContaining('GMT-0300')]);
  });

  it('winds the clock instead of sleeping', async () => {
    const before = desk.clock.now();
    const { value: slept } = await desk.call('nap');
    expect(slept).toBe(300_000);
    expect(desk.clock.now() - before).toBe(300_000);
  });

  it('fails with the error, name and stack of the script', async () => {
    const failure = desk.call('fail');
    await expect(failure).rejects.toThrow('no iNAV for HASH11');
    await expect(failure).rejects.toMatchObject({
      name: 'TypeError',
      stack: expect.stringMatching(/at fail \(.*Code\.js:\d+:\d+\)/),
    });
  });

  it('can catch what a service throws as an Error of its own', async () => {
    expect(await value('failInService')).toEqual([true, 'Exception', expect.stringContaining('missing')]);
  });

  it.each([
    ['unknownMethod', 'Sheet.newFilter'],
    ['unknownService', 'CalendarApp.getDefaultCalendar'],
    ['unknownBuilder', 'DataValidationBuilder.requireDate'],
  ])('says what the laptop lacks: %s', async (fn, what) => {
    await expect(desk.call(fn)).rejects.toThrow(`not implemented locally: ${what}`);
  });

  it('has nothing that Apps Script has not', async () => {
    expect(await value('hasTimers')).toEqual(Array(6).fill('undefined'));
  });

  it('may be asynchronous', async () => {
    expect(await value('later')).toBe('later');
  });

  it('hands back its logs', async () => {
    const { logs } = await desk.call('logs');
    expect(logs).toEqual(['1 of two', '{"a":1}', 'error: Error: bad']);
  });

  it('counts its service calls', async () => {
    const { calls } = await desk.call('threeCalls');
    expect(calls).toEqual({
      'SpreadsheetApp.getActive': 1,
      'Spreadsheet.getSheets': 1,
      'Sheet.getRange': 3,
      'Range.setValue': 3,
    });
  });

  it('is ended at the time limit, and the next one runs as ever', async () => {
    await expect(desk.call('spin')).rejects.toThrow('Exceeded maximum execution time');
    expect(await value('countRuns')).toEqual([1, 1]);
  });

  it('can be killed after any of its service calls: what was done by then stays, nothing after it happens', async () => {
    desk.book.writeTab('Sheet1', []);
    for (let kill = 1; kill <= 8; kill++) {
      desk.book.writeTab('Sheet1', [[''], [''], ['']]);
      const killed = desk.call('threeCalls', [], { fault: { call: kill, how: 'kill-after' } });
      await expect(killed).rejects.toThrow(`Killed after service call ${kill}.`);
      const rows = Math.floor((kill - 2) / 2);
      expect(await desk.book.readTab('Sheet1')).toHaveLength(Math.max(0, rows));
    }
  });

  it('gives its locks back when it is killed or runs out of time', async () => {
    await expect(desk.call('holdAndSpin', [], { fault: { call: 3, how: 'kill-after' } })).rejects.toThrow(
      'Killed',
    );
    expect(await value('locked')).toBe(true);
    await expect(desk.call('holdAndSpin')).rejects.toThrow('Exceeded maximum execution time');
    expect(await value('locked')).toBe(true);
  });
});

describe('a bundle that does not load', () => {
  it('is reported when the desk opens', async () => {
    await expect(scriptedDesk('nothing.here();')).rejects.toThrow('The bundle does not load: ');
  });
});
