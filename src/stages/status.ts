// Status: how the day stands, ETF by ETF and fund by fund. Decides nothing.
import { notional, toBrl } from '../domain/money';
import { dateOf } from '../domain/stamp';
import { SIDES, type Side } from '../domain/trade';
import { type Message, msg } from '../language/message';
import { type StatusRow, status } from '../sheets/tabs';
import { printTable } from '../sheets/write';
import { fillWarnings } from './checks/fills';
import { completeness } from './completeness';
import type { DayInputs } from './day/inputs';
import { observed, type Plan } from './day/outcome';
import { officialQuotes } from './day/quotes';
import { dayStanding } from './split/dayStanding';
import { bps, type Position } from './split/positions';

export interface StatusFigures {
  readonly asset: string;
  readonly side: Side;
  readonly fund: string | null;
  readonly target: number;
  readonly executed: number;
  readonly primary: number;
  readonly residual: number;
  readonly residualBps: number;
}

export interface DayStatus {
  readonly date: string | null;
  readonly complete: boolean;
  readonly state: 'COMPLETE' | 'PENDING';
  readonly missing: readonly Message[];
  /** Whether units are valued at the day's official NAV, else at the iNAV frozen last. */
  readonly atOfficialNav: boolean;
  readonly iteration: number;
  readonly assets: readonly StatusFigures[];
  readonly funds: readonly StatusFigures[];
}

const BAR_WIDTH = 16;

/** ETF rows first, so that a chart can stand on them, then the funds. */
function statusRows(inputs: DayInputs): readonly StatusRow[] {
  const { positions } = statusStanding(inputs);
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
    ...sides.map(({ asset, side, funds }) => row(asset, side, null, funds)),
    ...sides.flatMap(({ asset, side, funds }) => funds.map((fund) => row(asset, side, fund.fund, [fund]))),
  ];
}

/** Once the official NAV is published it restates what the units were worth; the split stays as it was. */
function statusStanding(inputs: DayInputs) {
  const split = dayStanding(inputs);
  const official = officialQuotes(inputs);
  return {
    ...split,
    positions: split.positions.map((position) => {
      const quote = official.get(position.asset);
      if (!quote) return position;
      const primary = notional(position.units * quote.sharesPerUnit, quote.inav);
      return { ...position, primary, residual: position.residual + position.primary - primary };
    }),
  };
}

function row(asset: string, side: Side, fund: string | null, positions: readonly Position[]): StatusRow {
  const sum = (figure: (position: Position) => number) =>
    positions.reduce((total, position) => total + figure(position), 0);
  const target = sum(({ amount }) => amount);
  const executed = sum((position) => position.executed - position.opposite);
  const primary = sum((position) => position.primary);
  const residual = sum((position) => position.residual);
  const done = target === 0 ? 1 : (executed + primary) / target;
  return {
    asset,
    side,
    fund,
    target,
    executed,
    primary,
    residual,
    residualBps: bps(residual, target),
    done,
    progress: bar(done),
    line: `${asset} ${side}`,
  };
}

/** Sheets has no data bars: blocks that every spreadsheet shows, full only when everything is done. */
function bar(done: number): string {
  const full = Math.max(0, Math.min(BAR_WIDTH, Math.floor(done * BAR_WIDTH + 1e-9)));
  return '■'.repeat(full) + '□'.repeat(BAR_WIDTH - full);
}

const figures = ({
  asset,
  side,
  fund,
  target,
  executed,
  primary,
  residual,
  residualBps,
}: StatusRow): StatusFigures => ({
  asset,
  side,
  fund,
  target: toBrl(target),
  executed: toBrl(executed),
  primary: toBrl(primary),
  residual: toBrl(residual),
  residualBps,
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
    warnings: fillWarnings(inputs),
    summary: { headline, facts: [] },
  });
}
