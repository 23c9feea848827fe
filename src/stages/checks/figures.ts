// Every figure that people type into the tabs and that is compared with the last day's, each with its place.
import type { Place } from '../../domain/problem';
import type { Table } from '../../sheets/read';
import type { Settings } from '../../sheets/settings';
import { SETTINGS } from '../../sheets/settings';
import { type Field, headerOf } from '../../sheets/tab';
import { settingsTab } from '../../sheets/tabs';
import type { DayInputs } from '../day/inputs';
import { placeAt } from './check';

export interface Figure {
  /** `fund-stats nav` */
  readonly what: string;
  /** Its row: a CNPJ, a symbol, a broker. */
  readonly key: string;
  readonly header: string;
  readonly name: string;
  readonly value: number;
  readonly isMoney: boolean;
  /** Whether it may change by any factor from one day to the next. */
  readonly comesAndGoes: boolean;
  /** A limit that is zero or blank limits nothing, or everything: odd where there was one. */
  readonly isLimit?: boolean;
  /** Whether today's work depends on it. */
  readonly counts: boolean;
  readonly place: Place;
}

/** Of whom and what the day is: other rows may say what they like. */
function todays({ trades, state }: DayInputs) {
  const wanted = [
    ...trades.rows.map(({ value }) => value),
    ...state.intents.filter(({ amount }) => amount > 0),
  ];
  return {
    funds: new Set(wanted.map(({ cnpj }) => cnpj)),
    assets: new Set(wanted.map(({ asset }) => asset)),
  };
}

export function figuresOf(inputs: DayInputs): readonly Figure[] {
  const { funds, etfs, brokers, quotes, holdings } = inputs;
  const { funds: trading, assets } = todays(inputs);
  return [
    ...column(funds, ['nav', 'cash'], {
      of: (fund) => ({ key: fund.cnpj, name: fund.fund, counts: trading.has(fund.cnpj) }),
      isMoney: true,
      comesAndGoes: (field) => field === 'cash',
    }),
    ...maxUnits(inputs, trading),
    ...column(holdings, ['shares'], {
      of: ({ fund, cnpj, asset }) => ({
        key: `${cnpj} ${asset}`,
        name: `${fund ?? cnpj}, ${asset}`,
        counts: trading.has(cnpj) && assets.has(asset),
      }),
      isMoney: false,
      comesAndGoes: () => true,
    }),
    ...column(etfs, ['limitBps', 'spreadBps', 'maxVolumeShare'], {
      of: ({ asset }) => ({ key: asset, name: asset, counts: assets.has(asset) }),
      isMoney: false,
      isLimit: true,
    }),
    ...column(quotes, ['avgVolume'], {
      of: ({ asset }) => ({ key: asset, name: asset, counts: assets.has(asset) }),
      isMoney: true,
    }),
    ...column(brokers, ['minTicket'], {
      of: ({ name }) => ({ key: name, name, counts: true }),
      isMoney: true,
    }),
    ...settingFigures(inputs.settings),
  ];
}

interface Reading<R> {
  readonly of: (value: R) => Pick<Figure, 'key' | 'name' | 'counts'>;
  readonly isMoney: boolean;
  readonly comesAndGoes?: (field: Field<R>) => boolean;
  readonly isLimit?: boolean;
}

/** A blank cell and a zero are no figure, but for a limit: there they are 0. */
function column<R>(table: Table<R>, fields: readonly Field<R>[], reading: Reading<R>): readonly Figure[] {
  const { of, isMoney, comesAndGoes = () => false, isLimit = false } = reading;
  return table.rows.flatMap(({ row, value }) =>
    fields.flatMap((field): readonly Figure[] => {
      const cell: unknown = value[field];
      const figure = isLimit && cell === null ? 0 : cell;
      if (typeof figure !== 'number' || (figure === 0 && !isLimit)) return [];
      const header = headerOf(field);
      return [
        {
          ...of(value),
          ...{ what: `${String(table.tab)} ${header}`, header, value: figure, isMoney },
          ...{ comesAndGoes: comesAndGoes(field), isLimit },
          place: placeAt(table, row, field),
        },
      ];
    }),
  );
}

const maxUnits = ({ funds }: DayInputs, trading: ReadonlySet<string>): readonly Figure[] =>
  funds.rows.flatMap(({ row, value: { fund, cnpj, maxUnits: most } }) =>
    Object.entries(most)
      .filter(([, units]) => units > 0)
      .map(([asset, value]) => ({
        ...{ what: 'fund-stats max_units', key: `${cnpj} ${asset}`, header: 'max_units' },
        ...{ name: `${fund}, ${asset}`, value, isMoney: false, comesAndGoes: false },
        counts: trading.has(cnpj),
        place: placeAt(funds, row, 'maxUnits'),
      })),
  );

const MONEY_SETTINGS = ['tolerance', 'feePerRequest', 'fillLinesBound'] as const;
export const BPS_SETTINGS = ['primaryBps', 'halfSpreadBps', 'residualPenaltyBps', 'giveBackBand'] as const;

const settingFigures = (settings: Settings): readonly Figure[] =>
  [...MONEY_SETTINGS, ...BPS_SETTINGS].flatMap((name): readonly Figure[] => {
    const value = settings[name];
    if (value === null || value === 0) return [];
    const { key } = SETTINGS[name];
    return [
      {
        ...{ what: 'settings', key, header: key, name: settingsTab.name, value, counts: true },
        isMoney: MONEY_SETTINGS.some((each) => each === name),
        ...{ comesAndGoes: false, place: { tab: settingsTab.name } },
      },
    ];
  });
