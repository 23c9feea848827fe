// Checks are rows: a switch, its key in the settings, the codes that it may find, and the check that finds them.
import { describe, expect, it } from '@jest/globals';
import { CHECK_SWITCHES, type SwitchName, TIME_CODES } from '../../src/sheets/checkSettings';
import { SETTINGS, settingRows } from '../../src/sheets/settings';
import { etfs } from '../../src/sheets/tabs';
import { SWITCHED_CHECKS } from '../../src/stages/checks';
import { type Check, findingsOf } from '../../src/stages/checks/check';
import { readSettingsTab } from '../../src/stages/day/inputs';
import { workedDay } from '../fixtures/workedDay';

const NAMES = Object.keys(CHECK_SWITCHES) as SwitchName[];

describe('a check that a desk may switch', () => {
  it.each(NAMES)('%s has a setting, codes of its own, and the check that finds them', (name) => {
    const { key, codes, byDefault } = CHECK_SWITCHES[name];
    expect(settingRows().map((row) => row.key)).toContain(key);
    expect(SETTINGS[name].byDefault).toBe(byDefault);
    expect(SWITCHED_CHECKS[name].map(({ setting }) => setting)).toEqual(
      SWITCHED_CHECKS[name].map(() => name),
    );
    for (const { code } of SWITCHED_CHECKS[name]) expect(codes).toContain(code);
  });

  it('shares no code with another, and its limit is a setting or a column', () => {
    const codes = NAMES.flatMap((name) => CHECK_SWITCHES[name].codes);
    expect(new Set(codes).size).toBe(codes.length);
    const limits = NAMES.flatMap((name) => CHECK_SWITCHES[name].limit ?? []);
    const known = [
      ...settingRows().map(({ key }) => key),
      ...Object.keys(etfs.columns).map(
        (field) => `etfs.${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      ),
    ];
    expect(limits.filter((limit) => !known.includes(limit))).toEqual([]);
  });

  it('tells the time only where the clock decides', () => {
    expect([...TIME_CODES].sort()).toEqual(['future-quote', 'market-closed', 'past-cutoff', 'stale-inav']);
  });

  it('is not asked when it is off, and decides nothing of its own severity', () => {
    const { book } = workedDay();
    const { settings } = readSettingsTab((tab) => book.read(tab));
    let asked = 0;
    const nosy: Check<null> = {
      code: 'cash',
      setting: 'checkCash',
      find() {
        asked += 1;
        return [{ text: { key: 'held' } }];
      },
    };
    expect(findingsOf([nosy], null, { ...settings, checkCash: 'off' })).toEqual([]);
    expect(asked).toBe(0);
    for (const mode of ['error', 'warning'] as const)
      expect(findingsOf([nosy], null, { ...settings, checkCash: mode })).toMatchObject([
        { code: 'cash', severity: mode },
      ]);
  });
});
