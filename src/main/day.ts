// The trading day as functions to be called by name: by the laptop, by older scripts of the desk, by a person in the script editor. Each
// acts at once, without a preview.

import { type PrintedReport, printedProblems, printedReport, printedStatus } from '../desk/log/report';
import { currentStatus } from '../desk/look/currentStatus';
import { makeReport } from '../desk/look/endOfDayReport';
import { showHistory } from '../desk/look/history';
import { refreshNow } from '../desk/look/refreshNow';
import { apply } from '../desk/run/runner';
import { nextSteps as planned } from '../desk/schedule/nextSteps';
import { takeUp } from '../desk/schedule/takeUp';
import { runDay } from '../desk/schedule/wholeDay';
import { drawCharts } from '../google/charts';
import { startTicking } from '../google/triggers';
import { readHistory } from '../google/warehouse/history';
import { print } from '../language/print';
import type { CancelWish } from '../stages/cancelScope';
import {
  adjustmentCycle,
  closingNav,
  finalAllocation,
  initialOrders,
  iterations,
  primaryUnits,
  type StageRequest,
  stageFrom,
} from '../stages/stages';
import { printedRefresh } from '../ui/doors/blotter';
import { cancelGiven, correctionGiven } from '../ui/doors/given';
import { optionalText, stampGiven } from '../ui/doors/givenValues';
import { changing, printing, running } from './answer';

/** Morning: opens the trade date, freezes the intents, instructs the brokers. */
export const runInitialOrders = running((services) => apply(services, initialOrders()));

/** Midday. @param family one that the tab etfs names, or `all` */
export const runPrimaryCalculation = running((services, family?: string | null) =>
  apply(services, primaryUnits(optionalText('family', family) ?? 'all', null)),
);

/** Afternoon: one iteration of the cycle. @param maxIterations of the day; left out = as the settings say */
export const runAdjustmentCycle = running((services, maxIterations?: number | string | null) =>
  apply(services, adjustmentCycle(iterations(maxIterations))),
);

/**
 * At any moment of the open day: stops what is worked. What was executed stays with its funds; what was stopped stays so.
 * @param wish `{ asset?, cnpj?, broker?, side?, reason }`; a part that is left out means all of them
 */
export const cancelOrders = running((services, wish: CancelWish = {}) =>
  apply(services, stageFrom({ ...cancelGiven(wish), stage: 'cancel' })),
);

/** After the close: allocates every executed share. */
export const completeAdjustmentWorkflow = running((services) => apply(services, finalAllocation()));

/**
 * A day that is over: a bust, correction or late fill of it makes the next version of its allocation. The open day stays as it is.
 * @param wish `{ date, reason, rows? }`; rows are pasted text or records by column of the tab executions, and left out they are
 * what the post-trade system, the inboxes and the tab tell of that day
 */
export const correctDay = running((services, wish: Pick<StageRequest, 'date' | 'reason' | 'rows'> = {}) =>
  apply(services, stageFrom({ ...correctionGiven(wish), stage: 'correct' })),
);

/** In the evening: puts the official NAV that has been published since the allocation into the history. */
export const saveOfficialNav = running((services) => apply(services, closingNav()));

/**
 * The end-of-day report as things are known now, official NAV included: its files are made again, and no mail goes out.
 * @returns the run, and the report as an HTML document; null where there is none
 */
export const endOfDayReport = changing((services, language) => {
  const { run, html } = makeReport(services);
  return { run: printedReport(run, language()), html };
});

/** How the day stands; changes nothing but the status tab. */
export const checkAdjustmentStatus = printing((services, language) =>
  printedStatus(currentStatus(services, drawCharts), language()),
);

/** What past days add up to, into the tab `history`. @param from @param to dates, both included; blank = the last 30 days */
export const history = printing(
  (services, language, from: string | null = null, to: string | null = null) => {
    const [first, last] = [optionalText('from', from), optionalText('to', to)];
    const shown = showHistory(services, readHistory, drawCharts, first, last);
    return { ...shown, headline: print(shown.headline, language()) };
  },
);

export interface PrintedDay {
  readonly runs: readonly PrintedReport[];
  readonly nextDue: string | null;
}

/**
 * Runs what is due now and starts the schedule for the rest of the day, or runs one step.
 * @param step `all`, `initial`, `primary` or `adjustments` (one iteration; after the close the final allocation)
 */
export const executeDailyTradingWorkflow = changing(
  (
    services,
    language,
    step?: string | null,
    maxAdjustmentIterations?: number | string | null,
  ): PrintedDay => {
    const wish = { step: optionalText('step', step) ?? 'all', maximum: iterations(maxAdjustmentIterations) };
    const { runs, nextDue } = runDay(services, wish, () => void startTicking(services));
    const printed = language();
    return { runs: runs.map((report) => printedReport(report, printed)), nextDue };
  },
);

/**
 * Finishes what was left half-way and takes steps that were begun as due again. Only for whoever knows that nobody else is at work.
 * @returns runs that are finished, steps that were cut off, what keeps a run half-way, and runs of an earlier day that were ended
 */
export const takeUpDay = printing((services, language) => {
  const { runIds, steps, problems, ended } = takeUp(services);
  const printed = (found: typeof problems) => printedProblems(found, language());
  return { runIds, steps, problems: printed(problems), ended: printed(ended) };
});

/** What the schedule does next: plain data. @param at the São Paulo moment that is asked about; left out = now */
export const nextSteps = printing((services, language, at?: string | null) => {
  const plan = planned(services, stampGiven('at', at) ?? services.now());
  return { ...plan, closed: plan.closed === null ? null : print(plan.closed, language()) };
});

/** Fetches fills and iNAVs and rewrites what shows them; decides nothing and sends nothing. */
export const refreshExecutions = changing((services, language) =>
  printedRefresh(refreshNow(services), language()),
);
