// The same midday planned with other settings, beside one another: nothing is decided by looking.
import type { Etf } from '../../domain/etf';
import type { Fund } from '../../domain/fund';
import { type Message, msg } from '../../language/message';
import type { Table } from '../../sheets/read';
import { SETTINGS, type Settings } from '../../sheets/settings';
import type { DayInputs } from '../day/inputs';
import type { RequestRow } from '../units/requestRows';
import { type DecisionCell, type DecisionTable, tableOf } from './table';

/** Another way to plan, and the settings that would have to be written for it. */
export interface Alternative {
  readonly name: Message;
  /** null = as the settings are. */
  readonly write: Message | null;
  readonly inputs: DayInputs;
}

const setting = (key: string, value: string): Message => msg('{key} = {value}', { key, value });

const withSettings = (inputs: DayInputs, changed: Partial<Settings>): DayInputs => ({
  ...inputs,
  settings: { ...inputs.settings, ...changed },
});

const mapped = <R>(table: Table<R>, change: (value: R) => R): Table<R> => ({
  ...table,
  rows: table.rows.map((row) => ({ ...row, value: change(row.value) })),
});

/** An ETF's own rounding, and a fund's own access, would win: the alternative is one of the whole desk. */
const rounded = (inputs: DayInputs, unitRounding: Settings['unitRounding']): DayInputs => ({
  ...withSettings(inputs, { unitRounding }),
  etfs: mapped(inputs.etfs, (etf: Etf): Etf => ({ ...etf, unitRounding: null })),
});

const withoutPrimary = (inputs: DayInputs): DayInputs => ({
  ...withSettings(inputs, { partialUsesPrimary: false, fullUsesPrimary: false }),
  funds: mapped(inputs.funds, (fund: Fund): Fund => ({ ...fund, primaryAccess: false })),
  // Units that a person set need the primary market.
  state: { ...inputs.state, unitOverrides: [] },
});

/** As the settings are, then every other way; the one that they are is not there twice. */
export function alternatives(inputs: DayInputs): readonly Alternative[] {
  const { unitRounding, splitBy, tolerance } = inputs.settings;
  const roundings = (['total', 'nearest', 'down'] as const).map(
    (rounding): Alternative => ({
      name: ROUNDINGS[rounding],
      write: setting(SETTINGS.unitRounding.key, rounding),
      inputs: rounded(inputs, rounding),
    }),
  );
  const other = splitBy === 'money' ? 'tracking-error' : 'money';
  const tolerances = [tolerance / 2, tolerance * 2].filter((each) => each !== tolerance).map(Math.round);
  return [
    { name: msg('As the settings are'), write: null, inputs },
    ...roundings.filter(
      ({ inputs: { settings } }) =>
        settings.unitRounding !== unitRounding ||
        inputs.etfs.rows.some(
          ({ value }) => value.unitRounding !== null && value.unitRounding !== settings.unitRounding,
        ),
    ),
    {
      name: other === 'money' ? msg('Cheapest in money') : msg('Smallest tracking error'),
      write: setting(SETTINGS.splitBy.key, other),
      inputs: withSettings(inputs, { splitBy: other }),
    },
    {
      name: msg('Without the primary market'),
      write: msg('{saids}', {
        saids: [SETTINGS.partialUsesPrimary.key, SETTINGS.fullUsesPrimary.key].map((key) =>
          setting(key, 'no'),
        ),
      }),
      inputs: withoutPrimary(inputs),
    },
    ...tolerances.map(
      (money): Alternative => ({
        name: msg('Tolerance of {money}', { money }),
        write: msg('{key} = {money}', { key: SETTINGS.tolerance.key, money }),
        inputs: withSettings(inputs, { tolerance: money }),
      }),
    ),
  ];
}

const ROUNDINGS: Readonly<Record<Settings['unitRounding'], Message>> = {
  total: msg('Rounded down in total'),
  nearest: msg('Nearest units'),
  down: msg('Rounded down for each fund'),
};

/** What came of one: its rows, or why it cannot be done. */
export interface Compared extends Pick<Alternative, 'name' | 'write'> {
  readonly rows: readonly RequestRow[] | null;
  readonly why: Message | null;
}

/** @param settings as they are: every alternative costs what they say */
export function comparison(settings: Settings, compared: readonly Compared[]): readonly DecisionTable[] {
  const [first] = compared;
  const own = (item: Compared, figure: (rows: readonly RequestRow[]) => DecisionCell): DecisionCell =>
    item.rows === null ? null : figure(item.rows);
  const sum = (rows: readonly RequestRow[], figure: (row: RequestRow) => number): number =>
    rows.reduce((total, row) => total + figure(row), 0);
  return tableOf<Compared>(
    msg('What if'),
    [
      { label: msg('Alternative'), kind: 'text', cell: ({ name }) => name },
      {
        label: msg('Units'),
        kind: 'count',
        cell: (item) => own(item, (rows) => sum(rows, ({ units }) => units)),
      },
      {
        label: msg('Requests'),
        kind: 'count',
        cell: (item) => own(item, (rows) => rows.filter(({ units }) => units > 0).length),
      },
      {
        label: msg('Value'),
        kind: 'money',
        cell: (item) => own(item, (rows) => sum(rows, ({ value }) => value)),
      },
      {
        label: msg('Left open or over'),
        kind: 'money',
        cell: (item) => own(item, (rows) => sum(rows, ({ residual }) => Math.abs(residual))),
      },
      {
        label: msg('Worst fund, bps'),
        kind: 'bps',
        cell: (item) => own(item, (rows) => worstBps(rows)),
      },
      { label: msg('Cost'), kind: 'money', cell: (item) => own(item, (rows) => costOf(settings, rows)) },
      {
        label: msg('Funds that differ'),
        kind: 'count',
        cell: (item) => own(item, (rows) => differing(first?.rows ?? [], rows)),
      },
      { label: msg('To be written in settings'), kind: 'sentence', cell: ({ write, why }) => why ?? write },
    ],
    compared,
    ({ why }) => ({ isOdd: why !== null }),
  );
}

const worstBps = (rows: readonly RequestRow[]): number | null =>
  rows.reduce((worst, { residualBps }) => Math.max(worst, Math.abs(residualBps ?? 0)), 0);

const keyOf = ({ cnpj, asset, side }: RequestRow): string => `${cnpj}/${asset}/${side}`;

const differing = (base: readonly RequestRow[], rows: readonly RequestRow[]): number => {
  const known = new Map(base.map((row) => [keyOf(row), row.units]));
  return rows.filter((row) => (known.get(keyOf(row)) ?? 0) !== row.units).length;
};

/** Fees, what trades in either market and what is left open, at the desk's prices; what is open is worked or given back. */
function costOf(
  { feePerRequest, primaryBps, halfSpreadBps, residualPenaltyBps }: Settings,
  rows: readonly RequestRow[],
): number {
  return Math.round(
    rows.reduce((total, { units, value, executed, residual }) => {
      const fee = units > 0 ? feePerRequest : 0;
      const bps = primaryBps * value + halfSpreadBps * executed + residualPenaltyBps * Math.abs(residual);
      return total + fee + bps / 10_000;
    }, 0),
  );
}
