// Money, prices and shares are read as desks write them, and printed so that they can be read again.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as money from '../../src/domain/money';
import * as reading from '../../src/domain/readFigures';
import { formatBrl, formatPrice, formatWhole } from '../../src/language/figures';
import { inWords } from '../fakes/inWords';

const { parseAmount, parsePrice, parseWhole } = reading;
const MAX_CENTS = 1e15;
const cents = fc.integer({ min: 0, max: MAX_CENTS });
const price = fc.integer({ min: 1, max: MAX_CENTS }).map((e8) => e8 / 1e8);
const refused = (reason: string) => ({ ok: false, reason: expect.stringContaining(reason) });

describe('an amount in BRL as desks write it', () => {
  it.each([
    ['1234.56', 123456],
    ['1.234,56', 123456],
    ['1234,56', 123456],
    ['1,234.56', 123456],
    ['1 234,56', 123456],
    ['1.234.567', 123456700],
    ['1,234,567', 123456700],
    ['1.234.567,8', 123456780],
    ['R$ 1.200.000,00', 120000000],
    ['r$1200000', 120000000],
    ['\u00a0R$\u00a01.200,00 ', 120000],
    ['1,5', 150],
    ['0,01', 1],
    ['0', 0],
    ['10000000000000', MAX_CENTS],
    [1234.56, 123456],
    [1.15, 115],
    [0.1 + 0.2, 30],
    [0, 0],
    [-0, 0],
    [1e13, MAX_CENTS],
  ])('%p is %i cents', (cell, value) => {
    expect(parseAmount(cell)).toEqual({ ok: true, value });
  });

  it.each([
    ['1.234', '"1.234" can be read as R$ 1,234.00 or as R$ 1.234; write 1234.00 or 1.23'],
    ['1,234', '"1,234" can be read as R$ 1,234.00 or as R$ 1.234; write 1234.00 or 1.23'],
    ['R$ 123.456', 'can be read as R$ 123,456.00 or as R$ 123.456; write 123456.00 or 123.45'],
    ['1,2,3', '"1,2,3" is not an amount in BRL; write it like 1234.56'],
    ['1.234.56', 'is not an amount'],
    ['1234.567.890', 'is not an amount'],
    ['0.234.567', 'is not an amount'],
    ['1.234,', 'is not an amount'],
    [',56', 'is not an amount'],
    ['12 34', 'is not an amount'],
    ['1e5', 'is how a spreadsheet shortens a long number; write all its digits'],
    ['US$ 5', 'is not an amount'],
    ['(100)', 'is negative'],
    ['', 'a blank cell is not an amount'],
    [null, 'a blank cell is not an amount'],
    [true, 'true is not an amount'],
    [Number.NaN, 'NaN is not an amount'],
    [Number.POSITIVE_INFINITY, 'Infinity is not an amount'],
    ['0.234', 'more than 2 decimals'],
    ['1234.567', 'more than 2 decimals'],
    ['1.234,567', 'more than 2 decimals'],
    ['1,00000000000000001', 'more than 2 decimals'],
    [1234.567, 'more than 2 decimals'],
    ['-5', '"-5" is negative; write it without a sign'],
    ['R$ −5,00', 'is negative'],
    [-5, '-5 is negative'],
    ['-x', '"-x" is not an amount'],
    ['10.000.000.000.000,01', 'is more than R$ 10,000,000,000,000.00'],
    [1e13 + 1, 'is more than R$ 10,000,000,000,000.00'],
    [1e300, 'is more than'],
  ])('%p is refused: %s', (cell, reason) => {
    expect(inWords(parseAmount(cell))).toEqual(refused(reason));
  });

  it('comes back from its printed form, and from a numeric cell', () => {
    fc.assert(
      fc.property(cents, (value) => {
        expect(parseAmount(formatBrl(value, 'pt'))).toEqual({ ok: true, value });
        expect(parseAmount(formatBrl(value, 'en'))).toEqual({ ok: true, value });
        expect(parseAmount(money.toBrl(value))).toEqual({ ok: true, value });
        expect(money.fromBrl(-money.toBrl(value))).toBe(value === 0 ? 0 : -value);
      }),
    );
  });

  it('never has two meanings: an accepted text means the same with comma and point exchanged', () => {
    const written = fc.string({ unit: fc.constantFrom(...'0123456789..,,'), minLength: 1, maxLength: 12 });
    const exchanged = (text: string) => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
    fc.assert(
      fc.property(written, (text) => {
        const [one, other] = [parseAmount(text), parseAmount(exchanged(text))];
        expect(other.ok).toBe(one.ok);
        if (one.ok && other.ok) expect(other.value).toBe(one.value);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a price', () => {
  it.each([
    ['62,40', 62.4],
    ['62.505', 62.505],
    ['R$ 1.062,50', 1062.5],
    ['62.12345678', 62.12345678],
    [62.12345678, 62.12345678],
    ['0,00000001', 1e-8],
    [1e7, 1e7],
  ])('%p is %p', (cell, value) => {
    expect(parsePrice(cell)).toEqual({ ok: true, value });
  });

  it.each([
    ['0', 'it has to be above zero'],
    [0, 'it has to be above zero'],
    [-62.4, 'is negative'],
    ['62.123456789', 'more than 8 decimals; round it, for example to 62.12345679'],
    [62.123456789, 'more than 8 decimals'],
    ['62,400000000', 'more than 8 decimals'],
    [1e7 + 1, 'more than R$ 10,000,000.00 a share'],
    [Number.NaN, 'NaN is not a price'],
    [Number.NEGATIVE_INFINITY, '-Infinity is not a price'],
    ['1.062.5', 'is not a price in BRL; write it like 62.40'],
    ['', 'a blank cell is not a price'],
  ])('%p is refused: %s', (cell, reason) => {
    expect(inWords(parsePrice(cell))).toEqual(refused(reason));
  });

  it('comes back from its printed form in both languages, and from a numeric cell', () => {
    fc.assert(
      fc.property(price, (value) => {
        expect(parsePrice(formatPrice(value, 8, 'pt'))).toEqual({ ok: true, value });
        expect(parsePrice(formatPrice(value, 8, 'en'))).toEqual({ ok: true, value });
        expect(parsePrice(value)).toEqual({ ok: true, value });
      }),
    );
  });

  it('that was computed can be rounded into one', () => {
    expect(money.roundPrice(62.398765432109)).toBe(62.39876543);
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (raw) => {
        expect(parsePrice(money.roundPrice(raw)).ok).toBe(true);
      }),
    );
  });
});

describe('a number of shares or units', () => {
  it.each([
    ['0', 0],
    ['60000', 60000],
    ['1.234.567', 1234567],
    ['60 000', 60000],
    [60000, 60000],
    [1e10, 1e10],
  ])('%p is %i', (cell, value) => {
    expect(parseWhole(cell)).toEqual({ ok: true, value });
  });

  it.each([
    ['1.234', '"1.234" can be read as 1,234 or as 1.234; write 1234'],
    ['1.5', '"1.5" has decimals, but shares and units are whole; write it like 1234'],
    ['100,00', 'has decimals'],
    [1.5, '1.5 has decimals'],
    [-1, '-1 is negative'],
    [1e10 + 1, 'is more than 10,000,000,000, as no shares or units are'],
    // A CNPJ and a number of the exchange, under the wrong header.
    ['71204918000109', 'is more than 10,000,000,000'],
    ['9007199254740993', 'is more than 10,000,000,000'],
    ['ten', '"ten" is not a whole number'],
    [Number.NaN, 'NaN is not a whole number'],
  ])('%p is refused: %s', (cell, reason) => {
    expect(inWords(parseWhole(cell))).toEqual(refused(reason));
  });
});

describe('money in print', () => {
  it.each([
    [120000000, 'R$ 1.200.000,00', 'R$ 1,200,000.00'],
    [-300, '-R$ 3,00', '-R$ 3.00'],
    [7, 'R$ 0,07', 'R$ 0.07'],
    [-0, 'R$ 0,00', 'R$ 0.00'],
    [99999, 'R$ 999,99', 'R$ 999.99'],
  ])('%i cents are %s, in English %s', (value, portuguese, english) => {
    expect(formatBrl(value, 'pt')).toBe(portuguese);
    expect(formatBrl(value, 'en')).toBe(english);
  });

  it('prints shares', () => {
    expect(formatWhole(1234567, 'pt')).toBe('1.234.567');
    expect(formatWhole(-1234, 'en')).toBe('-1,234');
    expect(formatWhole(999, 'pt')).toBe('999');
  });

  it.each([
    [62.405, 2, '62,41'],
    [1.005, 2, '1,01'],
    [1062.5, 0, '1.063'],
    [-0.001, 2, '0,00'],
    [-62.405, 2, '-62,41'],
    [62.4, 8, '62,40000000'],
  ])('prints the price %p to %i decimals as %s', (value, decimals, printed) => {
    expect(formatPrice(value, decimals, 'pt')).toBe(printed);
  });
});
