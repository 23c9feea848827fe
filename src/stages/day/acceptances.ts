// What is odd today and somebody took the responsibility for, by name and with a reason: it holds for the day, and for that
// one thing alone.
import type { Fill } from '../../domain/fill';
import type { Stamp } from '../../domain/stamp';
import type { Side } from '../../domain/trade';

/** What a person may accept. Everything else that is missing has to be mended. */
export const ACCEPTABLE = [
  'vanished-fill',
  'silent-broker',
  'broker-left-out',
  'unplaced-shares',
  'unasked-fill',
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

/** `Aurora BUY HASH11 1520`: unique on its day as the fill is. */
export const fillSubject = ({ broker, side, asset, fillId }: Fill): string =>
  `${broker} ${side} ${asset} ${fillId}`;

/** `Aurora BUY HASH11` */
export const workSubject = ({ broker, side, asset }: Pick<Fill, 'broker' | 'side' | 'asset'>): string =>
  `${broker} ${side} ${asset}`;

/** `BUY HASH11 400`: more shares than somebody accepted are another matter. */
export const unplacedSubject = (pool: {
  readonly side: Side;
  readonly asset: string;
  readonly shares: number;
}): string => `${pool.side} ${pool.asset} ${pool.shares}`;
