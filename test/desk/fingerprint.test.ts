// What is confirmed is known by one fingerprint: whatever would be written otherwise is another, the clock is not.
import { describe, expect, it } from '@jest/globals';
import { fingerprintOf } from '../../src/desk/run/fingerprint';
import { verbatim } from '../../src/language/message';
import type { TableCells } from '../../src/sheets/write';
import { EMPTY_STATE } from '../../src/stages/day/state';
import type { Outcome } from '../../src/stages/outcome/outcome';
import { DATE } from '../fixtures/workedDay';

const orders = (cap: number, at = '10:15'): TableCells => ({
  tab: 'orders',
  headers: ['cap', 'as_of'],
  rows: [[cap, at]],
  clocks: ['as_of'],
});
const OUTCOME: Outcome = {
  stage: 'initial',
  scope: 'all',
  tradeDate: DATE,
  state: EMPTY_STATE,
  tables: [orders(100)],
  brokerBooks: [{ broker: 'Aurora', tables: [orders(100)] }],
  rows: [],
  files: [],
  mails: [],
  warnings: [],
  summary: { headline: verbatim('1 order'), facts: [] },
};
const of = (change: Partial<Outcome>): string => fingerprintOf({ ...OUTCOME, ...change }, (text) => text);

describe('what is confirmed', () => {
  it('is something else where a tab or a broker’s spreadsheet would hold something else', () => {
    expect(of({ tables: [orders(101)] })).not.toBe(of({}));
    expect(of({ brokerBooks: [{ broker: 'Aurora', tables: [orders(101)] }] })).not.toBe(of({}));
    expect(of({ brokerBooks: [{ broker: 'Meridian', tables: [orders(100)] }] })).not.toBe(of({}));
  });

  it('stays the same a minute later', () => {
    const later = [orders(100, '10:16')];
    expect(of({ tables: later, brokerBooks: [{ broker: 'Aurora', tables: later }] })).toBe(of({}));
  });
});
