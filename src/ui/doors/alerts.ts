// In which order a preview warns: what costs money first, what nothing depends on last and without a colour.
import type { Problem } from '../../domain/problem';
import type { ProblemCode } from '../../domain/problemCodes';

/** What costs money if it is overlooked, the dearest first. */
const DEAR: readonly ProblemCode[] = [
  'slip-of-hand',
  'above-cap',
  'naked-sale',
  'beyond-limit',
  'trades-changed',
  'unasked-fill',
  'unplaced-shares',
  'not-paused',
  'past-cutoff',
  'stale-inav',
  'vanished-fill',
  'corrected-fill',
  'silent-broker',
  'units-by-hand',
  'units-stay',
  'no-broker-left',
  'below-ticket',
  'still-cancelled',
  'trades-unread',
];

/** Every day has them: rows that are not the desk's own, checks that have nothing to check with. */
const CALM: readonly ProblemCode[] = ['rows-left-out', 'ignored-adjustment'];

const isOneOf = (codes: readonly ProblemCode[], { code }: Problem): boolean =>
  codes.some((known) => known === code);

export const isCalm = (problem: Problem): boolean => isOneOf(CALM, problem);

const RANKS: ReadonlyMap<string, number> = new Map(DEAR.map((code, at) => [code, at]));
const rank = ({ code }: Problem): number => RANKS.get(code) ?? DEAR.length;

/** Without the calm ones; those of one rank as they came. */
export const alerts = (warnings: readonly Problem[]): readonly Problem[] =>
  warnings.filter((each) => !isCalm(each)).sort((a, b) => rank(a) - rank(b));
