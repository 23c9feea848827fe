// How a reason quotes the cell that it is about.
import { describe, expect, it } from '@jest/globals';
import { quote, tidy } from '../../src/domain/result';
import { said } from '../fakes/said';

describe('a reason quotes the cell it refuses', () => {
  it.each([
    ['1,2,3', '"1,2,3"'],
    [' x ', '" x "'],
    [12.5, '12.5'],
    [true, 'true'],
    ['', 'a blank cell'],
    [' \u00a0 ', 'a blank cell'],
    [null, 'a blank cell'],
    [undefined, 'a blank cell'],
    [{}, 'a cell that is neither text nor a number'],
  ])('%p as %s', (cell, printed) => {
    expect(said(quote(cell))).toBe(printed);
  });

  it('cuts a long text, which would hide the advice', () => {
    expect(said(quote('x'.repeat(5000)))).toBe(`"${'x'.repeat(60)}…"`);
  });
});

describe('text from mails and web pages', () => {
  it('loses invisible marks and outer blanks, and keeps the blanks between words', () => {
    expect(tidy('\ufeff\u00a0FUND\u202fA\tB\u200b ')).toBe('FUND A B');
  });
});
