// Status: how the day stands, ETF by ETF and fund by fund. Decides nothing.
import { type Cents, toBrl } from '../domain/money';
import { asWarning } from '../domain/problem';
import { dateOf, type Stamp } from '../domain/stamp';
import type { Side } from '../domain/trade';
import type { Language } from '../language/language';
import { type Message, msg } from '../language/message';
import { print } from '../language/print';
import { type StatusRow, status } from '../sheets/tabs';
import { printTable, type TableCells } from '../sheets/write';
import { isTodays } from './agenda/moments';
import { atNav } from './allocation/atNav';
import { shownStanding } from './allocation/booked';
import { fillWarnings } from './checks/fills';
import { meansWarnings } from './checks/means';
import { checkNavs, checkOddFills } from './checks/plausible';
import { completeness } from './completeness';
import type { DayInputs } from './day/inputs';
import { officialQuotes, type UnitQuotes } from './day/quotes';
import { fillsAsOf, frozenAt, type InavTime, inavTimes } from './look/asOf';
import { changedWarnings } from './look/changedOrders';
import { shortFunds } from './look/names';
import { fundNotes, sideNotes } from './look/notes';
import { type Figures, leftOf, type SideFigures, sidesOf } from './look/sides';
import { waitsOf } from './look/waits';
import { fact, observed, type Plan } from './outcome/outcome';
import { bps, type Standing } from './standing/positions';

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
  /** What funds lack, and what they have too much: the residual is one less the other, and hides both where they net out. */
  readonly open: number;
  readonly over: number;
  /** With units at the official NAV; null until it is known. */
  readonly residualAtNav: number | null;
  readonly residualAtNavBps: number | null;
  /** The same fund by fund, as open and over are. */
  readonly openAtNav: number | null;
  readonly overAtNav: number | null;
  /** Part of the target that is done, to a tenth of a per cent. */
  readonly done: number;
  /** What of a side is sold naked, why one is open again, whose units a person set, which shares a fund lacks; in the desk's language. */
  readonly note: string | null;
}

export interface AsOf {
  /** When they were counted. */
  readonly now: Stamp;
  /** When the fills were fetched; null = people type them, or nobody has asked yet. */
  readonly fills: Stamp | null;
  /** When the iNAVs were frozen at which units are counted, family by family; empty = none is. */
  readonly inav: readonly InavTime[];
}

export interface DayStatus {
  readonly date: string | null;
  readonly complete: boolean;
  readonly state: 'COMPLETE' | 'PENDING';
  readonly missing: readonly Message[];
  /** Everything that the day's plan wanted and that is not finished; what is missing is part of it. */
  readonly waits: readonly Message[];
  /** Whether an ETF's official NAV is known, so that residuals stand at it too. */
  readonly atOfficialNav: boolean;
  /** How old the figures are. */
  readonly asOf: AsOf;
  readonly iteration: number;
  readonly assets: readonly StatusFigures[];
  readonly funds: readonly StatusFigures[];
}

const BAR_WIDTH = 16;

/** ETF rows first, so that a chart can stand on them, then the funds, without the legal part of their names. */
export function statusRows(
  inputs: DayInputs,
  standing: Standing = shownStanding(inputs),
): readonly StatusRow[] {
  const sides = sidesOf(standing);
  const official = officialQuotes(inputs);
  const printed = (said: Message | null): string | null =>
    said === null ? null : print(said, inputs.settings.deskLanguage);
  const noteOfSide = sideNotes(inputs, standing);
  const noteOfFund = fundNotes(inputs, standing);
  const common = { asOf: inputs.now, fillsAsOf: fillsAsOf(inputs) };
  const short = shortFunds(inputs);
  const shown = { official, language: inputs.settings.deskLanguage };
  return [
    ...sides.map((side) => ({
      ...row(side, side, side.funds, shown),
      ...common,
      inavAsOf: frozenAt(inputs, side.asset),
      note: printed(noteOfSide(side)),
    })),
    ...sides.flatMap((side) =>
      side.funds.map((fund) => ({
        ...row({ ...side, fund: short(fund.position.fund) }, fund, [fund], shown),
        ...common,
        inavAsOf: frozenAt(inputs, side.asset),
        note: printed(noteOfFund(fund.position)),
      })),
    ),
  ];
}

