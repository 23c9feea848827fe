// The whole day: runs what is due now, in order, and says what comes next. Used by a click, a trigger and the laptop.
import { printProblem } from '../domain/problem';
import { dateOf, type Stamp } from '../domain/stamp';
import { summaryMail } from '../messages/summary';
import { readInputs, readSettingsTab } from './inputs';
import { openBook } from './openBook';
import { apply, preview, type RunReport } from './runner';
import { type LastRuns, type Schedule, type StepName, scheduleOf } from './schedule';
import type { Services } from './services';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits, type Stage } from './stages';
import { readState } from './stateStore';

export interface WholeDay {
  readonly runs: readonly RunReport[];
  readonly nextDue: Stamp | null;
}

const RAN = 'ran:';
const AUTO_SEND_NAME: Readonly<Record<StepName, string>> = {
  initial: 'initial',
  'primary-nasdaq': 'primary',
  'primary-thematics': 'primary',
  adjustments: 'adjustments',
  final: 'final',
};

function stageOf(step: StepName, maxIterations: number | null): Stage {
  switch (step) {
    case 'initial':
      return initialOrders();
    case 'primary-nasdaq':
      return primaryUnits('nasdaq', null);
    case 'primary-thematics':
      return primaryUnits('thematics', null);
    case 'adjustments':
      return adjustmentCycle(maxIterations);
    case 'final':
      return finalAllocation();
  }
}

/** What is due and what comes next, as the book stands. Reads, decides nothing. */
export function readSchedule(
  services: Services,
  now: Stamp,
): Schedule & { readonly autoSend: readonly string[] } {
  const book = openBook(services.book);
  const { settings } = readSettingsTab(book.read);
  const { state } = readState(book, services.journal, services.digest);
  const { inputs } = readInputs(book.read, ['etfs', 'holidays'], {
    now,
    user: services.user(),
    settings,
    state,
  });
  return { ...scheduleOf(inputs, lastRuns(services, now)), autoSend: settings.autoSend };
}

/** Runs every step that is due; each at once, as a named function does. */
export function runDue(services: Services, maxIterations: number | null): WholeDay {
  const now = services.now();
  const runs = readSchedule(services, now).due.map((step) => {
    const report = apply(services, stageOf(step, maxIterations));
    services.journal.set(RAN + step, now);
    return report;
  });
  return { runs, nextDue: readSchedule(services, now).next?.at ?? null };
}

/** One firing of the trigger: applies what may go unattended, prepares the rest and tells the traders. */
export function tick(services: Services): readonly string[] {
  const now = services.now();
  const { due, autoSend } = readSchedule(services, now);
  return due.map((step) => {
    const unattended = autoSend.includes(AUTO_SEND_NAME[step]);
    const said = unattended ? apply(services, stageOf(step, null)).headline : prepare(services, step, now);
    services.journal.set(RAN + step, now);
    return `${step}: ${said}`;
  });
}

/** Plans a step and mails its summary to the traders: they look, and click. */
function prepare(services: Services, step: StepName, now: Stamp): string {
  const shown = preview(services, stageOf(step, null));
  const { settings } = readSettingsTab((tab) => services.book.read(tab));
  if (settings.traderEmails.length > 0) {
    services.mailer.send(
      summaryMail({
        to: settings.traderEmails,
        language: settings.deskLanguage,
        deskName: settings.deskName,
        tradeDate: dateOf(now),
        headline: shown.summary.headline,
        facts: shown.summary.facts,
        problems: shown.problems.map(printProblem),
        warnings: shown.warnings.map(printProblem),
      }),
    );
  }
  return shown.summary.headline;
}

/** Only today's runs count. */
function lastRuns(services: Services, now: Stamp): LastRuns {
  const ran = services.journal.keys(RAN).flatMap((key) => {
    const at = services.journal.get(key);
    return at !== null && dateOf(at) === dateOf(now) ? [[key.slice(RAN.length), at] as const] : [];
  });
  return Object.fromEntries(ran);
}
