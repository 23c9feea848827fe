// Bad input: each case with the whole sentence that the trader reads, and nothing written but the log.
import { describe, expect, it } from '@jest/globals';
import { FAILED_PLACES_KEY } from '../../src/desk/log/failedPlaces';
import * as runner from '../../src/desk/run/runner';
import { error, inEnglish } from '../../src/domain/problem';
import { verbatim } from '../../src/language/message';
import type { Cell } from '../../src/sheets/cell';
import { finalAllocation, initialOrders, primaryUnits, type Stage } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { allOf, BAD_BOOKS, first, set, trades } from '../fixtures/badBooks';
import { GOOD_ROWS } from '../fixtures/goodRows';
import { MALFORMED_CELLS, MALFORMED_SETTINGS } from '../fixtures/malformed';
import { ALFA, AT, BETA, DATE, HASH11, trade, workedDay } from '../fixtures/workedDay';

/** What a look leaves behind: where the problems of failures lie, and when the executions were brought up to date, and how many
 * lines the status has. */
const LOOKS = [FAILED_PLACES_KEY, 'feed-look', 'status-lines'];
/** The log, the feeds, which a stage refreshes before it looks, and what shows how the day stands now. */
const LOOKED_AT = ['log', 'executions', 'market-data', 'status', 'blotter'];
const NOW_COLUMNS = ['executed_now', 'fills_as_of', 'as_of'];

/** Without the columns that say how it stands now. */
function asIssued(grid: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const [header = []] = grid;
  return grid.map((row) => row.filter((_cell, at) => !NOW_COLUMNS.includes(String(header[at]))));
}

/** What must be as before. */
const kept = (desk: MemoryDesk) => ({
  tabs: [...desk.book.tabs]
    .filter(([tab]) => !LOOKED_AT.includes(tab))
    .map(([tab, grid]) => [tab, tab === 'orders' ? asIssued(grid) : grid]),
  properties: [...desk.properties].filter(([key]) => !LOOKS.includes(key)),
  mails: desk.mails.length,
  rows: desk.rows.size,
  runs: desk.runs.size,
  files: desk.files.size,
});

function expectRefused(desk: MemoryDesk, stage: Stage, sentences: readonly string[]): void {
  const before = JSON.stringify(kept(desk));
  const logged = desk.book.records('log').length;
  const report = apply(desk.services, stage);
  expect(report.problems).toEqual(sentences);
  expect(report).toMatchObject({ status: 'refused', mails: 0, rowsSaved: 0, files: [] });
  expect(JSON.stringify(kept(desk))).toBe(before);
  const log = desk.book.records('log');
  expect(log).toHaveLength(logged + 1);
  const details = String(log[log.length - 1]?.details);
  for (const sentence of sentences) expect(details).toContain(sentence);
}

describe('initial orders refuse, and write nothing but the log:', () => {
  it.each(BAD_BOOKS)('%s', (_name, spoil, sentences, codes) => {
    const desk = workedDay();
    spoil(desk);
    expectRefused(desk, initialOrders(), sentences);
    const again = runner.apply(desk.services, initialOrders());
    expect(again.problems.map(({ code }) => code)).toEqual(codes);
  });

  it('and a feed that fails leaves its tab as it was', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    desk.world.fills = [];
    const before = JSON.stringify(desk.book.tabs.get('executions'));
    desk.world.feedProblems = [error('feed-failed', verbatim('down'))];
    apply(desk.services, primaryUnits('all', true));
    expect(JSON.stringify(desk.book.tabs.get('executions'))).toBe(before);
  });
});

describe('a cell of the catalogue stops the orders, and nothing is written but the log:', () => {
  it.each(MALFORMED_CELLS.map((each) => [each.input, each] as const))('%s', (_input, each) => {
    const { tab, header, value, code, remedy } = each;
    const desk = workedDay();
    desk.services.feeds = () => ({ executions: () => null, quotes: () => null, earlier: () => null });
    const [good = {}] = GOOD_ROWS[tab] ?? [];
    desk.book.fill(tab, [...desk.book.records(tab), { ...good, [header]: value }]);
    const before = JSON.stringify(kept(desk));
    const { status, problems } = runner.apply(desk.services, initialOrders());
    expect(problems.map((problem) => ({ code: problem.code, sentence: inEnglish(problem) }))).toContainEqual({
      code,
      sentence: expect.stringContaining(advice(remedy)),
    });
    expect([status, JSON.stringify(kept(desk))]).toEqual(['refused', before]);
  });

  it.each(MALFORMED_SETTINGS.map((each) => [each.input, each] as const))('%s', (_input, each) => {
    const desk = workedDay();
    const grid = desk.book.tabs.get('settings') ?? [];
    const own = desk.book.records('settings').map(({ key }) => String(key).toLowerCase());
    const rest = grid.filter(
      (row) => !each.rows.some(([key]) => String(key).toLowerCase() === String(row[0]).toLowerCase()),
    );
    expect(own.length).toBeGreaterThan(0);
    desk.book.tabs.set('settings', [
      ...rest,
      ...each.rows.map(([key = null, value = null]) => [key, value, null]),
    ]);
    const before = JSON.stringify(kept(desk));
    const { status, problems, warnings } = runner.apply(desk.services, initialOrders());
    const said = each.severity === 'warning' ? warnings : problems;
    expect(said.map((problem) => ({ code: problem.code, sentence: inEnglish(problem) }))).toContainEqual({
      code: each.code,
      sentence: expect.stringContaining(advice(each.remedy)),
    });
    if (each.severity !== 'warning')
      expect([status, JSON.stringify(kept(desk))]).toEqual(['refused', before]);
  });
});

