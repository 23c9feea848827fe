// The tabs that say how the day stands: status, orders and blotter, counted from one standing at one moment.
import type { Cents } from '../../domain/money';
import type { Message } from '../../language/message';
import { print } from '../../language/print';
import { type BlotterRow, blotter } from '../../sheets/tabs';
import { printTable, type TableCells } from '../../sheets/write';
import type { DayInputs } from '../day/inputs';
import { memberKey } from '../day/keys';
import { intentsTable, ordersTable } from '../outcome/tables';
import type { Standing } from '../standing/positions';
import { statusRows, statusTable } from '../status';
import { type BlotterBroker, type BlotterFund, type BlotterSide, blotterOf } from './blotter';
import { keptBeyond } from './notes';

/** What every stage and every refresh of the executions rewrites; intents only where a person changed any, so that one may keep more. */
export const lookTables = (inputs: DayInputs, standing: Standing): readonly TableCells[] => [
  statusTable(statusRows(inputs, standing)),
  ordersTable(inputs),
  printTable(blotter, blotterRows(inputs, standing)),
  ...(inputs.state.intents.some(({ ordered }) => ordered !== undefined)
    ? [intentsTable(inputs.state, keptIn(standing))]
    : []),
];

const keptIn = ({ positions }: Standing): ReadonlyMap<string, Cents> =>
  new Map(
    positions.flatMap((position) => {
      const kept = keptBeyond(position);
      return kept === null ? [] : [[memberKey(position), kept] as const];
    }),
  );

/** Each side, below it its brokers, then its funds. */
export function blotterRows(inputs: DayInputs, standing: Standing): readonly BlotterRow[] {
  const { now: asOf, fillsAsOf, sides } = blotterOf(inputs, standing);
  const printed = (said: Message | null): string | null =>
    said === null ? null : print(said, inputs.settings.deskLanguage);
  return sides.flatMap((side) => {
    const common = { asset: side.asset, side: side.side, fillsAsOf, inavAsOf: side.inavAsOf, asOf };
    return [
      { ...NOTHING, ...common, level: 'side' as const, ...sideCells(side), note: printed(side.note) },
      ...side.brokers.map((broker) => ({
        ...NOTHING,
        ...common,
        level: 'broker' as const,
        ...brokerCells(broker),
      })),
      ...side.funds.map((fund) => ({
        ...NOTHING,
        ...common,
        level: 'fund' as const,
        ...fundCells(fund),
        name: fund.fund,
        note: printed(fund.note),
      })),
    ];
  });
}

const NOTHING = {
  ...{
    name: null,
    target: null,
    done: null,
    open: null,
    over: null,
    residual: null,
    primary: null,
    executed: null,
    givenBack: null,
  },
  ...{ filled: null, averagePrice: null, inavBps: null, vwapBps: null, limitPrice: null, headroomBps: null },
  ...{ cap: null, capLeft: null, share: null, lastFill: null, version: null, note: null },
};

const sideCells = (side: BlotterSide): Partial<BlotterRow> => {
  const { target, done, open, over, residual, primary, executed, givenBack, filled, averagePrice } = side;
  const { inavBps, vwapBps, limitPrice, headroomBps, cap, capLeft, lastFill } = side;
  return {
    ...{ target, done, open, over, residual, primary, executed, givenBack, filled, averagePrice },
    ...{ inavBps, vwapBps, limitPrice, headroomBps, cap, capLeft, lastFill },
  };
};

const brokerCells = (one: BlotterBroker): Partial<BlotterRow> => {
  const { broker: name, filled, averagePrice, inavBps, vwapBps, limitPrice, headroomBps } = one;
  const { cap, capLeft, share, lastFill, version } = one;
  return {
    ...{ name, filled, averagePrice, inavBps, vwapBps, limitPrice, headroomBps },
    ...{ cap, capLeft, share, lastFill, version },
  };
};

const fundCells = (one: BlotterFund): Partial<BlotterRow> => {
  const { target, done, open, over, residual, primary, executed, givenBack } = one;
  return { target, done, open, over, residual, primary, executed, givenBack };
};
