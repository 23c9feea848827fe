// What each kind of column makes of a cell: what it prints it reads back, and what it refuses it explains.
import { describe, expect, it } from '@jest/globals';
import { assert, constant, constantFrom, double, integer, property, record, string } from 'fast-check';
import { addDays, addMinutes } from '../../src/domain/stamp';
import { SaidError } from '../../src/language/print';
import {
  choice,
  cnpj,
  decimal,
  flag,
  fraction,
  isin,
  money,
  optional,
  price,
  raw,
  signedMoney,
  text,
  ticker,
  whole,
} from '../../src/sheets/column';
import type { Column } from '../../src/sheets/columnType';
import { emails, list, tickers, unitsByAsset } from '../../src/sheets/listColumn';
import { date, stamp, timeOfDay } from '../../src/sheets/momentColumn';

import { said } from '../fakes/said';

const HELP = 'the setting';

/** The value that a printed cell reads back as. */
function readBack<T>(column: Column<T>, value: T): T {
  const printed = column.print(value);
  if (printed === null || printed === '') return blank(column);
  const parsed = column.parse(printed);
  if (!parsed.ok) throw new SaidError(parsed.reason);
  return parsed.value;
}

function blank<T>(column: Column<T>): T {
  if (column.whenBlank === null) throw new Error('a blank cell is an error here');
  return column.whenBlank.value;
}

const reasonOf =
  <T>(column: Column<T>) =>
  (cell: string | number): string => {
    const parsed = column.parse(cell);
    return parsed.ok ? `read as ${JSON.stringify(parsed.value)}` : said(parsed.reason);
  };

const word = string({ minLength: 1, maxLength: 20 }).filter((item) => /^[A-Za-z0-9]+$/.test(item));

describe('every kind of column reads back what it prints', () => {
  const cents = integer({ min: 0, max: 1_000_000_000_00 });

  it('money, to the cent', () => {
    assert(property(cents, (value) => readBack(money(HELP), value) === value));
  });
  it('money that may be negative', () => {
    const signed = integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 });
    assert(property(signed, (value) => readBack(signedMoney(HELP), value) === value));
  });
  it('prices, to 8 decimals', () => {
    const prices = integer({ min: 1, max: 10_000_000_000_000 }).map((e8) => e8 / 1e8);
    assert(property(prices, (value) => readBack(price(HELP, 8), value) === value));
  });
  it('whole numbers', () => {
    assert(property(integer({ min: 0 }), (value) => readBack(whole(HELP), value) === value));
  });
  it('numbers of the desk’s own making', () => {
    const numbers = double({ noNaN: true, noDefaultInfinity: true });
    assert(property(numbers, (value) => readBack(decimal(HELP), value) === value));
  });
  it('fractions', () => {
    const parts = double({ min: 0, max: 1, noNaN: true });
    assert(property(parts, (value) => readBack(fraction(HELP), value) === value));
  });
  it('dates and moments', () => {
    const days = integer({ min: 0, max: 60_000 }).map((n) => addDays('1990-01-01', n));
    assert(property(days, (value) => readBack(date(HELP), value) === value));
    const moments = integer({ min: 0, max: 30_000_000 }).map((n) => addMinutes('1990-01-01T00:00:07', n));
    assert(property(moments, (value) => readBack(stamp(HELP), value) === value));
  });
  it('texts, names, symbols and lists of them', () => {
    assert(property(word, (value) => readBack(text(HELP), value) === value));
    assert(property(string(), (value) => value === '' || readBack(raw(HELP), value) === value));
    assert(
      property(
        constantFrom('HASH11', 'WEB311', 'XRPH11'),
        (value) => readBack(ticker(HELP), value) === value,
      ),
    );
    expect(readBack(list(HELP), ['one', 'two words'])).toEqual(['one', 'two words']);
    expect(readBack(list(HELP), [])).toEqual([]);
    expect(readBack(tickers(HELP), ['HASH11', 'SOLH11'])).toEqual(['HASH11', 'SOLH11']);
    expect(readBack(emails(HELP), ['a@house.example', 'b@house.example'])).toEqual([
      'a@house.example',
      'b@house.example',
    ]);
  });
  it('CNPJs with letters too, and ISINs', () => {
    for (const value of ['38.314.708/0001-90', '12.ABC.345/01DE-35'])
      expect(readBack(cnpj(HELP), value)).toBe(value);
    expect(readBack(isin(HELP), 'BRHASHCTF018')).toBe('BRHASHCTF018');
  });
  it('choices, flags, times of the day and limits of units', () => {
    expect(readBack(choice(['BUY', 'SELL'], HELP), 'SELL')).toBe('SELL');
    for (const value of [true, false]) expect(readBack(flag(HELP), value)).toBe(value);
    expect(readBack(timeOfDay(HELP), '09:05')).toBe('09:05');
    assert(
      property(record({ HASH11: integer({ min: 0, max: 999_999 }), SOLH11: constant(1) }), (value) => {
        expect(readBack(unitsByAsset(HELP), value)).toEqual(value);
      }),
    );
  });
  it('and a blank where "not known" is allowed', () => {
    expect(readBack(optional(money(HELP)), null)).toBeNull();
    expect(readBack(optional(money(HELP)), 5)).toBe(5);
    expect(money(HELP).whenBlank).toBeNull();
  });
});

