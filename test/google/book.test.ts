// The desk's spreadsheet: what cells become, and how few calls it takes.
import { describe, expect, it } from '@jest/globals';
import { createBook } from '../../src/google/book';
import { createServices } from '../../src/google/services';
import { FakeSheet, FakeSpreadsheet } from './fakeBook';
import { installFakes } from './fakes';

const openBook = (...sheets: FakeSheet[]) => installFakes(new FakeSpreadsheet(sheets));

describe('reading a tab', () => {
  it('gives blank cells as null and leaves text, numbers and booleans as they are', () => {
    openBook(
      new FakeSheet('etfs', [
        ['asset', 'x', 'y'],
        ['HASH11', 0, false],
        ['', 'a', true],
      ]),
    );
    expect(createBook().read('etfs')).toEqual([
      ['asset', 'x', 'y'],
      ['HASH11', 0, false],
      [null, 'a', true],
    ]);
  });

  it('gives a date at midnight as a date, any other with its time, both in the zone of the spreadsheet', () => {
    const midnight = new Date('2024-11-08T00:00:00-03:00');
    const morning = new Date('2024-11-08T10:15:30-03:00');
    openBook(new FakeSheet('executions', [[midnight, morning]]));
    expect(createBook().read('executions')).toEqual([['2024-11-08', '2024-11-08T10:15:30']]);
  });

  it('formats a date that stands in every row once', () => {
    const day = () => new Date('2024-11-08T00:00:00-03:00');
    const { formatted } = openBook(new FakeSheet('executions', [[day()], [day()], [day()]]));
    createBook().read('executions');
    expect(formatted).toHaveLength(1);
  });

  it('asks for the zone once a quarter of an hour, not once a fill', () => {
    const start = Date.parse('2024-11-08T13:00:00Z');
    const fills = Array.from({ length: 900 }, (_, at) => [new Date(start + at * 4_007)]);
    const { formatted } = openBook(new FakeSheet('executions', fills));
    const read = createBook()
      .read('executions')
      ?.map(([cell]) => cell);
    expect(formatted.length).toBeLessThanOrEqual(5);
    const local = (at: Date) =>
      at.toLocaleString('sv-SE', { timeZone: 'America/Sao_Paulo' }).replace(' ', 'T');
    expect(read).toEqual(fills.map(([at]) => (at ? local(at) : null)));
  });

  it('knows an hour that a zone leaves out, and a time of day without a date', () => {
    const cells = ['2018-11-04T02:59:59Z', '2018-11-04T03:00:01Z', '1899-12-30T13:30:00Z'].map(
      (at) => new Date(at),
    );
    openBook(new FakeSheet('executions', [cells]));
    const [row] = createBook().read('executions') ?? [];
    expect(row?.slice(0, 2)).toEqual(['2018-11-03T23:59:59', '2018-11-04T01:00:01']);
    expect(row?.[2]).toMatch(/^1899-12-30T1/);
  });

  it('takes one call for all cells', () => {
    const sheet = new FakeSheet('etfs', [['asset'], ['HASH11']]);
    openBook(sheet);
    createBook().read('etfs');
    expect(sheet.calls).toEqual(['getValues']);
  });

  it('gives null for a tab that is not there, and a single blank cell for an empty one', () => {
    openBook(new FakeSheet('empty'));
    expect(createBook().read('etfs')).toBeNull();
    expect(createBook().outline('etfs')).toBeNull();
    expect(createBook().read('empty')).toEqual([[null]]);
  });

  it('gives the header and the last rows of a tab that only grows, however many rows it has', () => {
    openBook(
      new FakeSheet('log', [['at', 'headline'], ...['a', 'b', 'c'].map((text, i) => [i, text])]),
      new FakeSheet('empty'),
    );
    const book = createBook();
    expect(book.tail('log', 2)).toEqual([
      ['at', 'headline'],
      [1, 'b'],
      [2, 'c'],
    ]);
    expect(book.tail('log', 9)).toHaveLength(4);
    expect([book.tail('empty', 2), book.tail('status', 2)]).toEqual([[], null]);
  });

  it('gives the headers up to the last one and the rows in use', () => {
    openBook(new FakeSheet('orders', [['trade_date', '', 'asset'], ['x'], ['', '', '', 'own']]));
    expect(createBook().outline('orders')).toEqual({ headers: ['trade_date', null, 'asset'], lastRow: 3 });
  });
});

