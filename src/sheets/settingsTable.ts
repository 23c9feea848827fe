// Every setting with its default, its column and its meaning in one place: another setting is another row here.

import { UNIT_ROUNDINGS } from '../domain/etf';
import { fail, ok, quote, type Result } from '../domain/result';
import { UNATTENDED_STAGES } from '../domain/stage';
import { LANGUAGES, type Language } from '../language/language';
import { type Message, msg, type PlainSentence, plain } from '../language/message';
import type { Cell } from './cell';
import {
  CHECK_MODES,
  CHECK_SWITCHES,
  type CheckMode,
  type CheckSwitch,
  type SwitchName,
} from './checkSettings';
import { choice, decimal, flag, fraction, money, optional, text, trimmed, whole } from './column';
import type { Column } from './columnType';
import { emails, list } from './listColumn';
import { timeOfDay } from './momentColumn';

export interface Setting<T> {
  readonly key: string;
  readonly column: Column<T>;
  readonly byDefault: T;
  /** What it does; its default comes behind. */
  readonly meaning: Message;
}

const setting = <T>(key: string, byDefault: T, column: Column<T>): Setting<T> => ({
  key,
  byDefault,
  column,
  meaning: plain(column.help),
});

/** A check's switch as a setting. */
const switched = ({ key, byDefault, help }: CheckSwitch): Setting<CheckMode> => ({
  ...setting(key, byDefault, choice(CHECK_MODES, help)),
  meaning: msg('{said}; error stops the stage, warning is shown, off is off', { said: plain(help) }),
});

/** One setting a check: another check is another row of `CHECK_SWITCHES`. */
function switches(): Readonly<Record<SwitchName, Setting<CheckMode>>> {
  const entries = Object.entries(CHECK_SWITCHES).map(([name, row]) => [name, switched(row)]);
  // The entries have the names of the rows that they were made of; the compiler forgets that.
  return Object.fromEntries(entries) as Record<SwitchName, Setting<CheckMode>>;
}

const url = (help: PlainSentence) =>
  optional({ ...text(help), takes: 'an address: https://host/path', parse: parseUrl });
function withoutEnd(text: string, end: string): string {
  let length = text.length;
  while (text[length - 1] === end) length -= 1;
  return text.slice(0, length);
}

function parseUrl(cell: Cell): Result<string> {
  const address = withoutEnd(trimmed(cell), '/');
  return /^https:\/\/\S+$|^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/\S*)?$/.test(address)
    ? ok(address)
    : fail(msg('{said} is not an address; write https://host/path', { said: quote(cell) }));
}

/** A name of Google Cloud: one that can be none would be noticed only when rows are saved, after everything else is written. */
const cloudName = (pattern: RegExp, example: string, help: PlainSentence): Column<string> => ({
  ...text(help),
  takes: `a name such as ${example}`,
  parse(cell) {
    const name = trimmed(cell);
    return pattern.test(name)
      ? ok(name)
      : fail(msg('{said} is not a valid name; write one such as {example}', { said: quote(cell), example }));
  },
});

/** @param least below it the setting does not do what it is for */
const wholeFrom = (least: number, help: PlainSentence): Column<number> => {
  const any = whole(help);
  return {
    ...any,
    takes: `a whole number from ${least}`,
    parse(cell) {
      const parsed = any.parse(cell);
      return parsed.ok && parsed.value < least
        ? fail(msg('{said} is too little; write {n} or more', { said: quote(cell), n: least }))
        : parsed;
    },
  };
};

/** Two firings of the trigger and the run itself: a firing that dies loses no cut-off. */
const LEAST_LEAD = 15;

/** A stage that is misspelt would silently never be sent. */
const stages = (help: PlainSentence): Column<readonly string[]> => {
  const names = list(help);
  return {
    ...names,
    takes: `some of ${UNATTENDED_STAGES.join(', ')}, separated by commas`,
    parse(cell) {
      const wrong = String(cell)
        .split(/[,;\n]/)
        .map((name) => name.trim())
        .find((name) => name !== '' && !UNATTENDED_STAGES.some((stage) => stage === name));
      return wrong === undefined
        ? names.parse(cell)
        : fail(
            msg('{said} is not a stage; write some of {stages}', {
              said: quote(wrong),
              stages: UNATTENDED_STAGES.join(', '),
            }),
          );
    },
  };
};