export const statusTable = (rows: readonly StatusRow[]): TableCells => printTable(status, rows);

function row(
  {
    asset,
    side,
    fund = null,
  }: { readonly asset: string; readonly side: Side; readonly fund?: string | null },
  { target, executed, primary, residual, residualBps, open, over, done, givenBack }: Figures,
  funds: SideFigures['funds'],
  { official, language }: { readonly official: UnitQuotes; readonly language: Language },
) {
  // All positions are of one ETF: its NAV is known for all of them or for none.
  const isNavKnown = official.has(asset);
  const sum = (figure: 'residualAtNav' | 'primaryAtNav'): number | null =>
    isNavKnown
      ? funds.reduce((total, { position }) => total + (atNav(position, official)?.[figure] ?? 0), 0)
      : null;
  const residualAtNav = sum('residualAtNav');
  const left = leftOf(
    funds.map(({ position }) => ({ residual: atNav(position, official)?.residualAtNav ?? 0 })),
  );
  return {
    ...{ asset, side, fund, target, executed, primary, residual, residualBps, done, givenBack },
    ...{ open, over },
    progress: bar(done),
    line: print(msg('{code} {side}', { code: asset, side }), language),
    doneBuy: side === 'BUY' ? done : null,
    doneSell: side === 'SELL' ? done : null,
    primaryAtNav: sum('primaryAtNav'),
    residualAtNav,
    residualAtNavBps: residualAtNav === null ? null : bps(residualAtNav, target),
    openAtNav: isNavKnown ? left.open : null,
    overAtNav: isNavKnown ? left.over : null,
  };
}

/** Sheets has no data bars: blocks that every spreadsheet shows, full only when everything is done. */
function bar(done: number): string {
  const full = Math.max(0, Math.min(BAR_WIDTH, Math.floor(done * BAR_WIDTH + 1e-9)));
  return '■'.repeat(full) + '□'.repeat(BAR_WIDTH - full);
}

const brlOf = (cents: Cents | null): number | null => (cents === null ? null : toBrl(cents));

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
  open: toBrl(row.open),
  over: toBrl(row.over),
  residualAtNav: brlOf(row.residualAtNav),
  residualAtNavBps: row.residualAtNavBps,
  openAtNav: brlOf(row.openAtNav),
  overAtNav: brlOf(row.overAtNav),
  done: row.done,
  note: row.note,
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
    waits: waitsOf(inputs).map(({ said }) => said),
    atOfficialNav: officialQuotes(inputs).size > 0,
    asOf: { now: inputs.now, fills: fillsAsOf(inputs), inav: inavTimes(inputs) },
    iteration: state.cycle.iteration,
    assets: rows.filter(({ fund }) => fund === null).map(figures),
    funds: rows.filter(({ fund }) => fund !== null).map(figures),
  };
}

export function planStatus(inputs: DayInputs): Plan {
  const { state } = inputs;
  const standing = shownStanding(inputs);
  const waits = waitsOf(inputs, standing);
  return observed(dateOf(inputs.now), {
    stage: 'status',
    state,
    tables: [statusTable(statusRows(inputs, standing))],
    warnings: [
      ...fillWarnings(inputs),
      ...meansWarnings(inputs),
      ...changedWarnings(inputs),
      ...[...checkOddFills(inputs), ...checkNavs(inputs)].map(asWarning),
    ],
    summary: {
      headline: headlineOf(inputs, leftOf(standing.positions), waits.length),
      facts: waits.map(({ said }) => fact(msg('waits'), said)),
    },
  });
}

/** A day that is over is named by its date: what it was says nothing of today. */
function headlineOf(inputs: DayInputs, { open, over }: ReturnType<typeof leftOf>, waits: number): Message {
  const missing = completeness(inputs).map(({ text }) => text);
  const { tradeDate: date } = inputs.state;
  const stands = missing.length === 0 ? msg('COMPLETE') : msg('PENDING ({saids})', { saids: missing });
  const said = date === null || isTodays(inputs) ? stands : msg('{date} is {said}', { date, said: stands });
  const holes = { said, money: open, money2: over };
  return waits === 0
    ? msg('{said}; nothing waits; {money} not done and {money2} too much, over all funds', holes)
    : msg('{said}; {n} {n|point waits|points wait}; {money} not done and {money2} too much, over all funds', {
        ...holes,
        n: waits,
      });
}
