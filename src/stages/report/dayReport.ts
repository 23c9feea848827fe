// The end-of-day report of an allocation: counted from the same standing, rows and fills as the tabs, and from nothing else.
import type { Problem } from '../../domain/problem';
import type { Stamp } from '../../domain/stamp';
import { SIDES, type Side } from '../../domain/trade';
import type { DayReport, ReportSide, ReportTotal, Traded, TradedFor } from '../../messages/report/report';
import { atNav } from '../allocation/atNav';
import type { DayAllocation } from '../allocation/dayAllocation';
import type { OpenInputs } from '../day/inputs';
import { officialQuotes, type UnitQuotes } from '../day/quotes';
import { settlesOn } from '../day/settles';
import type { Pool } from '../ledger/pool';
import { fillsAsOf, inavTimes } from '../look/asOf';
import { fillsOfSide, leftOf, type SideFigures, sidesOf } from '../look/sides';
import { waitsOf } from '../look/waits';
import { bps, type Standing } from '../standing/positions';
import { reportBrokers } from './brokers';
import { together } from './decided';
import { reportExceptions } from './exceptions';
import { reportFunds } from './funds';
import { reportMix } from './mix';
import { orderedBy } from './ordered';
import { reportRoutes } from './routes';

export interface Found {
  readonly warnings: readonly Problem[];
  readonly notes?: DayReport['notes'];
  /** When somebody last heard of the fills; left out = as the day remembers it. */
  readonly fillsAsOf?: Stamp;
}

export function dayReport(
  inputs: OpenInputs,
  { standing, rows, version }: Pick<DayAllocation, 'standing' | 'rows' | 'version'>,
  { warnings, notes = [], fillsAsOf: heardAt }: Found,
): DayReport {
  const { tradeDate } = inputs.state;
  const { pools, positions } = standing;
  const official = officialQuotes(inputs);
  const figures = sidesOf(standing);
  const sides = figures.map((side) => sideOf(inputs, side, official));
  const mix = reportMix(inputs, positions, rows);
  const brokers = reportBrokers(inputs.state, pools);
  const routes = reportRoutes(inputs, pools, figures);
  return {
    deskName: inputs.settings.deskName,
    tradeDate,
    settlementDate: settlesOn(inputs, tradeDate),
    version,
    replaces: version > 1 ? version - 1 : null,
    waits: waitsOf(inputs, standing),
    // Whoever reads a report does not sit at the tab.
    warnings: warnings.map((each) => ({ ...each, tab: null, cell: null })),
    notes,
    asOf: {
      fills: heardAt ?? fillsAsOf(inputs),
      inavs: inavTimes(inputs),
      withoutNav: [...new Set(positions.map(({ asset }) => asset))]
        .sort()
        .filter((one) => !official.has(one)),
    },
    total: totalOf(standing, sides, { brokers, routes }),
    ...{ sides, brokers, routes, mixes: mix.mixes },
    exceptions: reportExceptions(inputs, standing),
    funds: reportFunds(inputs, positions, rows, mix),
  };
}

function sideOf({ state }: OpenInputs, side: SideFigures, official: UnitQuotes): ReportSide {
  const { funds, ...figures } = side;
  const orders = funds.map(({ position }) => orderedBy(state.intents, position));
  const residualAtNav = official.has(side.asset)
    ? funds.reduce((sum, { position }) => sum + (atNav(position, official)?.residualAtNav ?? 0), 0)
    : null;
  return {
    ...figures,
    ordered: sumOf(orders, ({ ordered }) => ordered),
    asked: sumOf(orders, ({ asked }) => asked),
    funds: funds.length,
    residualAtNav,
    residualAtNavBps: residualAtNav === null ? null : bps(residualAtNav, side.target),
  };
}

function totalOf(
  { pools, positions }: Standing,
  sides: readonly ReportSide[],
  { brokers, routes }: Pick<DayReport, 'brokers' | 'routes'>,
): ReportTotal {
  const target = sumOf(sides, (side) => side.target);
  const { open, over } = leftOf(positions);
  const residual = open + over;
  const isNavKnown = sides.length > 0 && sides.every(({ residualAtNav }) => residualAtNav !== null);
  const residualAtNav = isNavKnown ? sumOf(sides, (side) => Math.abs(side.residualAtNav ?? 0)) : null;
  const units = routes.flatMap(({ primary }) => primary ?? []);
  return {
    ...{ target, residual, residualAtNav, open, over },
    residualBps: bps(residual, target),
    residualAtNavBps: residualAtNav === null ? null : bps(residualAtNav, target),
    secondary: tradedFor(pools),
    secondaryCost: tradedBy(brokers).cost,
    bySide: bySide((side) => tradedBy(brokers.filter((one) => one.side === side))),
    primary: sumOf(sides, (side) => side.primary),
    primaryCost: together(units),
  };
}

const [BUY, SELL] = SIDES;
const bySide = <T>(of: (side: Side) => T): Readonly<Record<Side, T>> => ({ BUY: of(BUY), SELL: of(SELL) });

const tradedBy = (brokers: DayReport['brokers']): Traded => ({
  money: sumOf(brokers, ({ money }) => money),
  cost: together(brokers.map(({ cost, decisionMoney: benchmark }) => ({ cost, benchmark }))),
});

function tradedFor(pools: readonly Pool[]): TradedFor {
  const sides = pools.map(fillsOfSide);
  return {
    all: sumOf(sides, ({ all }) => all.money),
    own: sumOf(sides, ({ own }) => own),
    forOthers: sumOf(sides, ({ forOthers }) => forOthers),
    nobodys: sumOf(sides, ({ nobodys }) => nobodys),
  };
}

const sumOf = <R>(rows: readonly R[], of: (row: R) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);
