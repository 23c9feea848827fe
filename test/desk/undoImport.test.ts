// Import, looked at before it is written and taken back afterwards: by anybody, on the day, while nobody has built on it.
import { describe, expect, it } from '@jest/globals';
import { importBook, previewImport } from '../../src/desk/setUp/importBook';
import { previewUndo, undoImport } from '../../src/desk/setUp/undoImport';
import { problemMessage } from '../../src/domain/problem';
import { print } from '../../src/language/print';
import { initialOrders } from '../../src/stages/stages';
import { printedImportPreview } from '../../src/ui/doors/import';
import { effort } from '../effort';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { texts } from '../fakes/said';
import { first } from '../fixtures/badBooks';
import { DELTA } from '../fixtures/twoFamilies';
import { ALFA, BETA, workedDay } from '../fixtures/workedDay';

const HEAD = 'Fund;CNPJ;Asset;Side;Amount;Strategy';
const TRADES = [
  HEAD,
  `ALFA FIF;${ALFA};HASH11;BUY;9.000.000,00;SimpleOrder`,
  `BETA FIF;${BETA};HASH11;SELL;1,50;SimpleOrder`,
].join('\n');
const files = (tradesCsv: string | null, fundsJson: string | null = null) => ({ fundsJson, tradesCsv });
const tabsOf = ({ book }: MemoryDesk) =>
  JSON.stringify(['fund-stats', 'daily-trades'].map((tab) => book.tabs.get(tab)));

const fund = (name: string, cnpj: string) => ({
  ...{ fund_name: name, fund_cnpj: cnpj, fund_type: 'FIM', passive_active: 'Ativo' },
  ...{ fund_strategy: 'Partial_alocation', assets_onshore: ['HASH11'], assets_offshore: null },
  ...{ administrator: 'Serra', moviment_account: { Banco: '901', Ag: '0101', Cc: '1-0' } },
});
const FUNDS = JSON.stringify({ funds: [fund('ALFA ANEW FIF', ALFA), fund('NEW FIF', DELTA)] });

