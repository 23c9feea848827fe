// A day's allocation, whole: its split, the lines of it, what tabs and brokers get of them, and what the warehouse counts it
// again from. The final allocation and the correction of an earlier day are both made of it.
import type { Cnpj } from '../../domain/cnpj';
import type { Problem } from '../../domain/problem';
import { allocationLines, type LineRow } from '../../sheets/lines';
import {
  type AllocationRow,
  type BrokerOrderRow,
  brokerOrders,
  executions,
  marketData,
} from '../../sheets/tabs';
import { saveRows, saveRowsOf, type WarehouseRows } from '../../sheets/warehouse';
import { partsOf } from '../completeness';
import { fillsOf } from '../day/fills';
import { type DayInputs, type OpenInputs, valuesOf } from '../day/inputs';
import { officialNav } from '../day/quotes';
import type { AllocationMark } from '../day/state';
import { allocationIn, type Reasoned } from '../outcome/tables';
import { dayStanding } from '../standing/dayStanding';
import type { Standing } from '../standing/positions';
import { allocationRows } from './allocationRows';
import { bookedStanding } from './booked';
import { brokerOrderRows, nameOf, type OpenShares, openShares } from './brokerOrderRows';
import { type Line, linesOf, reconcile } from './lines';

export interface DayAllocation {
  /** Whether fills or split are others than those of the allocation in force. */
  readonly isNew: boolean;
  readonly version: number;
  /** As brokers book it. */
  readonly standing: Standing;
  readonly lines: readonly Line[];
  readonly rows: readonly Reasoned<AllocationRow>[];
  readonly orders: readonly BrokerOrderRow[];
  readonly open: readonly OpenShares[];
  /** All of the day's mark but whom it was told and whether anything is missing. */
  readonly mark: Omit<AllocationMark, 'told' | 'last'>;
  /** Empty, or nothing of it may be used. */
  readonly broken: readonly Problem[];
}

/** @param staying lines of fills that somebody has booked already, and that are the same */
export function allocateDay(
  inputs: OpenInputs,
  digest: (text: string) => string,
  staying: readonly Line[] = [],
): DayAllocation {
  const split = dayStanding(inputs);
  const { fillLines: prefer, fillLinesBound: bound } = inputs.settings;
  const lines = linesOf(split, { prefer, bound }, staying);
  const { allocation: before } = inputs.state;
  const fingerprint = digest(JSON.stringify(lines));
  const isNew = before?.fingerprint !== fingerprint;
  const version = isNew ? (before?.version ?? 0) + 1 : before.version;
  const orders = brokerOrderRows(inputs, lines);
  const standing = bookedStanding(inputs, split, orders);
  return {
    ...{ isNew, version, standing, lines, orders },
    rows: allocationRows(inputs, standing, { lines, orders, version }),
    open: openShares(lines),
    mark: { version, fingerprint, parts: partsOf(fillsOf(inputs)), unplaced: unplacedIn(standing, lines) },
    broken: reconcile(standing, lines),
  };
}

/** What the warehouse keeps of it: who got what, what brokers take, and what it can be counted again from. */
export function allocationSaved(
  inputs: OpenInputs,
  { rows, orders, lines }: Pick<DayAllocation, 'rows' | 'orders' | 'lines'>,
): readonly WarehouseRows[] {
  const quotes = valuesOf(inputs.quotes).map((quote) => ({
    ...quote,
    officialNav: officialNav(inputs, quote),
  }));
  return [
    saveRows('allocation_rows', allocationIn('en'), rows),
    saveRows('broker_order_rows', brokerOrders, orders),
    saveRowsOf('allocation_lines', allocationLines, lines, lineRowsOf(inputs)),
    saveRows('fills', executions, fillsOf(inputs)),
    saveRows('quotes', marketData, quotes),
  ];
}

/** A fund has many lines, and each is asked for more than once. */
function lineRowsOf(inputs: DayInputs): (line: Line) => LineRow {
  const names = new Map<Cnpj | null, string>();
  const nameIn = (cnpj: Cnpj | null): string => {
    const known = names.get(cnpj);
    if (known !== undefined) return known;
    const name = nameOf(inputs, cnpj);
    names.set(cnpj, name);
    return name;
  };
  return ({ fill, cnpj, shares }) => {
    const { fillId, asset, side, broker, price } = fill;
    return { fillId, asset, side, broker, cnpj, fund: nameIn(cnpj), shares, price };
  };
}

const unplacedIn = ({ pools }: Standing, lines: readonly Line[]): AllocationMark['unplaced'] =>
  pools.flatMap(({ asset, side, excess: shares }) => {
    if (shares === 0) return [];
    const own = lines.filter(({ cnpj, fill }) => cnpj === null && fill.asset === asset && fill.side === side);
    const brokers = [...new Set(own.map(({ fill }) => fill.broker))].sort();
    return [{ asset, side, shares, brokers }];
  });
