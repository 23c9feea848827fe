// What is odd today and somebody took the responsibility for, by name and with a reason: it holds for the day, and for that
// one thing alone.
import type { Fill } from '../../domain/fill';
import { dateOf, type IsoDate, type Stamp } from '../../domain/stamp';
import type { Side } from '../../domain/trade';

/** Figures that are too far from what is known of them; they are asked about before the day is opened, too. */
const ODD_FIGURES = [
  'odd-inav',
  'odd-nav',
  'odd-unit',
  'odd-fill-price',
  'odd-fill-size',
  'odd-trade',
  'odd-figure',
  'beyond-ceiling',
  'future-quote',
] as const;
export const isOddFigure = (code: string): boolean => ODD_FIGURES.some((known) => known === code);

/** Runs of an earlier day that the desk ended by itself: somebody says that whoever had to know does. */
const ENDED_RUNS = ['run-ended', 'run-lost'] as const;
export type EndedCode = (typeof ENDED_RUNS)[number];
export const isEndedRun = (code: string): code is EndedCode => ENDED_RUNS.some((known) => known === code);

/** What a person may accept. Everything else that is missing has to be mended. */
export const ACCEPTABLE = [
  'vanished-fill',
  'shrunk-fill',
  'silent-broker',
  'broker-left-out',
  'unknown-bust',
  'unplaced-shares',
  'unasked-fill',
  ...ENDED_RUNS,
  ...ODD_FIGURES,
] as const;
export type Acceptable = (typeof ACCEPTABLE)[number];

export interface Acceptance {
  readonly code: string;
  /** A broker, a fill, a pool: as the desk names it where it lists what is open. */
  readonly subject: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Stamp;
}

export const isAcceptable = (code: string): code is Acceptable => ACCEPTABLE.some((known) => known === code);

export const isAccepted = (
  { acceptances }: { readonly acceptances: readonly Acceptance[] },
  code: Acceptable,
  subject: string,
): boolean => acceptances.some((each) => each.code === code && each.subject === subject);

/** What was accepted today: tomorrow the same figure is asked about again. */
export const acceptedOn = (
  { acceptances }: { readonly acceptances: readonly Acceptance[] },
  date: IsoDate,
): readonly Acceptance[] => acceptances.filter(({ at }) => dateOf(at) === date);

/** `Aurora BUY HASH11 1520`: unique on its day as the fill is. */
export const fillSubject = ({ broker, side, asset, fillId }: Fill): string =>
  `${broker} ${side} ${asset} ${fillId}`;

/** `Aurora BUY HASH11 101|HASH11|Buy 500`: even fewer shares are another matter. */
export const shrunkSubject = (fill: Fill, shares: number): string => `${fillSubject(fill)} ${shares}`;

/** `Aurora BUY HASH11` */
export const workSubject = ({ broker, side, asset }: Pick<Fill, 'broker' | 'side' | 'asset'>): string =>
  `${broker} ${side} ${asset}`;

/** `BUY HASH11 400`: more shares than somebody accepted are another matter. */
export const unplacedSubject = (pool: {
  readonly side: Side;
  readonly asset: string;
  readonly shares: number;
}): string => `${pool.side} ${pool.asset} ${pool.shares}`;
