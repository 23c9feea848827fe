// What is listed at the simulated exchange: the sample's ETFs, and whatever else the desk's own files trade.
import { FIGURES, type Figures } from './figures';
import { between, randomOf } from './random';

/** An ETF that the sample does not know. Its day is drawn from these three figures. */
export interface Listed {
  readonly asset: string;
  /** BRL a share. */
  readonly price: number;
  readonly sharesPerUnit: number;
  /** BRL that the whole market trades a day. */
  readonly volume: number;
  /** Who said so: the desk's tab market-data, or nobody. */
  readonly source: 'market-data' | 'invented';
}

export interface Listing {
  figuresOf(asset: string): Figures | null;
  /** The sample's first, then the others by name. */
  assets(): readonly string[];
  list(one: Listed): void;
}

export function openListing(): Listing {
  const others = new Map<string, Figures>();
  return {
    figuresOf: (asset) => FIGURES.get(asset) ?? others.get(asset) ?? null,
    assets: () => [...FIGURES.keys(), ...[...others.keys()].sort()],
    list(one) {
      if (!FIGURES.has(one.asset)) others.set(one.asset, figuresFrom(one));
    },
  };
}

const LEAST_VOLUME = 20_000_000;
/** What one creation unit is worth, about: small enough that funds of any size come to ask for some. */
const UNIT = 250_000;

/**
 * The same name gives the same price on every machine. It trades several times what the desk wants of it, so that a day can be played.
 * @param wanted BRL that the desk's orders ask for
 */
export function inventedFor(asset: string, wanted: number): Listed {
  const price = between(randomOf('listing', asset), 2_000, 12_000) / 100;
  const sharesPerUnit = Math.max(500, Math.round(UNIT / price / 500) * 500);
  const volume = Math.max(LEAST_VOLUME, Math.ceil(wanted / 1_000_000) * 1_000_000 * 8);
  return { asset, price, sharesPerUnit, volume, source: 'invented' };
}

/** A quiet day around the price: a range of two per cent, a spread of 20 bps, two cents at least. */
function figuresFrom({ asset, price, sharesPerUnit, volume }: Listed): Figures {
  const at = (bps: number): number => Math.max(0.01, Math.round(price * (100 + bps / 100)) / 100);
  return {
    asset,
    fundName: asset,
    open: at(0),
    high: at(120),
    low: at(-80),
    average: at(20),
    close: at(40),
    bid: Math.max(0.01, at(30) - 0.01),
    ask: at(50) + 0.01,
    trades: 2_000,
    shares: Math.max(1, Math.round(volume / price)),
    sharesPerUnit,
  };
}
