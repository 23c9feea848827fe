// The settings tab: blank means the default, a wrong value stops the desk, a strange key is only worth a word.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { inEnglish } from '../../src/domain/problem';
import type { Cell, Grid } from '../../src/sheets/cell';
import { readTable } from '../../src/sheets/read';
import { readSettings, settingRows } from '../../src/sheets/settings';
import { missingSettings } from '../../src/sheets/settingsRows';
import { settingsTab } from '../../src/sheets/tabs';
import { said } from '../fakes/said';

const read = (...rows: readonly (readonly Cell[])[]) => {
  const { settings, problems } = readSettings(readTable(settingsTab, [['key', 'value'], ...rows]).table);
  return { settings, problems: problems.map(inEnglish) };
};

describe('settings', () => {
  it('have the defaults that the design gives them', () => {
    const { settings, problems } = read();
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      googleCloudProject: null,
      traderEmails: [],
      partialUsesPrimary: true,
      fullUsesPrimary: true,
      splitBy: 'tracking-error',
      weighting: 'equal-bps',
      unitRounding: 'total',
      tolerance: 100_000,
      adjustmentInterval: 30,
      maxAdjustmentIterations: 3,
      settlementDays: null,
      autoSend: [],
      checkCash: 'error',
      checkNavShare: 'warning',
    });
  });

  it('take what stands in the tab, whatever the case of the key, and the default where the value is blank', () => {
    const { settings, problems } = read(
      ['trader_emails', 'a@desk.example; b@desk.example'],
      ['TOLERANCE', '2.500,00'],
      ['max_adjustment_iterations', 5],
      ['check_cash', 'Off'],
      ['weighting', null],
    );
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      traderEmails: ['a@desk.example', 'b@desk.example'],
      tolerance: 250_000,
      maxAdjustmentIterations: 5,
      checkCash: 'off',
      weighting: 'equal-bps',
    });
  });

  it('name each value that cannot be read, and warn of keys that nobody knows', () => {
    expect(
      read(
        ['tolerance', 'much'],
        ['INAV_API_URL', 'http://inav.example'],
        ['auto_send', 'initial, finale'],
        ['colour', 'blue'],
      ).problems,
    ).toEqual([
      'settings!B2: tolerance "much" is not an amount in BRL; write it like 1234.56',
      'settings!B3: INAV_API_URL "http://inav.example" is not an address; write https://host/path',
      'settings!B4: auto_send "finale" is not a stage; write some of initial, primary, adjustments, final',
      'settings!A5: "colour" is not a setting; see docs/settings.md for the list',
    ]);
  });

  it('take an address on this machine without https, and drop the slash at its end', () => {
    expect(read(['INAV_API_URL', 'http://127.0.0.1:8080/']).settings.inavApiUrl).toBe(
      'http://127.0.0.1:8080',
    );
    expect(read(['INAV_API_URL', 'https://inav.example/v1//']).settings.inavApiUrl).toBe(
      'https://inav.example/v1',
    );
  });

  it('take no address that merely ends in one of this machine', () => {
    for (const cell of ['see http://localhost:8080', 'ftp://inav.example/http://127.0.0.1']) {
      const { settings, problems } = read(['INAV_API_URL', cell]);
      expect(settings.inavApiUrl).toBeNull();
      expect(problems).toEqual([expect.stringContaining('is not an address')]);
    }
  });

  it('that are new to the desk go below those of a tab without a single value, not over them', () => {
    const placed = [{ header: 'key', look: settingsTab.columns.key, column: 1 }];
    const cells: Grid = [
      ['key', 'value', null],
      ['tolerance', null, null],
    ];
    expect(missingSettings(cells, placed, 'en').from).toBe(3);
    expect(missingSettings([[null, ' ']], placed, 'en').from).toBe(2);
  });

  it('are all listed for Set up, once each, with the default in words', () => {
    const rows = settingRows();
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    const tolerance = rows.find(({ key }) => key === 'tolerance');
    expect(tolerance && said(tolerance.meaning)).toBe(
      'BRL below which a fund needs nothing more. Default: 1000',
    );
    expect(read(...rows.map(({ key }) => [key, null])).problems).toEqual([]);
  });

  describe('say on their page what may be written, and', () => {
    const page = readFileSync('docs/settings.md', 'utf8');
    const cells = new Map(
      [...page.matchAll(/^\| `(\w+)` \| .+ \| ([^|]*) \|$/gm)].map(([, key = '', allowed = '']) => [
        key,
        allowed,
      ]),
    );
    const problemsWith = (key: string, value: Cell) => read([key, value]).problems;

    it('each has something there; what is listed is read, and what stands beside no list is refused', () => {
      for (const { key, column } of settingRows()) {
        const allowed = cells.get(key) ?? '';
        expect([key, allowed]).not.toEqual([key, '']);
        const listed = [...allowed.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value);
        expect([key, listed]).toEqual([key, column.allowed ?? []]);
        for (const value of listed) expect(problemsWith(key, value)).toEqual([]);
        if (listed.length > 0) expect(problemsWith(key, 'none-of-these')).toHaveLength(1);
      }
    });

    it('the ends of each range are read, and what lies outside is refused', () => {
      const ends: Readonly<Record<string, readonly [inside: readonly Cell[], outside: readonly Cell[]]>> = {
        'a whole number from 0': [
          [0, 1_000],
          [-1, 1.5, 'much'],
        ],
        'a whole number from 15': [[15], [14, 15.5]],
        'BRL from 0, to the cent': [
          [0, '0,01'],
          [-0.01, 0.001],
        ],
        '0 to 1, or 0% to 100%': [
          [0, 1, '0%', '100%'],
          [-0.01, 1.01, '101%'],
        ],
        'a time from 00:00 to 23:59': [
          ['00:00', '23:59'],
          ['24:00', 'noon'],
        ],
        'a number': [[0, '2,5'], ['much']],
        'an address: https://host/path': [
          ['https://host.example/path'],
          ['http://host.example/path', 'host'],
        ],
        'e-mail addresses, separated by commas': [['a@desk.example, b@desk.example'], ['desk']],
        'some of initial, primary, adjustments, final, separated by commas': [
          ['initial, final'],
          ['morning'],
        ],
      };
      const met = new Set<string>();
      for (const { key } of settingRows()) {
        const [inside, outside] = ends[cells.get(key) ?? ''] ?? [[], []];
        if (inside.length > 0) met.add(cells.get(key) ?? '');
        for (const value of inside) expect([key, value, problemsWith(key, value)]).toEqual([key, value, []]);
        for (const value of outside)
          expect([key, value, problemsWith(key, value).length]).toEqual([key, value, 1]);
      }
      expect([...met].sort()).toEqual(Object.keys(ends).sort());
    });
  });
});
