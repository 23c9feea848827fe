// A day as it is kept once it is allocated: all that its split rests on, and what brokers were told of it. A bust, correction or
// late fill that comes when another day is open is put to this, never to the tabs, which tell of other days by then.
import type { Broker } from '../../domain/broker';
import type { DayException } from '../../domain/dayException';
import type { Etf, Quote } from '../../domain/etf';
import { type Fill, fillKey } from '../../domain/fill';
import type { Fund, Holding } from '../../domain/fund';
import type { Stamp } from '../../domain/stamp';
import { readTable, type Table } from '../../sheets/read';
import type { Settings } from '../../sheets/settings';
import type { Tab } from '../../sheets/tab';
import {
  type BrokerOrderRow,
  brokers,
  dailyTrades,
  etfs,
  executions,
  fundStats,
  holdings,
  marketData,
} from '../../sheets/tabs';
import type { OpenShares } from '../allocation/brokerOrderRows';
import type { Line } from '../allocation/lines';
import { fillsOf } from '../day/fills';
import { type OpenInputs, valuesOf } from '../day/inputs';
import type { OpenDay } from '../day/state';

/** Who tells of a fill: what the systems answer, or what stands in the tab executions. */
export type Teller = 'feed' | 'tab';

/** What one of them said last of a fill that counts otherwise by now: said again it is no news. */
export interface Overruled {
  readonly teller: Teller;
  readonly fill: Fill;
}

export interface KeptDay {
  readonly state: OpenDay;
  readonly settings: Settings;
  readonly funds: readonly Fund[];
  readonly etfs: readonly Etf[];
  readonly brokers: readonly Broker[];
  readonly holdings: readonly Holding[];
  readonly holidays: readonly DayException[];
  readonly quotes: readonly Quote[];
  readonly fills: readonly Fill[];
  readonly overruled: readonly Overruled[];
  /** What each broker was told, and of how many shares that no fund had. */
  readonly orders: readonly BrokerOrderRow[];
  readonly open: readonly OpenShares[];
  readonly lines: readonly KeptLine[];
}

/** A line of the allocation, flat. */
type KeptLine = Omit<Line, 'fill'> &
  Pick<Fill, 'broker' | 'asset' | 'side' | 'fillId' | 'quantity' | 'price'>;

/** The lines of the allocation in force; of a row without a time with the part of it that was split. */
export function linesKept({ lines, fills }: KeptDay): readonly Line[] {
  const known = new Map(fills.map((fill) => [fillKey(fill), fill]));
  return lines.flatMap(({ quantity, price, cnpj, slice, shares, ...named }): readonly Line[] => {
    const fill = known.get(fillKey(named));
    return fill === undefined ? [] : [{ fill: { ...fill, quantity, price }, cnpj, slice, shares }];
  });
}

const flat = ({ fill, cnpj, slice, shares }: Line): KeptLine => {
  const { broker, asset, side, fillId, quantity, price } = fill;
  return { broker, asset, side, fillId, quantity, price, cnpj, slice, shares };
};

/** What was allocated, as far as it is kept. */
export interface Allocated extends Pick<KeptDay, 'orders' | 'open'> {
  readonly lines: readonly Line[];
}

export const keptDay = (
  inputs: OpenInputs,
  state: OpenDay,
  { orders, open, lines }: Allocated,
  overruled: readonly Overruled[] = [],
): KeptDay => ({
  ...{ orders, open },
  // Made when it is written down: a large day has no room for them beside the lines themselves.
  get lines() {
    return lines.map(flat);
  },
  state,
  overruled,
  settings: inputs.settings,
  funds: inOrder(valuesOf(inputs.funds)),
  etfs: inOrder(valuesOf(inputs.etfs)),
  brokers: inOrder(valuesOf(inputs.brokers)),
  holdings: inOrder(valuesOf(inputs.holdings)),
  holidays: inOrder(inputs.holidays),
  quotes: inOrder(valuesOf(inputs.quotes)),
  fills: fillsOf(inputs),
});

/** Whatever the order of rows in the tabs. */
const inOrder = <T>(records: readonly T[]): readonly T[] =>
  records
    .map((record) => ({ record, text: JSON.stringify(record) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ record }) => record);

interface Present {
  readonly now: Stamp;
  readonly user: string;
  readonly settings: Settings;
  /** The tab as it stands: addresses may have changed, and a broker that is gone is still to be told. */
  readonly brokers: readonly Broker[];
}

/** What the day's own stages would look at. @param fills of the day as they are known now */
export function inputsOfKept(kept: KeptDay, fills: readonly Fill[], present: Present): OpenInputs {
  const { now, user, settings: today } = present;
  const current = new Map(present.brokers.map((broker) => [broker.name, broker]));
  // What decides is the day's; who is written to, in which language, is the desk's as it is now.
  const { traderEmails, deskName, deskLanguage, mailLimitKb } = today;
  const settings = { ...today, ...kept.settings, traderEmails, deskName, deskLanguage, mailLimitKb };
  return {
    now,
    user,
    settings,
    state: kept.state,
    owed: [],
    trades: tableOf(dailyTrades, []),
    funds: tableOf(fundStats, kept.funds),
    etfs: tableOf(etfs, kept.etfs),
    brokers: tableOf(
      brokers,
      kept.brokers.map((broker) => reached(broker, current.get(broker.name))),
    ),
    holdings: tableOf(holdings, kept.holdings),
    holidays: kept.holidays,
    executions: tableOf(executions, fills),
    quotes: tableOf(marketData, kept.quotes),
  };
}

const reached = (then: Broker, now: Broker | undefined): Broker =>
  now === undefined ? then : { ...then, emails: now.emails, cc: now.cc, language: now.language };

const tableOf = <R>(tab: Tab<R>, values: readonly R[]): Table<R> => ({
  ...readTable(tab, null).table,
  rows: values.map((value, index) => ({ row: index + 1, value })),
});