/** In a book a number in a cell of dates is shown as a date: the sentence begins otherwise and advises the same. */
const advice = (remedy: string): string => remedy.split('; ').pop() ?? remedy;

describe('a check that is switched off or down', () => {
  it.each([
    ['check_cash', first('fund-stats', { cash: 5 }), 'and has R$ 5.00'],
    ['check_duplicates', trades(trade(ALFA, 100), trade(ALFA, 100)), 'stand in row 2'],
    ['check_asset', first('fund-stats', { onshore_assets: 'BITH11' }), 'may not trade HASH11'],
  ])('%s warns, or says nothing', (key, spoil, sentence) => {
    for (const mode of ['warning', 'off']) {
      const desk = workedDay();
      allOf(spoil, set(key, mode))(desk);
      const report = apply(desk.services, initialOrders());
      expect(report.status).toBe('applied');
      expect(report.warnings.join('\n').includes(sentence)).toBe(mode === 'warning');
    }
  });

  it('is skipped with one warning where what it needs is not known', () => {
    const desk = workedDay();
    allOf(first('etfs', { max_volume_share: 0.2 }), trades(trade(ALFA, 100), trade(BETA, 100, 'SELL')))(desk);
    expect(apply(desk.services, initialOrders()).warnings).toEqual([
      'fund-stats: cash of 1 trading fund is blank: the check on it is skipped',
      'fund-stats: nav of 2 trading funds is blank: the check on it is skipped',
      'holdings: the tab is empty: sells are not checked against holdings',
      'market-data: avg_volume of 1 traded ETF is blank: the check on it is skipped',
    ]);
  });

  it('adds up the rows of a fund that stand twice, where that is allowed', () => {
    const desk = workedDay();
    allOf(set('check_duplicates', 'off'), trades(trade(ALFA, 100), trade(ALFA, 250)))(desk);
    apply(desk.services, initialOrders());
    expect(desk.book.records('order-intents').map(({ amount }) => amount)).toEqual([350]);
    desk.world.fills = [];
    expect(apply(desk.services, initialOrders()).status).toBe('unchanged');
  });
});

describe('what a sheet may look like', () => {
  it('columns moved, columns of the users and blank rows change nothing', () => {
    const desk = workedDay();
    const plain = workedDay();
    for (const tab of [
      'daily-trades',
      'fund-stats',
      'etfs',
      'brokers',
      'settings',
      'orders',
      'order-intents',
    ]) {
      const grid = desk.book.tabs.get(tab) ?? [];
      const moved = grid.flatMap((row, index): Cell[][] => [
        [index === 0 ? 'note' : 'mine', ...[...row].reverse()],
        ...(index === 0 ? [] : [[null, null, null]]),
      ]);
      desk.book.tabs.set(tab, moved);
    }
    apply(desk.services, initialOrders());
    apply(plain.services, initialOrders());
    for (const tab of ['orders', 'order-intents']) {
      const rows = desk.book.records(tab).map(({ note: _, ...row }) => row);
      expect(rows).toEqual(plain.book.records(tab));
    }
    expect(desk.mails).toEqual(plain.mails);
  });

  it('an AdjustmentOrder among the trades is listed and ignored', () => {
    const desk = workedDay();
    trades(trade(ALFA, 100), { ...trade(BETA, 200), strategy: 'AdjustmentOrder' })(desk);
    const report = apply(desk.services, initialOrders());
    expect(report.warnings).toContain(
      'daily-trades!F3: an AdjustmentOrder of R$ 200.00 in HASH11 is ignored; the adjustment cycle makes its own',
    );
    expect(desk.book.records('order-intents')).toHaveLength(1);
  });
});

describe('later stages refuse', () => {
  const opened = (): MemoryDesk => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    return desk;
  };

  it('before the day is open', () => {
    expectRefused(workedDay(), primaryUnits('all', true), [
      'no day is open; run Initial orders for 2024-11-08 first',
    ]);
  });

  it('on the day after the one that is open', () => {
    const desk = opened();
    desk.world.now = '2024-11-11T11:00:00';
    expectRefused(desk, primaryUnits('all', true), [
      'the open day is 2024-11-08; run Initial orders for 2024-11-11 first',
    ]);
  });

  it('requests after the cut-off', () => {
    const desk = opened();
    desk.world.now = `${DATE}T13:31:00`;
    expectRefused(desk, primaryUnits('all', true), [
      'etfs!G2: it is 13:31 and the cut-off of HASH11 was 13:30; the administrator takes no more requests today',
    ]);
  });

  it('requests to an administrator that nobody knows how to reach', () => {
    const desk = opened();
    first('etfs', { administrator_emails: null })(desk);
    desk.world.now = AT.midday;
    expectRefused(desk, primaryUnits('all', true), [
      'etfs: HASH11 has no administrator_emails; add where its requests go',
    ]);
  });

  it('an allocation while the market is open', () => {
    const desk = opened();
    desk.world.now = `${DATE}T18:14:59`;
    expectRefused(desk, finalAllocation(), [
      'the market is open until 18:15; run the final allocation after that',
    ]);
  });

  it('fills of which two have one number', () => {
    const desk = opened();
    desk.world.now = AT.midday;
    desk.services.feeds = () => ({
      executions: () => null,
      earlier: () => null,
      quotes: () => ({ rows: [{ ...HASH11, asOf: AT.midday }], problems: [] }),
    });
    const row = {
      date: DATE,
      fill_id: 'F1',
      broker: 'Aurora',
      asset: 'HASH11',
      side: 'BUY',
      quantity: 5,
      price: 62,
    };
    desk.book.fill('executions', [row, row]);
    expectRefused(desk, primaryUnits('all', true), [
      'executions!B3: F1 2024-11-08 Aurora HASH11 BUY stands in row 2 already; keep one',
    ]);
  });
});