describe('what people type', () => {
  it.each([
    ['1234.56', 123_456],
    ['1.234,56', 123_456],
    ['1234,56', 123_456],
    ['1.234.567', 123_456_700],
    ['R$ 1.200.000,00', 120_000_000],
    [1234.5, 123_450],
  ])('%p is an amount of %d cents', (cell, cents) => {
    expect(money(HELP).parse(cell)).toEqual({ ok: true, value: cents });
  });

  it.each([
    ['-1.234,56', -123_456],
    ['- 3,00', -300],
    [-0.01, -1],
  ])('%p is a residual of %d cents', (cell, cents) => {
    expect(signedMoney(HELP).parse(cell)).toEqual({ ok: true, value: cents });
  });

  it.each([
    ['0.6', 0.6],
    ['0,6', 0.6],
    ['60%', 0.6],
    ['12,5%', 0.125],
    [1, 1],
  ])('%p is the part %d', (cell, part) => {
    expect(fraction(HELP).parse(cell)).toEqual({ ok: true, value: part });
  });

  it.each([
    ['sim', true],
    ['TRUE', true],
    [true, true],
    ['Não', false],
    ['no', false],
    [false, false],
  ])('%p means %p', (cell, value) => {
    expect(flag(HELP).parse(cell)).toEqual({ ok: true, value });
  });

  it.each([
    ['9:05', '09:05'],
    ['13:30:00', '13:30'],
  ])('%p is the time %p', (cell, value) => {
    expect(timeOfDay(HELP).parse(cell)).toEqual({ ok: true, value });
  });

  it('symbols in capitals, lists cut at commas, semicolons and lines, without blanks', () => {
    expect(ticker(HELP).parse(' hash11\u00a0')).toEqual({ ok: true, value: 'HASH11' });
    expect(tickers(HELP).parse(' hash11 ;SOLH11,\n web311, ')).toEqual({
      ok: true,
      value: ['HASH11', 'SOLH11', 'WEB311'],
    });
    expect(unitsByAsset(HELP).parse('hash11 : 3; SOLH11:0')).toEqual({
      ok: true,
      value: { HASH11: 3, SOLH11: 0 },
    });
    expect(choice(['Partial_alocation'], HELP).parse(' partial_ALOCATION ')).toEqual({
      ok: true,
      value: 'Partial_alocation',
    });
  });
});

describe('what cannot be read says what to write instead', () => {
  const cases: readonly (readonly [(cell: string | number) => string, string | number, string])[] = [
    [reasonOf(money(HELP)), '1,2,3', '"1,2,3" is not an amount in BRL; write it like 1234.56'],
    [
      reasonOf(money(HELP)),
      '1.234',
      '"1.234" can be read as R$ 1,234.00 or as R$ 1.234; write 1234.00 or 1.23',
    ],
    [reasonOf(money(HELP)), -5, '-5 is negative; write it without a sign'],
    [reasonOf(signedMoney(HELP)), '-x', '"x" is not an amount in BRL; write it like 1234.56'],
    [reasonOf(price(HELP)), 0, '0 is not a price: it has to be above zero; write it like 62.40'],
    [reasonOf(price(HELP)), 'NaN', '"NaN" is not a price in BRL; write it like 62.40'],
    [reasonOf(whole(HELP)), 1.5, '1.5 has decimals, but shares and units are whole; write it like 1234'],
    [reasonOf(fraction(HELP)), '60', '"60" is not a share; write 0.6 or 60%'],
    [reasonOf(fraction(HELP)), '-1%', '"-1%" is not a share; write 0.6 or 60%'],
    [reasonOf(decimal(HELP)), 'x', '"x" is not a number'],
    [reasonOf(ticker(HELP)), 'HASH 11', '"HASH 11" is not a symbol; write one such as HASH11'],
    [reasonOf(choice(['BUY', 'SELL'], HELP)), 'HOLD', '"HOLD" is not one of BUY, SELL'],
    [reasonOf(flag(HELP)), 'maybe', '"maybe" is neither yes nor no'],
    [reasonOf(timeOfDay(HELP)), '25:00', '"25:00" is not a time; write 13:30'],
    [
      reasonOf(emails(HELP)),
      'a@b.example, desk',
      '"desk" is not an e-mail address; write name@house.example',
    ],
    [reasonOf(unitsByAsset(HELP)), 'HASH11=3', '"HASH11=3" is not a limit of units; write HASH11:3'],
    [
      reasonOf(date(HELP)),
      '31/02/2025',
      '"31/02/2025" is not a day of the calendar between 1900 and 2199; write it like 2025-01-31 or 31/01/2025',
    ],
  ];
  it.each(cases.map(([say, cell, expected]) => ({ say, cell, expected })))(
    '$cell: $expected',
    ({ say, cell, expected }) => {
      expect(say(cell)).toBe(expected);
    },
  );
});

describe('what the warehouse is given', () => {
  it('money and prices as decimal text without an exponent, never as a float', () => {
    expect(money(HELP).toSql(1)).toBe('0.01');
    expect(money(HELP).toSql(120_000_000)).toBe('1200000');
    // A large amount is no exact fraction: what lies behind its cents is nobody's money.
    expect(money(HELP).toSql(8_489_186_579)).toBe('84891865.79');
    expect(signedMoney(HELP).toSql(-1_234_567_890_111)).toBe('-12345678901.11');
    expect(price(HELP, 8).toSql(0.00000012)).toBe('0.00000012');
    expect(signedMoney(HELP).toSql(-30)).toBe('-0.3');
  });
  it('days and moments as text, flags as themselves, what is not known as null', () => {
    expect(date(HELP).toSql('2024-11-08')).toBe('2024-11-08');
    expect(stamp(HELP).toSql('2024-11-08T10:15:00')).toBe('2024-11-08T10:15:00');
    expect(flag(HELP).toSql(false)).toBe(false);
    expect(optional(money(HELP)).toSql(null)).toBeNull();
  });
});
