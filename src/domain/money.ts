// Money in whole cents, prices to 8 decimals and whole shares, computed exactly. How people write them: readFigures.ts.

/** Whole cents of a real; a safe integer, negative where a residual is. */
export type Cents = number;
/** BRL a share, at most 8 decimals and R$ 10 million: what a double still holds exactly to the last decimal. */
export type Price = number;
/** BRL a share. */
export const MAX_PRICE = 1e7;
/** More shares than any ETF has; what is beyond is another column's number, and its amount no whole number of cents. */
export const MAX_SHARES = 1e10;

const E8_PER_CENT = BigInt(1_000_000);
/** In units of 1e-8 BRL: up to here neighbouring doubles are at most one unit apart, so rounding loses nothing. */
const FINEST = 2 ** 52;
const ZERO = BigInt(0);
const ONE = BigInt(1);
const TWO = BigInt(2);

/** A computed price, such as an average from an API, to the 8 decimals that the desk keeps. */
export function roundPrice(price: number): Price {
  return Math.round(price * 1e8) / 1e8;
}

/** What the shares cost, to the nearest cent; half a cent goes away from zero. */
export function notional(shares: number, price: Price): Cents {
  return centsFromE8(notionalE8(shares, price));
}

/** What the shares cost, exactly, in 1e-8 BRL: sum these and round once. */
export function notionalE8(shares: number, price: Price): bigint {
  return BigInt(whole(shares, 'shares')) * priceE8(price);
}

export function centsFromE8(totalE8: bigint): Cents {
  return whole(Number(divideHalfAway(totalE8, E8_PER_CENT)), 'cents');
}

/** Whole shares that this money buys, exactly; the price is above zero. */
export function sharesIn(money: Cents, price: Price): number {
  return Number((BigInt(whole(money, 'cents')) * E8_PER_CENT) / priceE8(price));
}

/** What one share takes to be bought, rounded up to the cent: whoever has a cent less has less than one share. */
export function oneShare(price: Price): Cents {
  return Number((priceE8(price) + E8_PER_CENT - ONE) / E8_PER_CENT);
}

/** The average price of a total in 1e-8 BRL, to 8 decimals. */
export function priceFromE8(totalE8: bigint, shares: number): Price {
  if (shares <= 0) throw new RangeError(`an average price needs shares, not ${shares}`);
  return Number(divideHalfAway(totalE8, BigInt(whole(shares, 'shares')))) / 1e8;
}

export function toBrl(cents: Cents): number {
  return cents / 100;
}

/** To the nearest cent as a person would round the printed number: 1.005 is 1.01. */
export function fromBrl(brl: number): Cents {
  const cents = Math.round(Number((Math.abs(brl) * 100).toPrecision(15)));
  return whole(brl < 0 ? 0 - cents : cents, 'cents');
}

/**
 * Shares a total out by weights (to 8 decimals), by the largest remainder; a tie goes to the larger weight, then to
 * the earlier one, so hand the weights over in an order of your own (a key), not in the order of rows.
 */
export function splitCents(total: Cents, weights: readonly number[]): Cents[] {
  const parts = weights.map((weight) => {
    if (!(weight >= 0 && weight <= Number.MAX_SAFE_INTEGER))
      throw new RangeError(`a weight has to be zero or more, not ${weight}`);
    return toE8(weight);
  });
  const sum = parts.reduce((a, b) => a + b, ZERO);
  if (sum === ZERO) throw new RangeError('nothing to split by: every weight is zero');

  const size = BigInt(Math.abs(whole(total, 'cents')));
  const sign = total < 0 ? -ONE : ONE;
  const floors = parts.map((part) => (size * part) / sum);
  const left = Number(size - floors.reduce((a, b) => a + b, ZERO));
  const lucky = new Set(
    parts
      .map((part, index) => ({ part, index, rest: (size * part) % sum }))
      .sort((a, b) => compare(b.rest, a.rest) || compare(b.part, a.part) || a.index - b.index)
      .slice(0, left)
      .map((candidate) => candidate.index),
  );
  return floors.map((floor, i) => Number(sign * (floor + (lucky.has(i) ? ONE : ZERO))));
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function divideHalfAway(numerator: bigint, divisor: bigint): bigint {
  const half = numerator < ZERO ? -(divisor / TWO) : divisor / TWO;
  return (numerator + half) / divisor;
}

function toE8(n: number): bigint {
  // A double of that size names its eighth decimal: where it is the one nearest to a whole number of them, that is what it prints.
  const whole = Math.round(n * 1e8);
  if (Math.abs(whole) <= FINEST && whole / 1e8 === n) return BigInt(whole);
  return BigInt(n.toFixed(8).replace('.', ''));
}

function priceE8(price: Price): bigint {
  if (!(Math.abs(price) <= MAX_PRICE)) throw new RangeError(`${price} is not a price in BRL a share`);
  return toE8(price);
}

function whole(n: number, what: string): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a whole number of ${what}`);
  return n;
}
