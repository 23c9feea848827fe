// A desk in memory with the sample book in it, and the settings that a test asks for. It speaks English, as tests do.

import { fillSample, saveSettings } from '../../src/desk/setUp/fillBook';
import { print } from '../../src/language/print';
import { sampleTables } from '../../src/sheets/sample';
import { settingRows } from '../../src/sheets/settings';
import { type MemoryDesk, memoryDesk } from './memoryDesk';

export const TRADERS = 'mesa.etf@gestora.example';

export function sampleDesk(
  settings: Readonly<Record<string, string>> = {},
  now = '2024-11-08T09:00:00',
): MemoryDesk {
  const desk = memoryDesk();
  desk.world.now = now;
  desk.book.fill(
    'settings',
    settingRows().map(({ key, meaning }) => ({ key, meaning: print(meaning, 'en') })),
  );
  fillSample(desk.services, now);
  const wrong = saveSettings(desk.services, { DESK_LANGUAGE: 'en', ...settings });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  desk.world.quotes = sampleQuotes();
  return desk;
}

function sampleQuotes(): MemoryDesk['world']['quotes'] {
  const market = sampleTables('2024-11-08T09:00:00', 'en').find(({ tab }) => tab === 'market-data');
  const cell = (row: readonly unknown[], name: string) => row[market?.headers.indexOf(name) ?? -1];
  return [...(market?.rows ?? [])].map((row) => ({
    asset: String(cell(row, 'asset')),
    inav: Number(cell(row, 'inav')),
    sharesPerUnit: Number(cell(row, 'shares_per_unit')),
    officialNav: null,
    avgVolume: null,
    asOf: '2024-11-08T09:00:00',
  }));
}

/** Today's trades: the sample's, every amount moved a little, as no two days are alike. */
export function newTrades(desk: MemoryDesk, seed: number): void {
  const rows = desk.book.records('daily-trades');
  desk.book.fill(
    'daily-trades',
    rows.map((row, index) => ({
      ...row,
      amount: Math.round(Number(row.amount) * (1 + (((seed * 7 + index * 3) % 11) - 5) / 100) * 100) / 100,
    })),
  );
}
