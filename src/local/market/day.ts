// One ETF's day in 5-minute buckets: a price path through the official figures, its volume and its iNAV.
import { type Figures, SAMPLE_DATE } from './figures';
import { bell, between, type Random, randomOf } from './random';
import { AS_USUAL, type OwnHours, type Session, sessionOf } from './session';

export const BUCKET = 5 * 60_000;
/** Paths drawn before the one whose average lies nearest to the official average is kept. */
const CANDIDATES = 60;

export interface Bucket {
  readonly at: number;
  /** Cents a share: B3's tick is one cent. */
  readonly price: number;
  readonly inav: number;
  /** Shares the whole market trades in these five minutes. */
  readonly shares: number;
}

export interface MarketDay {
  readonly figures: Figures;
  readonly date: string;
  readonly session: Session;
  /** As it would be without hours of the desk's own: what was reported by then never hangs on when these were entered. */
  readonly usual: Session;
  readonly low: number;
  readonly high: number;
  readonly buckets: readonly Bucket[];
}

/**
 * The same seed and date give the same day; the sample date keeps the figures as they are, others are scaled. Hours of the desk's own
 * cut it and leave the rest of it as it is.
 */
export function marketDay(figures: Figures, seed: number, date: string, own: OwnHours = AS_USUAL): MarketDay {
  const random = randomOf(seed, date, figures.asset, 'scale');
  const priceScale = date === SAMPLE_DATE ? 1 : 0.9 + 0.2 * random();
  const volumeScale = date === SAMPLE_DATE ? 1 : 0.7 + 0.7 * random();
  const cents = (price: number): number => Math.round(price * priceScale * 100);
  const [open, high, low, close] = [figures.open, figures.high, figures.low, figures.close].map(cents);
  if (open === undefined || high === undefined || low === undefined || close === undefined) {
    throw new Error(`${figures.asset} has no prices`);
  }

  const [usual, session] = [sessionOf(date), sessionOf(date, own)];
  const count = Math.floor((usual.close - usual.open) / BUCKET);
  const shares = volumes(randomOf(seed, date, figures.asset, 'volume'), count, figures, volumeScale);
  const prices = pricePath(
    randomOf(seed, date, figures.asset, 'price'),
    { open, high, low, close },
    shares,
    cents(figures.average),
  );
  const premiums = premiumPath(randomOf(seed, date, figures.asset, 'inav'), count, figures);
  const buckets = prices.map((price, i) => ({
    at: usual.open + i * BUCKET,
    price,
    inav: (price / 100) * (1 + (premiums[i] ?? 0) / 10_000),
    shares: shares[i] ?? 0,
  }));
  const isOpen = ({ at }: Bucket): boolean => at >= session.open && at + BUCKET <= session.close;
  return { figures, date, session, usual, low, high, buckets: buckets.filter(isOpen) };
}

/** iNAV at a moment: between two buckets it moves in a straight line; four decimals. */
export function inavAt(day: MarketDay, now: number): number {
  const position = Math.max(0, (now - (day.buckets[0]?.at ?? now)) / BUCKET);
  const last = day.buckets.length - 1;
  const left = Math.min(last, Math.floor(position));
  const from = day.buckets[left]?.inav ?? 0;
  const to = day.buckets[Math.min(last, left + 1)]?.inav ?? from;
  return Math.round((from + (to - from) * (left === last ? 0 : position - left)) * 10_000) / 10_000;
}

/** Busy at both ends of the day; an ETF of few trades is quiet in many buckets. */
function volumes(random: Random, count: number, figures: Figures, scale: number): readonly number[] {
  const weights = Array.from({ length: count }, (_, i) => {
    const x = (2 * i) / (count - 1) - 1;
    return (1 + 1.8 * x * x) * (0.5 + random());
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const active = weights.map((weight) => {
    const trades = (figures.trades * weight) / total;
    return random() < Math.max(0.35, trades) ? weight : 0;
  });
  const kept = active.reduce((sum, weight) => sum + weight, 0);
  return active.map((weight) => Math.floor((figures.shares * scale * weight) / kept));
}

interface Range {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

function pricePath(
  random: Random,
  range: Range,
  shares: readonly number[],
  average: number,
): readonly number[] {
  let best: readonly number[] = [];
  let miss = Number.POSITIVE_INFINITY;
  for (let i = 0; i < CANDIDATES; i++) {
    const path = drawPath(random, range, shares.length);
    const traded = shares.reduce((sum, quantity) => sum + quantity, 0);
    const money = path.reduce((sum, price, at) => sum + price * (shares[at] ?? 0), 0);
    const off = Math.abs(money / traded - average);
    if (off < miss) [best, miss] = [path, off];
  }
  return best;
}

/** Random bridges from the open by way of the day's low and high to the close, never outside them. */
function drawPath(random: Random, { open, high, low, close }: Range, count: number): readonly number[] {
  const turns = [between(random, 2, count - 3), between(random, 2, count - 3)].sort((a, b) => a - b);
  const [first = 2, second = 3] = turns[0] === turns[1] ? [2, count - 3] : turns;
  const lowFirst = random() < 0.5;
  const anchors = [
    [0, open],
    [first, lowFirst ? low : high],
    [second, lowFirst ? high : low],
    [count - 1, close],
  ] as const;
  const path = [open];
  for (const [i, [from, start]] of anchors.slice(0, -1).entries()) {
    const [to, end] = anchors[i + 1] ?? [from, start];
    const length = to - from;
    let noise = 0;
    for (let step = 1; step <= length; step++) {
      const left = length - step;
      noise = left === 0 ? 0 : (noise + bell(random) * (high - low) * 0.04) * (left / (left + 1));
      const price = Math.round(start + ((end - start) * step) / length + noise);
      path.push(Math.max(low, Math.min(high, price)));
    }
  }
  return path;
}

/** How far the iNAV lies from the price, in bps: it wanders, and stays well inside the ETF's own spread. */
function premiumPath(random: Random, count: number, figures: Figures): readonly number[] {
  const spread = ((figures.ask - figures.bid) / figures.close) * 10_000;
  const widest = Math.min(spread / 4, 40);
  let premium = bell(random) * widest * 0.3;
  return Array.from({ length: count }, () => {
    premium = Math.max(-widest, Math.min(widest, 0.9 * premium + bell(random) * widest * 0.15));
    return premium;
  });
}
