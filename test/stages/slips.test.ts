// Slips that limited nothing, compared nothing, or were answered with the wrong remedy: each is named.
import { describe, expect, it } from '@jest/globals';
import { preview } from '../../src/desk/run/runner';
import { checkBook } from '../../src/desk/setUp/deskChecks';
import { print } from '../../src/language/print';
import { parseFundsFile } from '../../src/sheets/importFiles';
import { readTable } from '../../src/sheets/read';
import { readSettings } from '../../src/sheets/settings';
import { brokers, fundStats, settingsTab } from '../../src/sheets/tabs';
import { FUND_SIZE, ownDays, remembering } from '../../src/stages/day/lastKnown';
import { initialOrders } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { texts } from '../fakes/said';
import { mondayMorning } from '../fixtures/oddDays';
import { ALFA, BETA, trade, workedDay } from '../fixtures/workedDay';

const shown = (desk: MemoryDesk) => {
  const { problems, warnings } = preview(desk.services, initialOrders());
  return { errors: problems.map(({ code }) => code), said: texts([...problems, ...warnings]).join('\n') };
};

const setEtf = (desk: MemoryDesk, cells: Readonly<Record<string, number | null>>): MemoryDesk => {
  desk.book.fill(
    'etfs',
    desk.book.records('etfs').map((row) => ({ ...row, ...cells })),
  );
  return desk;
};

describe('a limit that is gone', () => {
  it.each([
    ['limit_bps', 0],
    ['spread_bps', 0],
    ['spread_bps', null],
    ['max_volume_share', 0],
    ['max_volume_share', null],
  ] as const)('%s as %p is odd where there was one', (column, cell) => {
    expect(shown(mondayMorning()).errors).toEqual([]);
    const { errors, said } = shown(setEtf(mondayMorning(), { [column]: cell }));
    expect(errors).toContain('odd-figure');
    expect(said).toContain(`${column} of HASH11 is zero or blank, and on 2024-11-08 it was`);
  });

  it('under a misspelt ETF in max_units is named with the likely one', () => {
    const desk = workedDay();
    const [fund, ...others] = desk.book.records('fund-stats');
    desk.book.fill('fund-stats', [{ ...fund, max_units: 'HASHI1:1' }, ...others]);
    expect(shown(desk).said).toContain('max_units names "HASHI1", which is no ETF; HASH11 is probably meant');
  });
});

describe('a trade beside what its fund usually does', () => {
  const amounts = (desk: MemoryDesk, amount: number): MemoryDesk => {
    desk.book.fill('daily-trades', [trade(BETA, amount)]);
    return desk;
  };

  it('at ten times its own largest stops, though the desk trades more', () => {
    const desk = mondayMorning();
    const [own] = desk.book.records('order-intents').filter(({ cnpj }) => cnpj === BETA);
    const usual = Number(own?.amount);
    expect(usual).toBeGreaterThan(0);
    expect(shown(amounts(desk, usual)).errors).not.toContain('odd-trade');
    const rich = mondayMorning();
    rich.book.fill(
      'fund-stats',
      rich.book.records('fund-stats').map((row) => ({ ...row, nav: 900_000_000, cash: 900_000_000 })),
    );
    const { errors, said } = shown(amounts(rich, usual * 10));
    expect(errors).toContain('odd-trade');
    expect(said).toMatch(/a trade of BETA FIF is .*, and its largest of the last days was .* on 2024-11-08/);
  });

  it('remembers twenty days of every fund, and no more', () => {
    const day = (n: number): string => `2024-10-${String(n).padStart(2, '0')}`;
    let known: ReturnType<typeof remembering> = [];
    for (let n = 1; n <= 30; n += 1)
      known = remembering(known, [{ what: FUND_SIZE, key: `${ALFA} ${day(n)}`, value: n }], day(n));
    known = remembering(known, [{ what: FUND_SIZE, key: `${BETA} ${day(1)}`, value: 7 }], day(1));
    expect(ownDays(known, ALFA, day(31)).map(([value]) => value)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 11),
    );
    expect(ownDays(known, BETA, day(31))).toEqual([[7, day(1)]]);
  });
});

it('a misspelt setting whose right row stands elsewhere is an error with the likely one', () => {
  const { table } = readTable(settingsTab, [
    ['key', 'value', 'meaning'],
    ['check_cash', 'error', ''],
    ['chek_cash', 'off', ''],
  ]);
  const { problems } = readSettings(table);
  expect(problems.map(({ severity, code }) => [severity, code])).toEqual([['error', 'unknown-setting']]);
  expect(texts(problems)[0]).toContain('check_cash is probably meant, and stands in another row');
});

it('a second list in the fund file is an error', () => {
  const { problems } = parseFundsFile('{"funds":[],"fundos2":[{"a":1}]}'.replace('[]', '[{"x":1}]'));
  expect(problems.map(({ code }) => code)).toContain('other-list');
});

it('a broker or fund whose name no file could have is refused', () => {
  for (const column of [brokers.columns.name, fundStats.columns.fund]) {
    expect(column.parse('B'.repeat(100)).ok).toBe(true);
    const long = column.parse('B'.repeat(101));
    expect(long.ok ? '' : print(long.reason, 'en')).toContain('has 101 letters, and a name may have 100');
  }
});

it('a copy of a tab beside the original is named where the desk is set up', () => {
  const desk = workedDay();
  expect(checkBook(desk.services).filter(({ name }) => name === 'book')).toEqual([]);
  desk.book.tabs.set('Cópia de daily-trades', [...(desk.book.tabs.get('daily-trades') ?? [])]);
  desk.book.tabs.set('Notes', [['fund', 'what I think']]);
  const copies = checkBook(desk.services).filter(({ name }) => name === 'book');
  expect(copies.map((each) => print(each.said, 'en'))).toEqual([
    'the tab "Cópia de daily-trades" looks like a copy of daily-trades and is not read',
  ]);
});
