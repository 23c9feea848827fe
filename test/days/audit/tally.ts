// The thirteen invariants of docs/scenarios.md, in words; those of one day each a function from what the auditor read to what is broken.

import type { DayTrace } from '../types';
import { nobodyBeyond } from './beyond';
import { capsHold } from './caps';
import { completeMeansIt } from './complete';
import { type AuditFacts, factsOf } from './facts';
import { fillsStay } from './fills';
import { moneyIsOne, sharesAreOne } from './sums';
import { noNakedSale, ordersFirst, ownTimeOnly } from './time';

export const INVARIANTS: Readonly<Record<number, string>> = {
  0: 'a stage says what is wrong and does not fall over',
  1: 'what is allocated is what was executed, by ETF, side, broker and fill',
  2: 'no claim gets a fill from outside its time',
  3: 'no sale beyond what was bought today and held',
  4: 'an order is short only where no give-back holds shares that it could have had',
  5: 'a cap is never below what was executed, and falls only by a cancel, a reduction or units',
  6: 'a fill seen once is in every later state, or busted',
  7: 'names, order of rows, language and a second run change nothing',
  8: 'an order that began later never changes what earlier slices gave',
  9: 'COMPLETE never while a broker with instructions is silent, or fills are pending or not allocated',
  10: 'money by the ledger is money by the fills, to the cent',
  11: 'what brokers are asked for is what somebody gets, and what is called for is asked for',
  12: 'nobody gets more than it asked for of what another lacks, whose order was in force then',
  13: 'units are chosen beside the shares that funds then have',
};

export interface Broken {
  readonly invariant: number;
  readonly text: string;
}

const WITHIN_A_DAY: readonly (readonly [number, (facts: AuditFacts) => readonly string[]])[] = [
  [1, sharesAreOne],
  [2, ownTimeOnly],
  [3, noNakedSale],
  [4, ordersFirst],
  [5, capsHold],
  [6, fillsStay],
  [9, completeMeansIt],
  [10, moneyIsOne],
  [12, nobodyBeyond],
];

/** What one day breaks by itself; 7, 8, 11 and 13 compare days. */
export function auditDay(trace: DayTrace): readonly Broken[] {
  const facts = factsOf(trace);
  return WITHIN_A_DAY.flatMap(([invariant, broken]) => broken(facts).map((text) => ({ invariant, text })));
}