describe('an import that is looked at first', () => {
  it('shows what is added, changed cell by cell, removed and left, and writes nothing', () => {
    const desk = workedDay();
    const before = JSON.stringify([...desk.book.tabs]);
    const shown = printedImportPreview(previewImport(desk.services, files(TRADES)), 'en');
    expect(shown.tabs).toEqual([
      {
        tab: 'daily-trades',
        same: 0,
        rows: [
          expect.objectContaining({
            kind: 'changed',
            row: 2,
            name: `ALFA FIF · ${ALFA} · HASH11 · BUY · SimpleOrder`,
            cells: [
              { header: 'fund', before: 'Alfa', after: 'ALFA FIF' },
              { header: 'amount', before: 'R$ 10,000,000.00', after: 'R$ 9,000,000.00' },
            ],
          }),
          expect.objectContaining({ kind: 'added', row: 3, name: expect.stringContaining('SELL') }),
          expect.objectContaining({ kind: 'removed', row: 3, name: expect.stringContaining(BETA) }),
          expect.objectContaining({ kind: 'removed', row: 4 }),
        ],
      },
    ]);
    expect(JSON.stringify([...desk.book.tabs])).toBe(before);
  });

  it('shows the orders before and after in money, buys and sells apart, and each that changes', () => {
    const desk = workedDay();
    const { tables } = printedImportPreview(previewImport(desk.services, files(TRADES)), 'en');
    const shown = tables.map(({ title, rows }) => [
      title,
      rows.map(({ cells }) => cells.map(({ text }) => text).join(' | ')),
    ]);
    expect(shown).toEqual([
      [
        'Orders before and after the import',
        ['BUY | 3 | 1 | 12,300,000.00 | 9,000,000.00 | −3,300,000.00', 'SELL | 0 | 1 | 0.00 | 1.50 | 1.50'],
      ],
      [
        'Buys that change',
        [
          expect.stringMatching(/\| HASH11 \| SimpleOrder \| 2,000,000.00 \| 0.00 \| −2,000,000.00 \| $/),
          expect.stringMatching(
            /\| HASH11 \| SimpleOrder \| 10,000,000.00 \| 9,000,000.00 \| −1,000,000.00 \| $/,
          ),
          expect.stringMatching(/\| HASH11 \| SimpleOrder \| 300,000.00 \| 0.00 \| −300,000.00 \| $/),
        ],
      ],
      ['Sells that change', [expect.stringContaining('HASH11 | SimpleOrder | 0.00 | 1.50 | 1.50')]],
    ]);
    expect(tables[0]?.total).toBeNull();
  });

  it('names funds there as every screen does, without the legal part', () => {
    const desk = workedDay();
    desk.book.fill('daily-trades', [
      { ...desk.book.records('daily-trades')[0], fund: 'Beta Fundo de Investimento Financeiro' },
    ]);
    const { tables } = printedImportPreview(previewImport(desk.services, files(TRADES)), 'en');
    const named = tables.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]?.text ?? ''));
    expect(named).toEqual(['BUY', 'SELL', 'ALFA', 'BETA']);
  });

  it('looks twice at zeros too many, and says what of the tab is in no figure', () => {
    const desk = workedDay();
    first('daily-trades', { amount: '1,2,3' })(desk);
    const csv = TRADES.replace('9.000.000,00', '100.000.000,00').replace('BETA FIF', 'GAMA FIF');
    const { tables, problems } = previewImport(desk.services, files(csv));
    expect(texts(problems)).toEqual([
      'daily-trades: 1 row cannot be read as it stands, and is in no figure of before',
    ]);
    expect(tables.flatMap(({ rows }) => rows.map(({ isOdd }) => isOdd))).not.toContain(true);
    const whole = previewImport(workedDay().services, files(csv));
    expect(whole.tables.flatMap(({ rows }) => rows.filter(({ isOdd }) => isOdd === true))).toHaveLength(1);
  });

  it.each([
    ['en', /^3 of the 4 orders go with this import: buys of R\$ 2,300,100.00 and sells of R\$ 0.00/],
    ['pt', /^3 das 4 ordens saem com esta importação: compras de R\$ 2.300.100,00/],
  ] as const)('warns where most of the orders go, in %s', (language, sentence) => {
    const desk = workedDay();
    const rows = desk.book.records('daily-trades');
    desk.book.fill('daily-trades', [...rows, { ...rows[1], strategy: 'RebalanceOrder', amount: 100 }]);
    const half = [HEAD, `ALFA FIF;${ALFA};HASH11;BUY;9.000.000,00;SimpleOrder`];
    const found = (csv: string) => previewImport(desk.services, files(csv)).problems;
    const [warned] = found(half.join('\n'));
    expect(warned?.code).toBe('most-orders-go');
    expect(warned && print(problemMessage({ ...warned, tab: null }), language)).toMatch(sentence);
    const kept = [...half, `BETA FIF;${BETA};HASH11;BUY;2.000.000,00;SimpleOrder`];
    expect(found(kept.join('\n'))).toEqual([]);
  });

  it('says the sides in the reader’s words', () => {
    const desk = workedDay();
    const preview = previewImport(desk.services, files(TRADES));
    const sides = (language: 'pt' | 'en') =>
      printedImportPreview(preview, language).tabs.flatMap(({ rows }) =>
        rows.flatMap(({ name, cells }) => [
          name.split(' · ')[3],
          ...cells.flatMap(({ header, before, after }) => (header === 'side' ? [before ?? after] : [])),
        ]),
      );
    expect(new Set(sides('en'))).toEqual(new Set(['BUY', 'SELL']));
    expect(new Set(sides('pt'))).toEqual(new Set(['compra', 'venda']));
  });

  it('of what stands there already changes nothing', () => {
    const desk = workedDay();
    importBook(desk.services, files(TRADES));
    expect(previewImport(desk.services, files(TRADES)).tabs).toEqual([
      { tab: 'daily-trades', rows: [], same: 2 },
    ]);
  });

  it('is not written when the tab has changed since: another outcome than the one shown', () => {
    const desk = workedDay();
    const { hash } = previewImport(desk.services, files(TRADES));
    first('daily-trades', { amount: 7 })(desk);
    const before = tabsOf(desk);
    expect(texts(importBook(desk.services, files(TRADES), hash).problems)).toEqual([
      'the tabs have changed since the import was shown; nothing was written, look at it again',
    ]);
    expect(tabsOf(desk)).toBe(before);
    const again = previewImport(desk.services, files(TRADES));
    expect(importBook(desk.services, files(TRADES), again.hash)).toMatchObject({ trades: 2, problems: [] });
  });

  it('has nothing to show where a file is wrong, or where there is none', () => {
    const desk = workedDay();
    expect(previewImport(desk.services, files(`${HEAD}\n;;;;;`))).toMatchObject({ hash: null, tabs: [] });
    expect(texts(importBook(desk.services, files(null)).problems)).toEqual([
      'there is no file; give the fund file, the trades file, or both',
    ]);
  });
});