describe('a platform that gives an execution again what it gave it before', () => {
  const shared = () => {
    const sheet = new FakeSheet('executions', [['fill_id'], ['A1']]);
    sheet.given = new Map();
    return sheet;
  };

  it('is asked anew once the book is to be as others have left it, with one call and only where something was read', () => {
    const sheet = shared();
    const fakes = openBook(sheet);
    const book = createBook();
    book.refresh();
    expect(fakes.book.flushes).toBe(0);
    book.read('executions');
    sheet.put(1, 0, 'T1');
    expect(book.read('executions')).toEqual([['fill_id'], ['A1']]);
    book.refresh();
    expect(book.read('executions')).toEqual([['fill_id'], ['T1']]);
    book.refresh();
    book.refresh();
    expect(fakes.book.flushes).toBe(2);
  });

  it('is asked anew by whoever gets the lock: what was read before it may be older than what its last holder wrote', () => {
    const sheet = shared();
    openBook(sheet);
    const services = createServices();
    services.book.read('executions');
    sheet.put(1, 0, 'T1');
    const read = services.lock.exclusively(1, () => services.book.read('executions'));
    expect(read?.value).toEqual([['fill_id'], ['T1']]);
  });
});

describe('writing a block', () => {
  it('takes one call, and blanks cells with empty text', () => {
    const sheet = new FakeSheet('orders', [
      ['a', 'b'],
      ['old', 'old'],
    ]);
    openBook(sheet);
    createBook().write('orders', 1, 0, [
      ['new', null],
      [1.5, true],
    ]);
    expect(sheet.cells).toEqual([
      ['a', 'b'],
      ['new', ''],
      [1.5, true],
    ]);
    expect(sheet.calls.filter((call) => call.startsWith('set') || call.startsWith('insert'))).toEqual([
      'setValues',
    ]);
  });

  it('is one call for a row below the last, whatever the size of the grid', () => {
    const sheet = new FakeSheet(
      'log',
      [
        ['at', 'headline'],
        ['10:15', 'a'],
      ],
      2,
      2,
    );
    openBook(sheet);
    const book = createBook();
    const last = book.outline('log')?.lastRow ?? 0;
    sheet.calls.length = 0;
    book.write('log', last, 0, [['10:20', 'b']]);
    expect(sheet.calls).toEqual(['appendRow']);
    book.write('log', last + 1, 0, [['10:25', 'c']]);
    expect(sheet.cells.slice(2)).toEqual([
      ['10:20', 'b'],
      ['10:25', 'c'],
    ]);
  });

  it('grows the grid by what is lacking and no more, and remembers its size', () => {
    const sheet = new FakeSheet('orders', [], 2, 2);
    openBook(sheet);
    const book = createBook();
    book.write('orders', 1, 1, [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    book.write('orders', 1, 1, [
      ['e', 'f'],
      ['g', 'h'],
    ]);
    expect([sheet.maxRows, sheet.maxColumns]).toEqual([3, 3]);
    expect(sheet.calls).toEqual([
      'getMaxRows',
      'getMaxColumns',
      'insertRowsAfter',
      'insertColumnsAfter',
      'setValues',
      'setValues',
    ]);
  });

  it('writes nothing for an empty block, and says what to do when the tab is missing', () => {
    const sheet = new FakeSheet('orders');
    openBook(sheet);
    createBook().write('orders', 1, 0, []);
    expect(sheet.calls).toEqual([]);
    expect(() => createBook().write('status', 1, 0, [['a']])).toThrow(
      'The tab "status" is missing; run Trading > Set up, then try again.',
    );
  });
});
