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
    codes: ['cash', 'no-cash', 'negative-cash'],
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
  checkMove: check({
    key: 'check_move',
    byDefault: 'error',
    help: 'an iNAV or an official NAV is far from what is known of it',
    codes: ['odd-inav', 'odd-nav'],
    limit: 'max_move_today',
  }),
  checkUnitSize: check({
    key: 'check_unit_size',
    byDefault: 'error',
    help: 'a creation unit has another size than before',
    codes: ['odd-unit'],
    limit: 'max_unit_change',
  }),
  checkQuoteTime: check({
    key: 'check_quote_time',
    byDefault: 'error',
    help: 'a quote is of a moment that has not come',
    codes: ['future-quote'],
    tellsTime: true,
  }),
  checkFillPrice: check({
    key: 'check_fill_price',
    byDefault: 'error',
    help: 'a fill’s price is far from the iNAV',
    codes: ['odd-fill-price'],
    limit: 'max_move_today',
  }),
  checkFillSize: check({
    key: 'check_fill_size',
    byDefault: 'error',
    help: 'a broker’s fills are many times its cap',
    codes: ['odd-fill-size'],
    limit: 'max_cap_use',
  }),
  checkTradeSize: check({
    key: 'check_trade_size',
    byDefault: 'error',
    help: 'a trade is larger than its fund, or than any day before',
    codes: ['odd-trade'],
    limit: 'max_trade_nav',
  }),
  checkCeiling: check({
    key: 'check_ceiling',
    byDefault: 'error',
    help: 'a limit, a spread or a cost has too many basis points',
    codes: ['beyond-ceiling'],
    limit: 'max_bps',
  }),
  checkFigures: check({
    key: 'check_figures',
    byDefault: 'error',
    help: 'a figure of the tabs is many times what it was on the last day',
    codes: ['odd-figure'],
    limit: 'max_jump',
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
