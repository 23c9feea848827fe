// How the day stands, and what ran.
import type { Cents } from '../../domain/money';
import type { Stamp } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import { basisPoints, clock, decimal, marked, money, optional, signedMoney, text } from '../column';
import { stamp } from '../momentColumn';
import { defineTab } from '../tab';
import { ALARM, ATTENTION, asset, side } from './common';

export interface StatusRow {
  readonly asset: string;
  readonly side: Side;
  readonly fund: string | null;
  readonly target: Cents;
  readonly executed: Cents;
  readonly primary: Cents;
  readonly residual: Cents;
  readonly residualBps: number;
  readonly open: Cents;
  readonly over: Cents;
  readonly done: number;
  readonly progress: string;
  readonly line: string;
  readonly doneBuy: number | null;
  readonly doneSell: number | null;
  readonly givenBack: Cents;
  readonly primaryAtNav: Cents | null;
  readonly residualAtNav: Cents | null;
  readonly residualAtNavBps: number | null;
  readonly openAtNav: Cents | null;
  readonly overAtNav: Cents | null;
  readonly note: string | null;
  readonly fillsAsOf: Stamp | null;
  readonly inavAsOf: Stamp | null;
  readonly asOf: Stamp;
}

export const status = defineTab<StatusRow>(
  'status',
  'output',
  'How the day stands: ETF by ETF, then fund by fund.',
  {
    asset,
    side,
    fund: optional(text('the fund’s name without its legal part', 180)),
    target: money('BRL'),
    executed: money('own side, BRL'),
    primary: money('BRL at the iNAV frozen last'),
    residual: signedMoney('at the frozen iNAV: target less primary less executed plus given back, BRL'),
    residualBps: basisPoints('basis points of the target'),
    open: money('what funds lack, BRL; nothing nets out between funds'),
    over: money('what funds have too much, BRL; nothing nets out between funds'),
    done: { ...decimal('part of the target that is done, units and shares together', '0.0%') },
    progress: text('the same as a bar', 200),
    line: text('ETF and side, as the chart names them', 110),
    doneBuy: optional({ ...decimal('done, of what is bought: for the chart', '0.0%') }),
    doneSell: optional({ ...decimal('done, of what is sold: for the chart', '0.0%') }),
    givenBack: money('traded back on the other side, BRL'),
    primaryAtNav: optional(money('units at the official NAV, BRL; blank until it is known')),
    residualAtNav: optional(signedMoney('the residual with units at the official NAV, BRL')),
    residualAtNavBps: optional(basisPoints('the same in basis points of the target')),
    openAtNav: optional(money('what funds lack with units at the official NAV, BRL')),
    overAtNav: optional(money('what funds have too much with units at the official NAV, BRL')),
    note: optional(
      text(
        'why a side that was finished is open again; of a fund, units that a person set, or that it has no more shares to sell',
        420,
      ),
    ),
    fillsAsOf: optional(clock(stamp('when the fills were fetched; blank where people type them'))),
    inavAsOf: optional(clock(stamp('when the iNAV was frozen at which units are counted'))),
    asOf: clock(stamp('when this was counted')),
  },
);

export interface LogRow {
  readonly at: Stamp;
  readonly runId: string;
  readonly stage: string;
  readonly scope: string;
  readonly user: string;
  readonly status: string;
  readonly headline: string;
  readonly details: string | null;
}

export const log = defineTab<LogRow>('log', 'output', 'Every run, newest last.', {
  at: clock(stamp('when')),
  runId: text('the run', 220),
  stage: text('what ran', 130),
  scope: text('for which ETFs', 90),
  user: text('who ran it', 200),
  status: marked(text('how it ended', 90), { refused: ALARM, held: ALARM, changed: ATTENTION }),
  headline: text('in a sentence', 420),
  details: optional(text('errors and warnings', 620)),
});

/** Nothing is written there: the charts lie over it. */
export interface ChartsRow {
  readonly charts: string | null;
  readonly figures: string | null;
}

export const chartsTab = defineTab<ChartsRow>(
  'charts',
  'output',
  'The charts of the day and of past days, one beside the other.',
  {
    charts: optional(text('the charts stand below', 80)),
    figures: optional(text('their figures are in the tabs status and history', 80)),
  },
);
