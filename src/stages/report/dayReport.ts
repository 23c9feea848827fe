// The end-of-day report of an allocation: counted from the same standing, rows and fills as the tabs, and from nothing else.
import type { Problem } from '../../domain/problem';
import type { Stamp } from '../../domain/stamp';
import type { Message } from '../../language/message';
import type { DayReport, ReportSide, ReportTotal } from '../../messages/report/report';
import type { OpenInputs } from '../day/inputs';
import { officialQuotes, type UnitQuotes } from '../day/quotes';
import { settlesOn } from '../day/settles';
import { fillsAsOf, oldestFrozen } from '../look/asOf';
import { type SideFigures, sidesOf } from '../look/sides';
import { atNav } from '../split/atNav';
import type { DayAllocation } from '../split/dayAllocation';
import { bps } from '../split/positions';
import { reportBrokers } from './brokers';
import { together } from './decided';
import { reportExceptions } from './exceptions';
import { reportFunds } from './funds';
import { reportMix } from './mix';
import { reportRoutes } from './routes';

export interface Found {
  /** What keeps the day from being COMPLETE. */
  readonly missing: readonly Message[];
  readonly warnings: readonly Problem[];
  readonly notes?: DayReport['notes'];
  /** When somebody last heard of the fills; left out = as the day remembers it. */
  readonly fillsAsOf?: Stamp;
}

export function dayReport(
  inputs: OpenInputs,
  { standing, rows, version }: Pick<DayAllocation, 'standing' | 'rows' | 'version'>,
  { missing, warnings, notes = [], fillsAsOf: heardAt }: Found,
): DayReport {
  const { tradeDate } = inputs.state;
  const { pools, positions } = standing;
  const official = officialQuotes(inputs);
  const sides = sidesOf(standing).map((side) => sideOf(side, official));
  const mix = reportMix(inputs, positions, rows);
  const brokers = reportBrokers(inputs.state, pools);
  const routes = reportRoutes(inputs, pools);
  return {
    deskName: inputs.settings.deskName,
    tradeDate,
    settlementDate: settlesOn(inputs, tradeDate),
    version,
    replaces: version > 1 ? version - 1 : null,
    missing,
    // Whoever reads a report does not sit at the tab.
    warnings: warnings.map((each) => ({ ...each, tab: null, cell: null })),
    notes,
    asOf: {
      fills: heardAt ?? fillsAsOf(inputs),
      inav: oldestFrozen(inputs),
      withoutNav: [...new Set(positions.map(({ asset }) => asset))]
        .sort()
        .filter((one) => !official.has(one)),
    },
    total: totalOf(sides, { brokers, routes }),
    ...{ sides, brokers, routes, mixes: mix.mixes },
    exceptions: reportExceptions(inputs),
    funds: reportFunds(inputs, positions, rows, mix),
  };
}

function sideOf(side: SideFigures, official: UnitQuotes): ReportSide {
  const { funds, ...figures } = side;
  const residualAtNav = official.has(side.asset)
    ? funds.reduce((sum, { position }) => sum + (atNav(position, official)?.residualAtNav ?? 0), 0)
    : null;
  return {
    ...figures,
    funds: funds.length,
    residualAtNav,
    residualAtNavBps: residualAtNav === null ? null : bps(residualAtNav, side.target),
  };
}

function totalOf(
  sides: readonly ReportSide[],
  { brokers, routes }: Pick<DayReport, 'brokers' | 'routes'>,
): ReportTotal {
  const target = sumOf(sides, (side) => side.target);
  const residual = sumOf(sides, (side) => Math.abs(side.residual));
  const isNavKnown = sides.length > 0 && sides.every(({ residualAtNav }) => residualAtNav !== null);
  const residualAtNav = isNavKnown ? sumOf(sides, (side) => Math.abs(side.residualAtNav ?? 0)) : null;
  const units = routes.flatMap(({ primary }) => primary ?? []);
  const over = sumOf(sides, (side) => Math.max(0, -side.residual));
  return {
    ...{ target, residual, residualAtNav, over },
    missing: residual - over,
    residualBps: bps(residual, target),
    residualAtNavBps: residualAtNav === null ? null : bps(residualAtNav, target),
    secondary: sumOf(brokers, ({ money }) => money),
    secondaryCost: together(brokers.map(({ cost, decisionMoney: benchmark }) => ({ cost, benchmark }))),
    primary: sumOf(units, ({ money }) => money),
    primaryCost: together(units.map(({ cost, money: benchmark }) => ({ cost, benchmark }))),
  };
}

const sumOf = <R>(rows: readonly R[], of: (row: R) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);
