// The checks that a desk may soften or switch off, as a settings tab and a README show them. What each looks for stands in
// src/stages/checks, in a file of the check's name.

import type { ProblemCode } from '../domain/problemCodes';
import type { PlainSentence } from '../language/message';

/** What a check does when it finds something. */
export const CHECK_MODES = ['error', 'warning', 'off'] as const;
export type CheckMode = (typeof CHECK_MODES)[number];

export interface CheckSwitch {
  /** Stable names of what it finds: logs and tests refer to them. */
  readonly codes: readonly ProblemCode[];
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
  row: Pick<CheckSwitch, 'key' | 'byDefault' | 'help' | 'codes'> &
    Partial<Pick<CheckSwitch, 'limit' | 'tellsTime'>>,
): CheckSwitch => ({ limit: null, tellsTime: false, ...row });

/** By the setting's name in `Settings`. */
export const CHECK_SWITCHES = {
  checkAsset: check({
    key: 'check_asset',
    byDefault: 'error',
    help: 'a fund trades an ETF that is not among its assets',
    codes: ['asset-not-allowed'],
  }),
  checkCash: check({
    key: 'check_cash',
    byDefault: 'error',
    help: 'a fund buys for more than its cash',
    codes: ['cash', 'no-cash'],
  }),
  checkHoldings: check({
    key: 'check_holdings',
    byDefault: 'error',
    help: 'a fund sells more than it holds',
    codes: ['holdings', 'no-holdings'],
  }),
  checkNavShare: check({
    key: 'check_nav_share',
    byDefault: 'warning',
    help: 'a trade is a large part of the fund',
    codes: ['nav-share', 'no-nav'],
    limit: 'max_nav_share',
  }),
  checkBothSides: check({
    key: 'check_both_sides',
    byDefault: 'error',
    help: 'a fund buys and sells the same ETF',
    codes: ['both-sides'],
  }),
  checkDuplicates: check({
    key: 'check_duplicates',
    byDefault: 'error',
    help: 'the same trade stands twice',
    codes: ['duplicate-trade'],
  }),
  checkVolume: check({
    key: 'check_volume',
    byDefault: 'warning',
    help: 'an order is a large part of the average volume',
    codes: ['volume', 'no-volume'],
    limit: 'etfs.max_volume_share',
  }),
  checkStaleInav: check({
    key: 'check_stale_inav',
    byDefault: 'error',
    help: 'the iNAV is old',
    codes: ['stale-inav'],
    limit: 'inav_max_age',
    tellsTime: true,
  }),
  checkLimitPrice: check({
    key: 'check_limit_price',
    byDefault: 'warning',
    help: 'a fill is beyond the limit price',
    codes: ['beyond-limit'],
    limit: 'etfs.limit_bps',
  }),
  checkTradingDay: check({
    key: 'check_trading_day',
    byDefault: 'error',
    help: 'B3 is closed today',
    codes: ['not-a-trading-day'],
  }),
  checkCutoff: check({
    key: 'check_cutoff',
    byDefault: 'error',
    help: 'the administrator’s cut-off has passed',
    codes: ['market-closed', 'past-cutoff'],
    limit: 'etfs.primary_cutoff',
    tellsTime: true,
  }),
} as const;

export type SwitchName = keyof typeof CHECK_SWITCHES;

/** Codes whose words tell the time: that they are there counts, not the minute that they name. */
export const TIME_CODES: readonly string[] = Object.values(CHECK_SWITCHES).flatMap(({ tellsTime, codes }) =>
  tellsTime ? codes : [],
);
