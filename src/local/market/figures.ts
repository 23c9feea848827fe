// The sample day and its market. The day is a plain one, Friday, late enough for all that the sample shows: XRPH11 is listed since
// April 2025, alphanumeric CNPJs exist since July 2026. No official figures of it are used: the market is that of another day.
//
// B3's daily file of 8 November 2024: open to traded shares of seven ETFs. Invented: all figures of XRPH11 and FOMO11, which did
// not trade on that day, and every number of shares per creation unit.

/** The only place that says it: another date is this line, and what the sample run prints in README. */
export const SAMPLE_DATE = '2026-11-13';

export interface Figures {
  readonly asset: string;
  readonly fundName: string;
  /** BRL a share, except trades and shares. */
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly average: number;
  readonly close: number;
  readonly bid: number;
  readonly ask: number;
  readonly trades: number;
  readonly shares: number;
  readonly sharesPerUnit: number;
}

type Row = readonly [
  asset: string,
  fundName: string,
  open: number,
  high: number,
  low: number,
  average: number,
  close: number,
  bid: number,
  ask: number,
  trades: number,
  shares: number,
  sharesPerUnit: number,
];

// biome-ignore format: one line an ETF reads as the table it is
const OFFICIAL: readonly Row[] = [
  ['HASH11', 'Nasdaq Crypto Index Fundo de Índice', 62.09, 62.91, 61.89, 62.4, 62.58, 62.46, 62.58, 26_198, 700_956, 20_000],
  ['BITH11', 'Nasdaq Bitcoin Reference Price Fundo de Índice', 101.25, 102.2, 100.57, 101.4, 101.23, 101.23, 101.45, 13_363, 165_711, 5_000],
  ['ETHE11', 'Nasdaq Ethereum Reference Price Fundo de Índice', 49.01, 49.8, 48.62, 49.37, 49.57, 49.48, 49.57, 15_086, 238_745, 8_000],
  ['SOLH11', 'Nasdaq Solana Reference Price Fundo de Índice', 33.34, 34.48, 31.03, 32.67, 32.27, 31.04, 32.52, 1_828, 51_040, 2_000],
  ['DEFI11', 'CF DeFi Modified Total Return Fundo de Índice', 28.99, 29.89, 28.51, 28.99, 29.76, 29.0, 29.76, 91, 16_357, 500],
  ['WEB311', 'CF Smart Contract Platforms Fundo de Índice', 33.8, 34.5, 33.68, 34.19, 34.13, 33.8, 34.48, 390, 12_961, 1_000],
  ['META11', 'CF Digital Culture Composite Fundo de Índice', 34.36, 40.8, 34.3, 38.26, 37.0, 35.91, 37.0, 54, 4_083, 500],
];

// biome-ignore format: as above
const INVENTED: readonly Row[] = [
  ['XRPH11', 'Nasdaq XRP Reference Price Fundo de Índice', 24.1, 24.58, 23.86, 24.22, 24.35, 24.3, 24.42, 1_120, 46_300, 2_000],
  ['FOMO11', 'Crypto Momentum Factor Fundo de Índice', 15.82, 16.2, 15.66, 15.94, 16.02, 15.88, 16.12, 160, 13_400, 1_000],
];

export const FIGURES: ReadonlyMap<string, Figures> = new Map(
  [...OFFICIAL, ...INVENTED].map(
    ([asset, fundName, open, high, low, average, close, bid, ask, trades, shares, sharesPerUnit]) => [
      asset,
      { asset, fundName, open, high, low, average, close, bid, ask, trades, shares, sharesPerUnit },
    ],
  ),
);
