// A preview warns of what costs money first, and without a colour of what nothing depends on.
import { describe, expect, it } from '@jest/globals';
import { warning } from '../../src/domain/problem';
import type { ProblemCode } from '../../src/domain/problemCodes';
import { verbatim } from '../../src/language/message';
import { alerts, isCalm } from '../../src/ui/doors/alerts';

const found = (...codes: readonly ProblemCode[]) => codes.map((code) => warning(code, verbatim(code)));

describe('the warnings of a preview', () => {
  it('begin with what costs money; the others stay as they came', () => {
    const shown = alerts(found('no-cash', 'units-stay', 'no-nav', 'above-cap', 'slip-of-hand'));
    expect(shown.map(({ code }) => code)).toEqual([
      'slip-of-hand',
      'above-cap',
      'units-stay',
      'no-cash',
      'no-nav',
    ]);
  });

  it('leave out rows that are not the desk’s own: they are told once, calmly', () => {
    const all = found('rows-left-out', 'stale-inav');
    expect(alerts(all).map(({ code }) => code)).toEqual(['stale-inav']);
    expect(all.filter(isCalm).map(({ code }) => code)).toEqual(['rows-left-out']);
  });
});