describe('an import is taken back', () => {
  it('to what stood there, cells that could not be read included, once', () => {
    const desk = workedDay();
    first('daily-trades', { amount: '1.234', fund: '=ALFA' })(desk);
    const before = tabsOf(desk);
    importBook(desk.services, files(TRADES));
    expect(tabsOf(desk)).not.toBe(before);
    const { headline, problems } = undoImport(desk.services);
    expect([problems, headline && print(headline, 'en')]).toEqual([
      [],
      'the import of 10:15 by trader@desk.example is taken back: daily-trades gets its 3 rows back',
    ]);
    expect(tabsOf(desk)).toBe(before);
    expect(desk.book.records('log').map(({ stage }) => stage)).toEqual(['import', 'undo-import']);
    expect(texts(undoImport(desk.services).problems)).toEqual(['there is no import to be taken back']);
  });

  it('only while its rows stand as it wrote them: those that were edited are named', () => {
    const desk = workedDay();
    importBook(desk.services, files(TRADES));
    const rows = desk.book.records('daily-trades');
    desk.book.fill('daily-trades', [...rows.slice(0, 1), { ...rows[1], amount: 2 }, { fund: 'one more' }]);
    const before = tabsOf(desk);
    expect(texts(undoImport(desk.services).problems)).toEqual([
      'daily-trades!E3: row 3 was changed since the import; undo the change first, or correct the rows by hand',
      'daily-trades!A4: row 4 was changed since the import; undo the change first, or correct the rows by hand',
    ]);
    expect(tabsOf(desk)).toBe(before);
  });

  it('though what the fund file leaves to others was filled in since: of funds that stood there before it stays', () => {
    const desk = workedDay();
    const old = desk.book.records('fund-stats');
    expect(importBook(desk.services, files(null, FUNDS)).funds).toBe(2);
    const rows = desk.book.records('fund-stats');
    desk.book.fill('fund-stats', [{ ...rows[0], nav: 123_456.78, cash: -5 }, ...rows.slice(1)]);
    expect(undoImport(desk.services).problems).toEqual([]);
    expect(desk.book.records('fund-stats')).toEqual(
      old.map((row) => (row.cnpj === ALFA ? { ...row, nav: 123_456.78, cash: -5 } : row)),
    );
  });

  it('but not where a person filled in what would be lost: a row that the import brought, or a name', () => {
    for (const [which, change] of [
      [1, { nav: 5 }],
      [0, { fund: 'ANOTHER NAME FIF' }],
    ] as const) {
      const desk = workedDay();
      importBook(desk.services, files(null, FUNDS));
      const rows = desk.book.records('fund-stats');
      desk.book.fill(
        'fund-stats',
        rows.map((row, at) => (at === which ? { ...row, ...change } : row)),
      );
      expect(texts(undoImport(desk.services).problems)).toEqual([
        expect.stringContaining(`row ${which + 2} was changed since the import`),
      ]);
    }
  });

  it('only on its day', () => {
    const desk = workedDay();
    importBook(desk.services, files(TRADES));
    desk.world.now = '2024-11-11T09:00:00';
    expect(texts(undoImport(desk.services).problems)).toEqual([
      'the last import is of 2024-11-08; only one of today can be taken back',
    ]);
  });

  it('only until a stage has decided on it', () => {
    const desk = workedDay();
    importBook(desk.services, files(TRADES.split('\n').slice(0, 2).join('\n')));
    expect(previewUndo(desk.services).problems).toEqual([]);
    expect(apply(desk.services, initialOrders()).status).toBe('applied');
    const before = tabsOf(desk);
    expect(texts(undoImport(desk.services).problems)).toEqual([
      expect.stringContaining('the day was decided on since the import of 10:15; change the rows by hand'),
    ]);
    expect(tabsOf(desk)).toBe(before);
  });

  it('not when what it replaced was tampered with', () => {
    const desk = workedDay();
    importBook(desk.services, files(TRADES));
    desk.book.fill('_import', [{ part: 0, chunk: 'tampered' }]);
    expect(texts(undoImport(desk.services).problems)).toEqual([
      expect.stringContaining('no longer stands in _import as the desk wrote it'),
    ]);
  });

  it('however many rows it replaced', () => {
    const desk = workedDay();
    const many = Array.from(
      { length: 4_000 },
      (_, n) => `ALFA FIF;${ALFA};A${n}11;BUY;${n + 1},25;SimpleOrder`,
    );
    importBook(desk.services, files([HEAD, ...many].join('\n')));
    const before = tabsOf(desk);
    importBook(desk.services, files(TRADES));
    expect(undoImport(desk.services).problems).toEqual([]);
    expect(tabsOf(desk)).toBe(before);
  });

  it('wherever it was cut off, it can be done again or taken back', () => {
    const whole = workedDay();
    whole.killAt(null);
    importBook(whole.services, files(TRADES));
    const calls = whole.callCount();
    expect(calls).toBeGreaterThan(5);
    for (let call = 1; call <= calls; call += effort(3, 1))
      for (const when of ['before', 'after'] as const) {
        const desk = workedDay();
        const before = tabsOf(desk);
        desk.killAt(call, when);
        // The log is tried only: a cut there is not seen here.
        try {
          importBook(desk.services, files(TRADES));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Killed);
        }
        desk.killAt(null);
        const undone = undoImport(desk.services);
        if (undone.headline === null)
          expect(texts(undone.problems)).toEqual(['there is no import to be taken back']);
        expect([call, when, tabsOf(desk)]).toEqual([call, when, before]);
      }
  });

  it('in a book of an older version is not offered, and said', () => {
    const desk = workedDay();
    desk.book.tabs.delete('_import');
    const report = importBook(desk.services, files(TRADES));
    expect([report.trades, ...texts(report.problems)]).toEqual([
      2,
      'the import cannot be taken back: the tab _import is missing; run Trading > Set up',
    ]);
    expect(texts(undoImport(desk.services).problems)).toEqual(['there is no import to be taken back']);
  });
});
