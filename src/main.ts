// What the spreadsheet can call: menu items, triggers, dialogs and the functions that the desk knows by name. The doors of the
// house: what comes in is checked, and every sentence that goes out is printed in the desk's language.

import * as sharing from './desk/brokers/sharing';
import { printedPlan, printedSharing } from './desk/brokers/sharingReport';
import { currentStatus } from './desk/look/currentStatus';
import { deskBlotter as blotter } from './desk/look/deskBlotter';
import { makeReport } from './desk/look/endOfDayReport';
import { followLanguage } from './desk/look/followLanguage';
import { showHistory } from './desk/look/history';
import { deskOverview as overview } from './desk/look/overview';
import { pulse } from './desk/look/pulse';
import { bringBack, putAway as putAwayKeys, putAwayOn } from './desk/look/putAway';
import { refreshNow } from './desk/look/refreshNow';
import { followStatus } from './desk/look/statusChart';
import { type CancelWish, iterations, type StageRequest, stageFrom } from './desk/request';
import { acceptOdd as accept, type OddAccepted } from './desk/run/accept';
import { alone } from './desk/run/alone';
import { compareSettings as compare } from './desk/run/compareSettings';
import { note } from './desk/run/note';
import { overrideUnits as setUnits, type UnitsWanted } from './desk/run/overrideUnits';
import { printedTable } from './desk/run/printedTable';
import { readProgress } from './desk/run/progress';
import { mailsToSettle as openMails, settleMail as settleOne } from './desk/run/repair';
import { type PrintedReport, printedProblems, printedReport, printedStatus } from './desk/run/report';
import { apply, preview } from './desk/run/runner';
import { nextSteps as planned } from './desk/schedule/nextSteps';
import { wake } from './desk/schedule/scheduleMarks';
import { takeUp } from './desk/schedule/takeUp';
import { tick as runTick } from './desk/schedule/tick';
import { runDue } from './desk/schedule/wholeDay';
import type { Services } from './desk/services';
import { importBook, previewImport as showImport } from './desk/setUp/importBook';
import { migrate } from './desk/setUp/migrate';
import { BULK_CHARACTERS, type SelfTestWish } from './desk/setUp/selfTestReport';
import type { SetUpWish } from './desk/setUp/setUpReport';
import { isCopy, markSetUp } from './desk/setUp/standing';
import { undoImport as takeBack } from './desk/setUp/undoImport';
import { dateOf } from './domain/stamp';
import { drawCharts, relabelCharts } from './google/charts';
import {
  ask,
  confirm,
  createMenu,
  hint,
  say,
  selectCell,
  showDialog,
  showDocument,
  showSidebar,
  showTab,
  showWindow,
  standOn,
} from './google/dialogs';
import { takeOverFolder } from './google/drive';
import { saveSecret as storeSecret } from './google/secret';
import { selfTest as trySelf } from './google/selfTest/selfTest';
import { fire } from './google/selfTest/trigger';
import { createServices } from './google/services';
import { setUpBook } from './google/setUpBook';
import { setUpDesk as setUpWhole } from './google/setUpDesk';
import { retire, runner, startTicking, stopTicking } from './google/triggers';
import { readHistory } from './google/warehouse/history';
import { setUpWarehouse } from './google/warehouse/setUp';
import { type Message, msg } from './language/message';
import { print, printAll, SaidError } from './language/print';
import { chartsTab } from './sheets/tabs';
import { deskLanguage, readSettingsTab } from './stages/day/inputs';
import { adjustmentCycle, closingNav, finalAllocation, initialOrders, primaryUnits } from './stages/stages';
import { doors } from './ui/doors/answering';
import { printedBlotter, printedRefresh } from './ui/doors/blotter';
import {
  cancelGiven,
  correctionGiven,
  filesGiven,
  keysGiven,
  oddGiven,
  optionalText,
  requestGiven,
  selfTestGiven,
  setUpGiven,
  textGiven,
  unitsGiven,
} from './ui/doors/given';
import { printedImport, printedImportPreview, printedUndo } from './ui/doors/import';
import { printedOverview } from './ui/doors/overview';
import { shownPreview } from './ui/doors/preview';
import { scheduleText } from './ui/doors/schedule';
import { printedSelfTest } from './ui/doors/selfTest';
import { printedSetUp } from './ui/doors/setUp';
import { buildTradingMenu } from './ui/menu';
import { menuItems } from './ui/menuItems';
import { RESULT_TABS } from './ui/resultTabs';

