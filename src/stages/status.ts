// Status: how the day stands, ETF by ETF and fund by fund. Decides nothing.
import { toBrl } from '../domain/money';
import type { Problem } from '../domain/problem';
import { dateOf } from '../domain/stamp';
import { SIDES, type Side } from '../domain/trade';
import { type Message, msg } from '../language/message';
import { type StatusRow, status } from '../sheets/tabs';
import { printTable } from '../sheets/write';
import { fillWarnings } from './checks/fills';
import { checkNavs, checkOddFills } from './checks/plausible';
import { completeness } from './completeness';
import type { DayInputs } from './day/inputs';
import { observed, type Plan } from './day/outcome';
import { officialQuotes, type UnitQuotes } from './day/quotes';
import { atNav } from './split/atNav';
import { dayStanding } from './split/dayStanding';
import { bps, type Position } from './split/positions';

/** It decides nothing, so nothing stops it. */
const softened = (problem: Problem): Problem => ({ ...problem, severity: 'warning' });

export interface StatusFigures {
  readonly asset: string;
  readonly side: Side;
  readonly fund: string | null;
  readonly target: number;
  readonly executed: number;
  readonly primary: number;
  /** Traded back on the other side; executed does not count it. */
  readonly givenBack: number;
  /** At the frozen iNAV: target less primary less executed plus given back. */
  readonly residual: number;
  readonly residualBps: number;
  /** With units at the official NAV; null until it is known. */
  readonly residualAtNav: number | null;
  readonly residualAtNavBps: number | null;
}

export interface DayStatus {
  readonly date: string | null;
  readonly complete: boolean;
  readonly state: 'COMPLETE' | 'PENDING';
  readonly missing: readonly Message[];
  /** Whether an ETF's official NAV is known, so that residuals stand at it too. */
  readonly atOfficialNav: boolean;
  readonly iteration: number;
  readonly assets: readonly StatusFigures[];
  readonly funds: readonly StatusFigures[];
}

const BAR_WIDTH = 16;

/** ETF rows first, so that a chart can stand on them, then the funds. */
export function statusRows(inputs: DayInputs): readonly StatusRow[] {
  const { positions } = dayStanding(inputs);
  const official = officialQuotes(inputs);
  const assets = [...new Set(positions.map(({ asset }) => asset))].sort();
  const sides = assets
    .flatMap((asset) =>
      SIDES.map((side) => ({
        asset,
        side,
        funds: positions.filter((p) => p.asset === asset && p.side === side),
      })),
    )
    .filter(({ funds }) => funds.length > 0);
  return [
    ...sides.map(({ funds, ...pool }) => row({ ...pool, fund: null }, funds, official)),
    ...sides.flatMap(({ funds, ...pool }) =>
      funds.map((fund) => row({ ...pool, fund: fund.fund }, [fund], official)),
    ),
  ];
}

function row(
  of: Pick<StatusRow, 'asset' | 'side' | 'fund'>,
  positions: readonly Position[],
  official: UnitQuotes,
): StatusRow {
  const sum = (figure: (position: Position) => number) =>
    positions.reduce((total, position) => total + figure(position), 0);
  const target = sum(({ amount }) => amount);
  const executed = sum((position) => position.executed);
  const givenBack = sum((position) => position.opposite);
  const primary = sum((position) => position.primary);
  const residual = sum((position) => position.residual);
  const done = target === 0 ? 1 : (executed - givenBack + primary) / target;
  // All positions are of one ETF: its NAV is known for all of them or for none.
  const isNavKnown = official.has(of.asset);
  const residualAtNav = isNavKnown ? sum((position) => atNav(position, official)?.residualAtNav ?? 0) : null;
  return {
    ...of,
    target,
    executed,
    primary,
    residual,
    residualBps: bps(residual, target),
    done,
    progress: bar(done),
    line: `${of.asset} ${of.side}`,
    givenBack,
    primaryAtNav: isNavKnown ? sum((position) => atNav(position, official)?.primaryAtNav ?? 0) : null,
    residualAtNav,
    residualAtNavBps: residualAtNav === null ? null : bps(residualAtNav, target),
  };
}

/** Sheets has no data bars: blocks that every spreadsheet shows, full only when everything is done. */
function bar(done: number): string {
  const full = Math.max(0, Math.min(BAR_WIDTH, Math.floor(done * BAR_WIDTH + 1e-9)));
  return '■'.repeat(full) + '□'.repeat(BAR_WIDTH - full);
}

const figures = ({ asset, side, fund, ...row }: StatusRow): StatusFigures => ({
  asset,
  side,
  fund,
  target: toBrl(row.target),
  executed: toBrl(row.executed),
  primary: toBrl(row.primary),
  givenBack: toBrl(row.givenBack),
  residual: toBrl(row.residual),
  residualBps: row.residualBps,
  residualAtNav: row.residualAtNav === null ? null : toBrl(row.residualAtNav),
  residualAtNavBps: row.residualAtNavBps,
});

/** The day as plain figures: for the sidebar, the command line and whoever calls `checkAdjustmentStatus()`. */
export function dayStatus(inputs: DayInputs): DayStatus {
  const { state } = inputs;
  const rows = statusRows(inputs);
  const missing = completeness(inputs);
  const complete = missing.length === 0;
  return {
    date: state.tradeDate,
    complete,
    state: complete ? 'COMPLETE' : 'PENDING',
    missing: missing.map(({ text }) => text),
    atOfficialNav: officialQuotes(inputs).size > 0,
    iteration: state.cycle.iteration,
    assets: rows.filter(({ fund }) => fund === null).map(figures),
    funds: rows.filter(({ fund }) => fund !== null).map(figures),
  };
}

export function planStatus(inputs: DayInputs): Plan {
  const { state } = inputs;
  const rows = statusRows(inputs);
  const missing = completeness(inputs).map(({ text }) => text);
  const money = rows
    .filter(({ fund }) => fund === null)
    .reduce((sum, { residual }) => sum + Math.abs(residual), 0);
  const headline =
    missing.length === 0
      ? msg('COMPLETE; {money} of residuals over all ETFs', { money })
      : msg('PENDING ({saids}); {money} of residuals over all ETFs', { saids: missing, money });
  return observed(dateOf(inputs.now), {
    stage: 'status',
    state,
    tables: [printTable(status, rows)],
    warnings: [...fillWarnings(inputs), ...[...checkOddFills(inputs), ...checkNavs(inputs)].map(softened)],
    summary: { headline, facts: [] },
  });
}