/** What the desk speaks where no setting says so, or none can be read. */
export const DEFAULT_LANGUAGE: Language = 'pt';

export const SETTINGS = {
  bookId: setting(
    'BOOK_ID',
    null,
    optional(
      text(
        'the id of the spreadsheet that this desk is kept in; Set up writes it, and a copy is known by it',
      ),
    ),
  ),
  googleCloudProject: setting(
    'GOOGLE_CLOUD_PROJECT',
    null,
    optional(
      cloudName(
        /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
        'desk-trading-1',
        'project of the warehouse; blank = no warehouse',
      ),
    ),
  ),
  bigqueryDataset: setting(
    'BIGQUERY_DATASET',
    'team_trading',
    cloudName(/^[A-Za-z0-9_]{1,1024}$/, 'team_trading', 'dataset of the warehouse'),
  ),
  bigqueryLocation: setting(
    'BIGQUERY_LOCATION',
    'southamerica-east1',
    cloudName(/^[A-Za-z][A-Za-z0-9-]{1,40}$/, 'southamerica-east1', 'where the dataset lies'),
  ),
  tradingApiSecret: setting(
    'TRADING_API_SECRET',
    null,
    optional(text('name of the secret that holds the post-trade token; never the token')),
  ),
  tradingApiUrl: setting(
    'TRADING_API_URL',
    null,
    url('post-trade system; blank = fill in the executions tab by hand'),
  ),
  inavApiUrl: setting(
    'INAV_API_URL',
    null,
    url('iNAV provider; blank = fill in the market-data tab by hand'),
  ),
  executionsLevel: setting(
    'EXECUTIONS_LEVEL',
    'consolidated',
    choice(['consolidated', 'fills'] as const, 'what the post-trade system is asked for'),
  ),
  accountAlias: setting(
    'ACCOUNT_ALIAS',
    null,
    optional(text('alias of the desk’s own accounts; rows of others are left out')),
  ),
  traderEmails: setting('TRADER_EMAILS', [], emails('who is copied on orders and gets summaries')),
  offshoreEmails: setting('OFFSHORE_EMAILS', [], emails('the offshore desk')),
  offshoreLanguage: setting('OFFSHORE_LANGUAGE', 'en', choice(LANGUAGES, 'language of its e-mail')),
  deskLanguage: setting(
    'DESK_LANGUAGE',
    DEFAULT_LANGUAGE,
    choice(
      LANGUAGES,
      'language of the menu, the dialogs, the mails to the traders and, once Set up runs, of the figures in the cells',
    ),
  ),
  shareNotification: setting(
    'share_notification',
    false,
    flag('does Drive write to brokers by itself when a spreadsheet is shared with them'),
  ),
  deskName: setting('DESK_NAME', 'Mesa de ETFs', text('how e-mails are signed')),
  mailLimitKb: setting(
    'mail_limit_kb',
    200,
    whole('KB that one e-mail may have without its files: 200 in a consumer’s account, 400 in Workspace'),
  ),
  partialUsesPrimary: setting(
    'partial_uses_primary',
    true,
    flag('may funds of strategy Partial_alocation use the primary market'),
  ),
  fullUsesPrimary: setting(
    'full_uses_primary',
    true,
    flag('may funds of strategy Full_alocation use the primary market'),
  ),
  splitBy: setting(
    'split_by',
    'tracking-error',
    choice(['tracking-error', 'money'] as const, 'units with the smallest miss, or the cheapest'),
  ),
  weighting: setting(
    'weighting',
    'equal-bps',
    choice(
      ['equal-bps', 'squared-relative'] as const,
      'equal-bps is pro rata; squared-relative is the old measure',
    ),
  ),
  ties: setting(
    'ties',
    'pro-rata',
    choice(['pro-rata', 'fewest-requests'] as const, 'among equally good unit splits'),
  ),
  unitRounding: setting(
    'unit_rounding',
    'total',
    choice(UNIT_ROUNDINGS, 'whole units where the etfs tab says nothing'),
  ),
  feePerRequest: setting('fee_per_request', 0, money('BRL that one request costs, for split_by = money')),
  primaryBps: setting('primary_bps', 5, whole('cost of the primary market, basis points')),
  halfSpreadBps: setting('half_spread_bps', 15, whole('cost of the secondary market, basis points')),
  residualPenaltyBps: setting('residual_penalty_bps', 30, whole('price of a BRL left over, basis points')),
  splitSeconds: setting(
    'split_seconds',
    30,
    whole(
      'seconds for which split_by = money may search, on a laptop: Google takes two to three times as long',
    ),
  ),
  fillLines: setting(
    'fill_lines',
    'price',
    choice(
      ['price', 'few-lines'] as const,
      'which fills a fund gets: those that bring its average nearest to the pool’s, or as few as possible',
    ),
  ),
  fillLinesBound: setting(
    'fill_lines_bound',
    1_000,
    money('BRL that few lines may put a fund further from its pool’s price; where they would, price decides'),
  ),
  tolerance: setting('tolerance', 100_000, money('BRL below which a fund needs nothing more')),
  adjustmentInterval: setting('adjustment_interval', 30, whole('minutes between two adjustment iterations')),
  fundAtOneBroker: setting(
    'fund_at_one_broker',
    false,
    flag('yes = a fund’s whole order goes to one broker; no = every order is split by the brokers’ shares'),
  ),
  giveBack: setting(
    'give_back',
    'last',
    choice(
      ['last', 'every', 'never'] as const,
      'in which rounds a fund that is over gives back on the other side',
    ),
  ),
  giveBackBand: setting(
    'give_back_band',
    null,
    optional(
      whole('basis points of its target that a fund may be over and keep; blank = the ETF’s spread_bps'),
    ),
  ),
  maxAdjustmentIterations: setting('max_adjustment_iterations', 3, whole('iterations a day')),
  settlementDays: setting(
    'settlement_days',
    null,
    optional(
      whole('settlement days from trade to settlement; blank = as B3 settles on the trade date, D+2 today'),
    ),
  ),
  maxNavShare: setting('max_nav_share', 0.25, fraction('largest trade as a part of the fund’s NAV')),
  maxMoveOvernight: setting(
    'max_move_overnight',
    0.25,
    fraction('how far an iNAV may lie from the last day’s'),
  ),
  maxMoveToday: setting(
    'max_move_today',
    0.4,
    fraction('how far an iNAV, an official NAV or a fill’s price may lie from the day’s own iNAV'),
  ),
  maxUnitChange: setting(
    'max_unit_change',
    0,
    fraction('how far the size of a creation unit may lie from the last known'),
  ),
  maxCapUse: setting(
    'max_cap_use',
    3,
    decimal('how many times the largest cap of the day a broker’s fills may come to'),
  ),
  maxTradeNav: setting(
    'max_trade_nav',
    1,
    fraction('largest trade that can be right, as a part of the fund’s NAV'),
  ),
  maxJump: setting(
    'max_jump',
    5,
    decimal(
      'how many times as much as on the last day, or as little, a figure of the tabs may be; a trade, as the largest day',
    ),
  ),
  maxBps: setting('max_bps', 500, whole('most basis points of a limit, a spread or a cost')),
  inavMaxAge: setting('inav_max_age', 15, whole('minutes after which an iNAV is stale')),
  autoSend: setting(
    'auto_send',
    [],
    stages(
      'stages that the schedule sends unattended; the others it prepares, and tells the traders: initial, primary, adjustments, final',
    ),
  ),
  initialOrdersAt: setting(
    'initial_orders_at',
    '10:15',
    timeOfDay('when the schedule prepares the morning’s orders'),
  ),
  primaryLead: setting(
    'primary_lead',
    30,
    wholeFrom(LEAST_LEAD, 'minutes before the cut-off at which the schedule runs the primary units'),
  ),
  primaryReminder: setting(
    'primary_reminder',
    60,
    whole('minutes before the cut-off at which the schedule reminds the traders of it; 0 = never'),
  ),
  adjustmentsFrom: setting(
    'adjustments_from',
    null,
    optional(timeOfDay('before this no round is planned; blank = as many as fit before the last one')),
  ),
  lastRoundBeforeClose: setting(
    'last_round_before_close',
    15,
    whole(
      'minutes before the close at which the last round of the adjustment cycle is; the others are counted back',
    ),
  ),
  finalAfterClose: setting(
    'final_after_close',
    20,
    whole('minutes after the closing call at which the schedule allocates'),
  ),
  refreshInterval: setting(
    'refresh_interval',
    30,
    whole('minutes between two looks at the executions by the schedule; 0 = only when a stage needs them'),
  ),
  retryInterval: setting(
    'retry_interval',
    10,
    whole('minutes after which the schedule tries a refused step again'),
  ),
  ...switches(),
} as const;