const { bookLook, lookOrDefault, answering, printing, running } = doors(createServices, (services) =>
  followStatus(services, drawCharts),
);

/** Builds the menu in the desk's language; must neither fail nor ask for any authorisation. */
export function onOpen(): void {
  const look = lookOrDefault();
  buildTradingMenu(createMenu, look).addToUi();
  if (!look.isEmpty) followLanguage(createServices(), drawCharts, relabelCharts);
  if (look.isEmpty) hint(look.language);
}

/** As a person opens the book, where dialogs may be opened then: an empty one shows the dialog that begins. */
export const openFirst = answering((): void => items.first());

// --- the day, each at once -------------------------------------------------------------------------------------

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
export const endOfDayReport = printing((services, language) => {
  const { run, html } = makeReport(services);
  followStatus(services, drawCharts);
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

/** The same for the dialog that asks for the period: its reader stands on the charts then. */
export const showPeriod = answering(
  (from: string | null, to: string | null): { readonly headline: string } => {
    const { headline, rows } = history(from, to);
    if (rows > 0) standOn(chartsTab.name);
    return { headline };
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
export const executeDailyTradingWorkflow = printing(
  (
    services,
    language,
    step?: string | null,
    maxAdjustmentIterations?: number | string | null,
  ): PrintedDay => {
    const wanted = optionalText('step', step) ?? 'all';
    const { runs, nextDue } = runStep(services, wanted, iterations(maxAdjustmentIterations));
    followStatus(services, drawCharts);
    const printed = language();
    return { runs: runs.map((report) => printedReport(report, printed)), nextDue };
  },
);

function runStep(services: Services, step: string, maximum: number | null): ReturnType<typeof runDue> {
  // Whatever the step, the day keeps how many iterations were asked for.
  const kept = maximum === null ? {} : { maxIterations: maximum };
  switch (step) {
    case 'all': {
      const day = runDue(services, maximum);
      if (day.nextDue !== null) startTicking(services);
      return day;
    }
    case 'initial':
      return { runs: [apply(services, stageFrom({ stage: 'initial', ...kept }))], nextDue: null };
    case 'primary':
      return { runs: [apply(services, stageFrom({ stage: 'primary', ...kept }))], nextDue: null };
    case 'adjustments': {
      const iteration = apply(services, adjustmentCycle(maximum));
      const final = iteration.status === 'unchanged' ? [apply(services, finalAllocation())] : [];
      // Before the close the final allocation refuses; then the iteration is all there is to say.
      return { runs: [iteration, ...final.filter(({ status }) => status !== 'refused')], nextDue: null };
    }
    default:
      throw new SaidError(
        msg('"{value}" is not a step; use all, initial, primary or adjustments', { value: step }),
      );
  }
}

/**
 * Finishes what was left half-way and takes steps that were begun as due again. Only for whoever knows that nobody else is at work.
 * @returns runs that are finished, steps that were cut off, what keeps a run half-way, and runs of an earlier day that were ended
 */
export const takeUpDay = printing((services, language) => {
  const { runIds, steps, problems, ended } = takeUp(services);
  const printed = (found: typeof problems) => printedProblems(found, language());
  return { runIds, steps, problems: printed(problems), ended: printed(ended) };
});

// --- the schedule ----------------------------------------------------------------------------------------------

/** Called by the trigger every five minutes. @returns a sentence for each step that ran */
export const tick = printing((services, language): readonly string[] => {
  if (retire(services)) return [];
  const said = runTick(services);
  followStatus(services, drawCharts);
  // An idle tick reads one fact and no settings.
  return said.length === 0 ? [] : printAll(said, language());
});

/** What the schedule does next: plain data. */
export const nextSteps = printing((services, language) => {
  const plan = planned(services);
  return { ...plan, closed: plan.closed === null ? null : print(plan.closed, language()) };
});

/** Nothing is started beside the schedule of somebody else. @returns what it does next, in words, and as whom */
export const startSchedule = answering((): string =>
  turnSchedule((services) =>
    startTicking(services) === services.user() ? msg('the schedule was started') : null,
  ),
);
/** Whoever runs it. */
export const stopSchedule = answering((): string =>
  turnSchedule((services) => {
    stopTicking(services);
    return msg('the schedule was stopped');
  }),
);

/** @param turn says what it did; null = nothing */
function turnSchedule(turn: (services: Services) => Message | null): string {
  const services = createServices();
  const headline = alone(services, () => {
    const did = turn(services);
    wake(services.journal, services.now());
    if (did !== null) note(services, { what: 'schedule', headline: did });
    return did;
  });
  return scheduleText(planned(services), runner(services), deskLanguage(services), headline === null);
}

// --- files -----------------------------------------------------------------------------------------------------

/** Whoever runs this keeps the desk's files from now on, in their own Drive. @returns where they lie now */
export const keepFiles = printing((services, language): string => {
  const headline = alone(services, () =>
    note(services, { what: 'files', headline: takeOverFolder(services) }),
  );
  return print(headline, language());
});

// --- what is odd -----------------------------------------------------------------------------------------------

/** A person accepts something odd for the day: `{ code, subject, reason }`, as status and log name it. @returns what was accepted */
export const acceptOdd = printing((services, language, odd: OddAccepted): string =>
  print(accept(services, oddGiven(odd)), language()),
);

/**
 * A person sets the units of one fund for today, before they are requested: `{ asset, cnpj, side?, units, reason }`; units null =
 * the desk decides again. @returns what was set
 * @throws for what the fund cannot have: its cash, its holdings, its own cap
 */
export const overrideUnits = printing((services, language, wanted: UnitsWanted): string =>
  print(setUnits(services, unitsGiven(wanted)), language()),
);

// --- mails that somebody has to settle -------------------------------------------------------------------------

/** Mails that may have gone, and mails that certainly did not: `{ id, status, run, said }`, one each. */
export const mailsToSettle = printing((services, language) =>
  openMails(services).map((mail) => ({ ...mail, said: print(mail.said, language()) })),
);

/** @param answer `done`, `again`, or the address that one which did not go is sent to now. @returns what came of it */
export const settleMail = printing((services, language, id: string, answer: string): string =>
  print(settleOne(services, textGiven('id', id), textGiven('answer', answer)), language()),
);

// --- the brokers' own spreadsheets -----------------------------------------------------------------------------

/** Who would get to see what; changes nothing. */
export const previewSharing = printing((services, language) =>
  printedPlan(sharing.previewSharing(services), language()),
);

/** Makes who sees what equal to the tab brokers. @param hash of the preview; left out = whatever it would say */
export const shareWithBrokers = printing((services, language, hash: string | null = null) =>
  printedSharing(sharing.shareWithBrokers(services, optionalText('hash', hash)), language()),
);

/** @param broker left out = all of them */
export const previewStopSharing = printing((services, language, broker: string | null = null) =>
  printedPlan(sharing.previewStopSharing(services, optionalText('broker', broker)), language()),
);
export const stopSharing = printing(
  (services, language, broker: string | null = null, hash: string | null = null) =>
    printedSharing(
      sharing.stopSharing(services, optionalText('broker', broker), optionalText('hash', hash)),
      language(),
    ),
);

// --- for the dialogs -------------------------------------------------------------------------------------------

/** What a stage would do. */
export const previewStage = printing((services, language, request: StageRequest) =>
  shownPreview(
    preview(services, stageFrom(requestGiven(request))),
    language(),
    putAwayOn(services, dateOf(services.now())),
  ),
);

/** Midday planned with other settings, beside one another; changes nothing. */
export const compareSettings = printing((services, language, request: StageRequest) =>
  compare(services, requestGiven(request)).map((table) => printedTable(table, language())),
);

/** Applies what was shown; another outcome than the one shown is not applied. */
export const applyStage = running((services, request: StageRequest, hash: string) => {
  const stage = stageFrom(requestGiven(request));
  const report = apply(services, stage, textGiven('hash', hash));
  if (report.status === 'applied') standOn(RESULT_TABS[stage.name]);
  return report;
});

/**
 * Puts the desk's own files into their tabs; either may be left out.
 * @param hash of a preview: what would come out otherwise is not written; left out = at once, whatever comes out
 */
export const importFiles = printing(
  (
    services,
    language,
    fundsJson: string | null = null,
    tradesCsv: string | null = null,
    hash: string | null = null,
  ) =>
    printedImport(
      importBook(services, filesGiven(fundsJson, tradesCsv), optionalText('hash', hash)),
      language(),
    ),
);

/** What it would write, row by row; writes nothing. */
export const previewImport = printing(
  (services, language, fundsJson: string | null = null, tradesCsv: string | null = null) =>
    printedImportPreview(showImport(services, filesGiven(fundsJson, tradesCsv)), language()),
);

/** Gives the tabs the rows back that the last import of today replaced. */
export const undoImport = printing((services, language) => printedUndo(takeBack(services), language()));

/** The day as the tabs stand, for the sidebar: fetches nothing, so it may be asked often. */
export const deskOverview = printing((services) => {
  const day = overview(services, runner(services));
  return printedOverview(day, day.language);
});

/** The day on one screen: fetches nothing. */
export const deskBlotter = printing((services) => {
  const day = blotter(services);
  return printedBlotter(day, day.language);
});

/** Fetches fills and iNAVs and rewrites what shows them; decides nothing and sends nothing. */
export const refreshExecutions = printing((services, language) => {
  const refreshed = refreshNow(services);
  followStatus(services, drawCharts);
  return printedRefresh(refreshed, language());
});

/** What somebody has seen is not shown again today; no keys = everything comes back. */
export const putAway = answering((given?: readonly string[]): void => {
  const keys = keysGiven(given);
  const services = createServices();
  alone(services, () => {
    if (keys.length === 0) bringBack(services.journal);
    else putAwayKeys(services, dateOf(services.now()), keys);
  });
});

/** What the run under way is doing; null when none is. */
export const deskProgress = printing((services, language): string | null => {
  const said = readProgress(services.journal, services.now());
  return said === null ? null : print(said, language());
});

/** Whether anything has happened since somebody looked, and what the run under way is doing: one read of facts. */
export const deskPulse = printing(
  (services, language): { readonly mark: string; readonly progress: string | null } => {
    const { mark, progress } = pulse(services);
    return { mark, progress: progress === null ? null : print(progress, language()) };
  },
);

/** Selects the cell that an error names. */
export const jumpTo = answering((tab: string, cell: string): void =>
  selectCell(textGiven('tab', tab), textGiven('cell', cell)),
);

/** Opens the preview of a stage, or the import, from a page. */
export const openStage = answering((request: StageRequest): void => {
  const asked = requestGiven(request);
  stageFrom(asked);
  items.preview(asked);
});
export const openImport = answering((): void => items.importFiles());

/** Keeps the post-trade token under the name in TRADING_API_SECRET, for the person who runs this and the host in TRADING_API_URL; never in a cell. */
export const saveSecret = answering((token: string): void => {
  const { tradingApiSecret, tradingApiUrl } = readSettingsTab((tab) =>
    createServices().book.read(tab),
  ).settings;
  if (tradingApiSecret === null)
    throw new SaidError(msg('settings: TRADING_API_SECRET is blank; write the name of the secret first'));
  storeSecret(tradingApiSecret, textGiven('token', token), tradingApiUrl);
});

/** Makes tabs and, where a project is set, the warehouse. May run at any time. */
export const setUp = answering((): { readonly tabs: readonly string[]; readonly warehouse: boolean } => {
  const tabs = alone(createServices(), () => {
    migrate(createServices());
    const { made } = setUpBook(deskLanguage(createServices()));
    const services = createServices();
    markSetUp(services, readSettingsTab((tab) => services.book.read(tab)).settings);
    return made;
  });
  const services = createServices();
  const { settings } = readSettingsTab((tab) => services.book.read(tab));
  return { tabs, warehouse: !isCopy(settings, services) && setUpWarehouse(settings) };
});

/** The same, with what the trader asked for, and a report on every connection. Another language is another menu. */
export const setUpDesk = answering((wish: SetUpWish) => {
  const asked = setUpGiven(wish);
  const report = setUpWhole(createServices, asked);
  if (asked.settings?.DESK_LANGUAGE !== undefined || report.tabs.length > 0) onOpen();
  return printedSetUp(report, deskLanguage(createServices()));
});

// --- the self-test ---------------------------------------------------------------------------------------------

/** Tries on the real platform what no laptop can know, beside the day; sends mails only where they are asked for, to the user alone. */
export const selfTest = printing((services, language, wish: SelfTestWish = {}) =>
  printedSelfTest(trySelf(services, selfTestGiven(wish)), language()),
);

/** A large answer to a page. */
export const selfTestBulk = answering((): string => 'x'.repeat(BULK_CHARACTERS));

/** Called by the self-test's own trigger, once. */
export const selfTestTick = printing((services, language): string | null => {
  const said = fire(services);
  return said === null ? null : print(said, language());
});

// --- menu items ------------------------------------------------------------------------------------------------

const items = menuItems(
  { say, confirm, ask, showTab, showDialog, showDocument, showSidebar, showWindow },
  {
    look: bookLook,
    services: createServices,
    status: checkAdjustmentStatus,
    refresh: refreshExecutions,
    report: endOfDayReport,
    startSchedule,
    stopSchedule,
    keepFiles,
  },
);

export const openSidebar = answering((): void => items.openSidebar());
export const menuBlotter = answering((): void => items.blotter());
export const menuRefreshExecutions = answering((): void => items.refreshExecutions());
export const menuInitialOrders = answering((): void => items.preview({ stage: 'initial' }));
export const menuPrimaryUnits = answering((): void => items.primaryUnits());
export const menuAdjustmentCycle = answering((): void => items.preview({ stage: 'adjustments' }));
export const menuFinalAllocation = answering((): void => items.preview({ stage: 'final' }));
export const menuEndOfDayReport = answering((): void => items.endOfDayReport());
export const menuStatus = answering((): void => items.status());
export const menuHistory = answering((): void => items.history());
export const menuAmend = answering((): void => items.amend());
export const menuCancel = answering((): void => items.cancel());
export const menuCorrect = answering((): void => items.correct());
export const menuImport = answering((): void => items.importFiles());
export const menuUndoImport = answering((): void => items.undoImport());
export const menuShareWithBrokers = answering((): void => items.shareWithBrokers());
export const menuStopSharing = answering((): void => items.stopSharing());
export const menuStartSchedule = answering((): void => items.startSchedule());
export const menuStopSchedule = answering((): void => items.stopSchedule());
export const menuMailsInDoubt = answering((): void => items.mailsInDoubt());
export const menuRefusedMails = answering((): void => items.refusedMails());
export const menuReleaseMails = answering((): void => items.releaseMails());
export const menuAbandon = answering((): void => items.abandon());
export const menuAcceptOdd = answering((): void => items.acceptOdd());
export const menuAdoptCopy = answering((): void => items.adoptCopy());
export const menuAcceptState = answering((): void => items.acceptState());
export const menuKeepFiles = answering((): void => items.keepFiles());
export const menuSelfTest = answering((): void => items.selfTest());
export const menuSetUp = answering((): void => items.setUp());
