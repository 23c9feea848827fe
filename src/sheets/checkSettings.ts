// The checks that a desk may soften or switch off, as a settings tab and a README show them. What each looks for stands in
// src/stages/checks, in a file of the check's name.

import type { PlainSentence } from '../language/message';

/** What a check does when it finds something. */
export const CHECK_MODES = ['error', 'warning', 'off'] as const;
export type CheckMode = (typeof CHECK_MODES)[number];

export interface CheckSwitch {
  /** Stable names of what it finds: logs and tests refer to them. */
  readonly codes: readonly string[];
  /** Its key in the settings tab. */
  readonly key: string;
  readonly byDefault: CheckMode;
  readonly help: PlainSentence;
  /** The setting that says how much is too much; null where nothing is measured. */
  readonly limit: string | null;
  /** What it finds comes and goes with the clock: the minute that it names is no news. */
  readonly tellsTime: boolean;
}

const check = (
  key: string,
  byDefault: CheckMode,
  help: PlainSentence,
  codes: readonly string[],
  more: Partial<Pick<CheckSwitch, 'limit' | 'tellsTime'>> = {},
): CheckSwitch => ({ key, byDefault, help, codes, limit: null, tellsTime: false, ...more });

/** By the setting's name in `Settings`. */
export const CHECK_SWITCHES = {
  checkAsset: check('check_asset', 'error', 'a fund trades an ETF that is not among its assets', [
    'asset-not-allowed',
  ]),
  checkCash: check('check_cash', 'error', 'a fund buys for more than its cash', ['cash', 'no-cash']),
  checkHoldings: check('check_holdings', 'error', 'a fund sells more than it holds', [
    'holdings',
    'no-holdings',
  ]),
  checkNavShare: check(
    'check_nav_share',
    'warning',
    'a trade is a large part of the fund',
    ['nav-share', 'no-nav'],
    { limit: 'max_nav_share' },
  ),
  checkBothSides: check('check_both_sides', 'error', 'a fund buys and sells the same ETF', ['both-sides']),
  checkDuplicates: check('check_duplicates', 'error', 'the same trade stands twice', ['duplicate-trade']),
  checkVolume: check(
    'check_volume',
    'warning',
    'an order is a large part of the average volume',
    ['volume', 'no-volume'],
    { limit: 'etfs.max_volume_share' },
  ),
  checkStaleInav: check('check_stale_inav', 'error', 'the iNAV is old', ['stale-inav'], {
    limit: 'inav_max_age',
    tellsTime: true,
  }),
  checkLimitPrice: check(
    'check_limit_price',
    'warning',
    'a fill is beyond the limit price',
    ['beyond-limit'],
    { limit: 'etfs.limit_bps' },
  ),
  checkTradingDay: check('check_trading_day', 'error', 'B3 is closed today', ['not-a-trading-day']),
  checkCutoff: check(
    'check_cutoff',
    'error',
    'the administrator’s cut-off has passed',
    ['market-closed', 'past-cutoff'],
    { limit: 'etfs.primary_cutoff', tellsTime: true },
  ),
} as const;

export type SwitchName = keyof typeof CHECK_SWITCHES;

/** Codes whose words tell the time: that they are there counts, not the minute that they name. */
export const TIME_CODES: readonly string[] = Object.values(CHECK_SWITCHES).flatMap(({ tellsTime, codes }) =>
  tellsTime ? codes : [],
);
