// All that a stage gets to see: the tabs it reads, validated, the state of the day, and the run's one reading of the clock.

import type { Broker } from '../../domain/broker';
import type { DayException } from '../../domain/dayException';
import type { Etf, Quote } from '../../domain/etf';
import type { Fill } from '../../domain/fill';
import type { Fund, Holding } from '../../domain/fund';
import type { Problem } from '../../domain/problem';
import type { Stamp } from '../../domain/stamp';
import type { Trade } from '../../domain/trade';
import type { Language } from '../../language/language';
import type { Grid } from '../../sheets/cell';
import { readTable, type Table } from '../../sheets/read';
import { readSettings, type Settings } from '../../sheets/settings';
import type { Tab } from '../../sheets/tab';
import {
  brokers,
  dailyTrades,
  etfs,
  executions,
  fundStats,
  holdings,
  holidays,
  marketData,
  settingsTab,
} from '../../sheets/tabs';
import { unknownCutoffs } from './dateCutoffs';
import type { WaitingMail } from './keyedMail';
import type { Missing } from './missing';
import type { Remembered } from './remembered';
import type { DayState, OpenDay } from './state';
import { unknownUnitCaps } from './unitCaps';

export interface DayInputs {
  readonly now: Stamp;
  readonly user: string;
  readonly settings: Settings;
  readonly funds: Table<Fund>;
  readonly trades: Table<Trade>;
  readonly etfs: Table<Etf>;
  readonly brokers: Table<Broker>;
  readonly holdings: Table<Holding>;
  readonly holidays: readonly DayException[];
  readonly executions: Table<Fill>;
  readonly quotes: Table<Quote>;
  readonly state: DayState;
  /** What the desk still owes somebody, or was not told: it keeps the day from being COMPLETE. */
  readonly owed: readonly Missing[];
  /** Mails of earlier runs that nobody has received yet; left out = none are. */
  readonly waiting?: readonly WaitingMail[];
  /** Iterations of today's cycle that somebody asked for before the day was opened. */
  readonly maximum?: number;
  /** Asked by long searches: true = the run is out of time, stop with the best answer so far. */
  readonly isSpent?: () => boolean;
  /** What is remembered of earlier looks at the day; it decides nothing. */
  readonly remembered?: Remembered;
  /** What daily-trades asks for now, where it is only compared with what is worked; it decides nothing. */
  readonly asked?: AskedNow;
}

/** As the tabs stand beside a day that is open. */
export interface AskedNow {
  readonly trades: Table<Trade>;
  readonly funds: Table<Fund>;
  /** What cannot be read of them; null = all of it can. */
  readonly fault: Problem | null;
}

/** The same once the day is open. */
export type OpenInputs = DayInputs & { readonly state: OpenDay };

const TABS = { fundStats, dailyTrades, etfs, brokers, holdings, holidays, executions, marketData };
export type InputTab = keyof typeof TABS;

/** What is brought up to date before a stage looks. */
export type Feed = 'executions' | 'quotes';

/** What every stage after the morning reads. Not daily-trades: orders were frozen in the morning, and only _Amend_ changes them. */
export const STANDING_TABS: readonly InputTab[] = [
  'fundStats',
  'etfs',
  'brokers',
  'holdings',
  'holidays',
  'executions',
  'marketData',
];

/** Tabs whose absence means "not known". */
const MAY_BE_MISSING: readonly InputTab[] = ['holdings', 'holidays', 'executions', 'marketData'];

/** The settings alone: needed before the feeds can be refreshed. */
export function readSettingsTab(read: (tab: string) => Grid | null): {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
} {
  const { table, problems } = readTable(settingsTab, read(settingsTab.name));
  const found = readSettings(table);
  return { settings: found.settings, problems: [...problems, ...found.problems] };
}

interface TabReader {
  read(tab: string): Grid | null;
}

/** What the desk speaks: menu, dialogs, alerts, log and the mails to the traders. */
export const deskLanguage = ({ book }: { readonly book: TabReader }): Language =>
  readSettingsTab((tab) => book.read(tab)).settings.deskLanguage;

/** Reads the wanted tabs with one call each; the others stand empty and are not looked at. */
export function readInputs(
  read: (tab: string) => Grid | null,
  wanted: readonly InputTab[],
  known: {
    readonly now: Stamp;
    readonly user: string;
    readonly settings: Settings;
    readonly state: DayState;
    readonly owed?: readonly Missing[];
    readonly waiting?: readonly WaitingMail[];
    readonly maximum?: number;
    readonly isSpent?: () => boolean;
    readonly remembered?: Remembered;
  },
): { readonly inputs: DayInputs; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const table = <R>(name: InputTab, tab: Tab<R>): Table<R> => {
    if (!wanted.includes(name)) return readTable(tab, null).table;
    const grid = read(tab.name);
    const reading = readTable(tab, grid);
    if (grid !== null || !MAY_BE_MISSING.includes(name)) problems.push(...reading.problems);
    return reading.table;
  };
  const odd = table('holidays', holidays);
  const traded = table('etfs', etfs);
  // Only where the tab etfs was read can it be told whether a cut-off names a family or an ETF that exists.
  if (wanted.includes('etfs')) problems.push(...unknownCutoffs(odd, traded, known.now));
  const funds = table('fundStats', fundStats);
  // Where a row of etfs is unreadable its ETF would seem not to exist, and that row has its own error already.
  const isWhole = problems.every(({ tab }) => tab !== etfs.name);
  if (wanted.includes('etfs') && isWhole) problems.push(...unknownUnitCaps(funds, traded));
  const inputs: DayInputs = {
    ...known,
    owed: known.owed ?? [],
    funds,
    trades: table('dailyTrades', dailyTrades),
    etfs: traded,
    brokers: table('brokers', brokers),
    holdings: table('holdings', holdings),
    holidays: odd.rows.map(({ value }) => value),
    executions: table('executions', executions),
    quotes: table('marketData', marketData),
  };
  return { inputs, problems };
}

/** The records of a table without their rows. */
export const valuesOf = <R>(table: Table<R>): readonly R[] => table.rows.map(({ value }) => value);

/** The one record that `matches`, if any. */
export const find = <R>(table: Table<R>, matches: (value: R) => boolean): R | undefined =>
  table.rows.find(({ value }) => matches(value))?.value;

/** Brokers in a fixed order whatever the order of rows. */
export const brokersByName = (inputs: Pick<DayInputs, 'brokers'>): readonly Broker[] =>
  valuesOf(inputs.brokers)
    .slice()
    .sort((a, b) => (a.name < b.name ? -1 : 1));
