import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { typed } from '../../../../src/local/host/book/typed';

const us = (text: string, format = '') => typed(text, format, 'en_US', 2024);
const gb = (text: string, format = '') => typed(text, format, 'en_GB', 2024);
const br = (text: string, format = '') => typed(text, format, 'pt_BR', 2024);
const number = (value: number, format?: string) => ({ kind: 'number', value, ...(format ? { format } : {}) });
const text = (value: string) => ({ kind: 'text', value });

describe('a text typed into a cell', () => {
  it('is blank when empty', () => {
    expect(us('')).toEqual({ kind: 'blank' });
  });

  it.each([
    ['12', 12],
    ['0012', 12],
    [' 12.5 ', 12.5],
    ['.5', 0.5],
    ['-0.1', -0.1],
    ['+3', 3],
  ])('is a number in English notation: "%s"', (typing, value) => {
    expect(us(typing)).toEqual(number(value));
  });

  it('keeps thousands, percent, currency and exponents as formats', () => {
    expect(us('1,234')).toEqual(number(1234, '#,##0'));
    expect(us('1,234.56')).toEqual(number(1234.56, '#,##0.00'));
    expect(us('12.3%')).toEqual(number(0.123, '0.00%'));
    expect(us('7%')).toEqual(number(0.07, '0%'));
    expect(us('$1,234.50')).toEqual(number(1234.5, '"$" #,##0.00'));
    expect(us('1e3')).toEqual(number(1000, '0.00E+00'));
  });

  it('is read by the notation of its locale: one text, two numbers', () => {
    expect(br('1.234')).toEqual(number(1234, '#,##0'));
    expect(us('1.234')).toEqual(number(1.234));
    expect(br('1.234.567,89')).toEqual(number(1234567.89, '#,##0.00'));
    expect(br('1234,56')).toEqual(number(1234.56));
    expect(us('1234,56')).toEqual(text('1234,56'));
    expect(br('R$ 10')).toEqual(number(10, '"R$" #,##0'));
  });

  it.each([
    '1,23,4',
    '1.2.3',
    '12-',
    '1 2',
    '--5',
    '.',
    '%',
    'e5',
    '1/0/2024',
    '2024-02-30',
    '25:00',
    'HASH11',
  ])('stays a text where Sheets sees none of these: "%s"', (typing) => {
    expect(us(typing)).toEqual(text(typing));
  });

  it('is a boolean by its word', () => {
    expect(us('true')).toEqual({ kind: 'boolean', value: true });
    expect(br('FALSO')).toEqual({ kind: 'boolean', value: false });
    expect(us('FALSO')).toEqual(text('FALSO'));
  });

  it('is a date in ISO form in any locale, else in the order of its locale', () => {
    expect(us('2024-11-08')).toEqual(number(45604, 'yyyy-mm-dd'));
    expect(br('2024-11-08T12:00')).toEqual(number(45604.5, 'yyyy-mm-dd H:mm:ss'));
    expect(br('08/11/2024')).toEqual(number(45604, 'dd/MM/yyyy'));
    expect(us('11/08/2024 6:00 PM')).toEqual(number(45604.75, 'M/d/yyyy H:mm:ss'));
    expect([gb('08/11/2024'), gb('1,234.56')]).toEqual([
      number(45604, 'dd/MM/yyyy'),
      number(1234.56, '#,##0.00'),
    ]);
    expect(us('18:00')).toEqual(number(0.75, 'H:mm:ss'));
  });

  it('is a date of this year where it looks like a ratio, and the first of a month where it looks like a key', () => {
    expect(us('1/2')).toEqual(number(45293, 'M/d'));
    expect(br('1/2')).toEqual(number(45323, 'dd/MM'));
    expect(us('11-8')).toEqual(number(45604, 'M/d'));
    expect(br('2024-11')).toEqual(number(45597, 'yyyy-mm'));
    expect(us('11/2024')).toEqual(number(45597, 'MM/yyyy'));
    expect([us('13/2'), br('31/2'), us('2024-13')]).toEqual(['13/2', '31/2', '2024-13'].map(text));
  });

  it('keeps fifteen digits of a long number, as Sheets does', () => {
    expect(us('123456789012345')).toEqual(number(123456789012345));
    expect(us('1234567890123456')).toEqual(number(1234567890123460));
    expect(us('3524081012345678901234567890')).toEqual(number(3.52408101234568e27));
    expect(us('1234567890123456', '@')).toEqual(text('1234567890123456'));
  });

  it('is a formula from its equals sign on, which alone is a text', () => {
    expect(us('=A1+1')).toEqual({ kind: 'formula', value: '=A1+1' });
    expect(us('=')).toEqual(text('='));
  });

  it('is text after an apostrophe, which is not part of it', () => {
    expect(us("'007")).toEqual({ ...text('007'), forced: true });
    expect(us("'=A1")).toEqual({ ...text('=A1'), forced: true });
  });

  it('is always text in a plain text cell', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (typing) => {
        fc.pre(!typing.startsWith("'"));
        expect(us(typing, '@')).toEqual(text(typing));
      }),
    );
  });

  it('gives any double of fifteen digits back as it was written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (any) => {
        const value = Number(any.toPrecision(15));
        fc.pre(Number.isFinite(value) && !String(value).includes('e'));
        expect(us(String(value))).toEqual(number(Object.is(value, -0) ? 0 : value));
      }),
    );
  });
});
