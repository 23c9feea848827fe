import { describe, expect, it } from '@jest/globals';
import { movedFormula } from '../../../../src/local/host/book/copy';

describe('a formula that is copied', () => {
  it.each([
    ['=A1*B1', '=B3*C3'],
    ['=$A$1+A$1+$A1', '=$A$1+B$1+$A3'],
    ['=SUM(A1:A9)', '=SUM(B3:B11)'],
    ['=Prices!B2', '=Prices!C4'],
    ['="A1"&A1', '="A1"&B3'],
    ['=LOG10(A1)+ROUND(Z9,2)', '=LOG10(B3)+ROUND(AA11,2)'],
    ['=rate_A1+A1.5', '=rate_A1+A1.5'],
  ])('%s two rows down and one column right is %s', (formula, moved) => {
    expect(movedFormula(formula, 2, 1)).toBe(moved);
  });

  it('points nowhere where its address would leave the sheet', () => {
    expect(movedFormula('=A1+B2', -1, -1)).toBe('=#REF!+A1');
  });
});
