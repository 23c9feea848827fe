// What the spreadsheet can call: menu items, triggers, dialogs and the functions that the desk knows by name.

import * as sharing from './desk/brokers/sharing';
import { printedPlan, printedSharing } from './desk/brokers/sharingReport';
import { currentStatus } from './desk/look/currentStatus';
import { showHistory } from './desk/look/history';
import { type Overview, deskOverview as overview } from './desk/look/overview';
import { iterations, primaryScope, type StageRequest, stageFrom } from './desk/request';
import { alone } from './desk/run/alone';
import { note } from './desk/run/note';
import { readProgress } from './desk/run/progress';
import {
  type PrintedReport,
  type PrintedStatus,
  printedPreview,
  printedReport,
  printedStatus,
  type RunReport,
} from './desk/run/report';
import { apply, preview } from './desk/run/runner';
import { nextSteps as planned } from './desk/schedule/nextSteps';
import { runnerOf, wake } from './desk/schedule/scheduleMarks';
import { tick as runTick } from './desk/schedule/tick';
import { runDue } from './desk/schedule/wholeDay';
import type { Services } from './desk/services';
import { importBook } from './desk/setUp/importBook';
import { migrate } from './desk/setUp/migrate';
import type { SetUpReport, SetUpWish } from './desk/setUp/setUpReport';
import { drawCharts } from './google/charts';
import {
  ask,
  confirm,
  createMenu,
  say,
  selectCell,
  showDialog,
  showSidebar,
  showTab,
} from './google/dialogs';
import { saveSecret as storeSecret } from './google/secret';
import { createServices } from './google/services';
import { setUpBook } from './google/setUpBook';
import { setUpDesk as setUpWhole } from './google/setUpDesk';
import { isTicking, startTicking, stopTicking } from './google/triggers';
import { readHistory } from './google/warehouse/history';
import { setUpWarehouse } from './google/warehouse/setUp';
import type { Language } from './language/language';
import { type Message, msg } from './language/message';
import { print, SaidError } from './language/print';
import { DEFAULT_LANGUAGE } from './sheets/settings';
import { deskLanguage, readSettingsTab } from './stages/day/inputs';
import { adjustmentCycle, closingNav, finalAllocation, initialOrders, primaryUnits } from './stages/stages';
import { buildTradingMenu } from './ui/menu';
import { menuItems } from './ui/menuItems';
import { scheduleText } from './ui/scheduleText';

/** Builds the menu in the desk's language; must neither fail nor ask for any authorisation. */
export function onOpen(): void {
  buildTradingMenu(createMenu, languageForMenu()).addToUi();
}

/** A book that cannot be read gets its menu all the same: Set up stands in it. */
function languageForMenu(): Language {
  try {
    return deskLanguage(createServices());
  } catch {
    return DEFAULT_LANGUAGE;
  }
}

/** What a caller reads: plain data in the desk's language. */
function printed<T>(work: (services: Services, language: Language) => T): T {
  const services = createServices();
  return work(services, deskLanguage(services));
}

/** A run as its caller reads it: plain data in the desk's language. */
function ran(run: (services: Services) => RunReport): PrintedReport {
  const services = createServices();
  return printedReport(run(services), deskLanguage(services));
}

// --- the day, each at once -------------------------------------------------------------------------------------

/** Morning: opens the trade date, freezes the intents, instructs the brokers. */
export const runInitialOrders = (): PrintedReport => ran((services) => apply(services, initialOrders()));

/** Midday. @param family `nasdaq`, `thematics` or `all` */
export const runPrimaryCalculation = (family = 'all'): PrintedReport =>
  ran((services) => apply(services, primaryUnits(primaryScope(family), null)));

/** Afternoon: one iteration of the cycle. @param maxIterations of the day; left out = as the settings say */
export const runAdjustmentCycle = (maxIterations?: number): PrintedReport =>
  ran((services) => apply(services, adjustmentCycle(iterations(maxIterations))));

/** After the close: allocates every executed share. */
export const completeAdjustmentWorkflow = (): PrintedReport =>
  ran((services) => apply(services, finalAllocation()));

/** In the evening: puts the official NAV that has been published since the allocation into the history. */
export const saveOfficialNav = (): PrintedReport => ran((services) => apply(services, closingNav()));

/** How the day stands; changes nothing but the status tab. */
export function checkAdjustmentStatus(): PrintedStatus {
  const services = createServices();
  return printedStatus(currentStatus(services, drawCharts), deskLanguage(services));
}

/** What past days add up to, into the tab `history`. @param from @param to dates, both included; blank = the last 30 days */
export const history = (from: string | null = null, to: string | null = null) =>
  showHistory(createServices(), readHistory, drawCharts, from, to);

export interface PrintedDay {
  readonly runs: readonly PrintedReport[];
  readonly nextDue: string | null;
}

/**
 * Runs what is due now and starts the schedule for the rest of the day, or runs one step.
 * @param step `all`, `initial`, `primary` or `adjustments` (one iteration; after the close the final allocation)
 */
export function executeDailyTradingWorkflow(step = 'all', maxAdjustmentIterations?: number): PrintedDay {
  const services = createServices();
  const inWords = (report: RunReport) => printedReport(report, deskLanguage(services));
  const maximum = iterations(maxAdjustmentIterations);
  switch (step) {
    case 'all': {
      const day = runDue(services, maximum);
      if (day.nextDue !== null) startTicking(services);
      return { ...day, runs: day.runs.map(inWords) };
    }
    case 'initial':
      return { runs: [inWords(apply(services, initialOrders()))], nextDue: null };
    case 'primary':
      return { runs: [inWords(apply(services, primaryUnits('all', null)))], nextDue: null };
    case 'adjustments': {
      const iteration = apply(services, adjustmentCycle(maximum));
      const final = iteration.status === 'unchanged' ? [apply(services, finalAllocation())] : [];
      // Before the close the final allocation refuses; then the iteration is all there is to say.
      const ended = final.filter(({ status }) => status !== 'refused');
      return { runs: [iteration, ...ended].map(inWords), nextDue: null };
    }
    default:
      throw new SaidError(
        msg('"{value}" is not a step; use all, initial, primary or adjustments', { value: step }),
      );
  }
}

// --- the schedule ----------------------------------------------------------------------------------------------

/** Called by the trigger every five minutes. */
export const tick = (): readonly string[] => runTick(createServices());

/** What the schedule does next, for the sidebar. */
export const nextSteps = () => planned(createServices());

/** @returns what it does next, in words */
export function startSchedule(): string {
  const services = createServices();
  alone(services, () => {
    startTicking(services);
    scheduleChanged(services, msg('the schedule was started'));
  });
  return scheduleSaid(services);
}

export function stopSchedule(): string {
  const services = createServices();
  alone(services, () => {
    stopTicking(services);
    scheduleChanged(services, msg('the schedule was stopped'));
  });
  return scheduleSaid(services);
}

function scheduleChanged(services: Services, headline: Message): void {
  wake(services.journal, services.now());
  note(services, { what: 'schedule', headline });
}

const scheduleSaid = (services: Services): string =>
  scheduleText(planned(services), runner(services), deskLanguage(services));

/** Who runs the schedule; null when it is off. */
const runner = ({ journal, user }: Services): string | null => runnerOf(journal, user(), isTicking());

// --- the brokers' own spreadsheets -----------------------------------------------------------------------------

/** Who would get to see what; changes nothing. */
export const previewSharing = () =>
  printed((services, language) => printedPlan(sharing.previewSharing(services), language));

/** Makes who sees what equal to the tab brokers. @param hash of the preview; left out = whatever it would say */
export const shareWithBrokers = (hash: string | null = null) =>
  printed((services, language) => printedSharing(sharing.shareWithBrokers(services, hash), language));

/** @param broker left out = all of them */
export const previewStopSharing = (broker: string | null = null) =>
  printed((services, language) => printedPlan(sharing.previewStopSharing(services, broker), language));
export const stopSharing = (broker: string | null = null, hash: string | null = null) =>
  printed((services, language) => printedSharing(sharing.stopSharing(services, broker, hash), language));

// --- for the dialogs -------------------------------------------------------------------------------------------

/** What a stage would do. */
export function previewStage(request: StageRequest) {
  const services = createServices();
  return printedPreview(preview(services, stageFrom(request)), deskLanguage(services));
}

/** Applies what was shown; another outcome than the one shown is not applied. */
export const applyStage = (request: StageRequest, hash: string): PrintedReport =>
  ran((services) => apply(services, stageFrom(request), hash));

/** Puts the desk's own files into their tabs; either may be left out. */
export const importFiles = (fundsJson: string | null, tradesCsv: string | null) =>
  importBook(createServices(), fundsJson, tradesCsv);

/** The day as the tabs stand, for the sidebar: fetches nothing, so it may be asked often. */
export function deskOverview(): Overview {
  const services = createServices();
  return overview(services, runner(services));
}

/** What the run under way is doing; null when none is. */
export function deskProgress(): string | null {
  const services = createServices();
  const said = readProgress(services.journal, services.now());
  return said === null ? null : print(said, deskLanguage(services));
}

/** Selects the cell that an error names. */
export const jumpTo = (tab: string, cell: string): void => selectCell(tab, cell);

/** Opens the preview of a stage, or the import, from the sidebar. */
export const openStage = (request: StageRequest): void => items.preview(request);
export const openImport = (): void => items.importFiles();

/** Keeps the post-trade token under the name in TRADING_API_SECRET, for the person who runs this; never in a cell. */
export function saveSecret(token: string): void {
  const { tradingApiSecret } = readSettingsTab((tab) => createServices().book.read(tab)).settings;
  if (tradingApiSecret === null)
    throw new SaidError(msg('settings: TRADING_API_SECRET is blank; write the name of the secret first'));
  storeSecret(tradingApiSecret, token);
}

/** Makes tabs and, where a project is set, the warehouse. May run at any time. */
export function setUp(): { readonly tabs: readonly string[]; readonly warehouse: boolean } {
  const tabs = alone(createServices(), () => {
    migrate(createServices());
    return setUpBook(deskLanguage(createServices()));
  });
  const { settings } = readSettingsTab((tab) => createServices().book.read(tab));
  return { tabs, warehouse: setUpWarehouse(settings) };
}

/** The same, with what the trader asked for, and a report on every connection. Another language is another menu. */
export function setUpDesk(wish: SetUpWish): SetUpReport {
  const report = setUpWhole(createServices, wish);
  if (wish.settings?.DESK_LANGUAGE !== undefined) onOpen();
  return report;
}

// --- menu items ------------------------------------------------------------------------------------------------

const items = menuItems(
  { say, confirm, ask, showTab, showDialog, showSidebar },
  {
    language: () => deskLanguage(createServices()),
    services: createServices,
    status: checkAdjustmentStatus,
    history,
    startSchedule,
    stopSchedule,
  },
);

export const openSidebar = (): void => items.openSidebar();
export const menuInitialOrders = (): void => items.preview({ stage: 'initial' });
export const menuPrimaryNasdaq = (): void => items.preview({ stage: 'primary', scope: 'nasdaq' });
export const menuPrimaryThematics = (): void => items.preview({ stage: 'primary', scope: 'thematics' });
export const menuPrimaryAll = (): void => items.preview({ stage: 'primary', scope: 'all' });
export const menuAdjustmentCycle = (): void => items.preview({ stage: 'adjustments' });
export const menuFinalAllocation = (): void => items.preview({ stage: 'final' });
export const menuStatus = (): void => items.status();
export const menuHistory = (): void => items.history();
export const menuAmend = (): void => items.amend();
export const menuImport = (): void => items.importFiles();
export const menuShareWithBrokers = (): void => items.shareWithBrokers();
export const menuStopSharing = (): void => items.stopSharing();
export const menuStartSchedule = (): void => items.startSchedule();
export const menuStopSchedule = (): void => items.stopSchedule();
export const menuMailsWent = (): void => items.mailsWent();
export const menuMailsDidNotGo = (): void => items.mailsDidNotGo();
export const menuReleaseMails = (): void => items.releaseMails();
export const menuAbandon = (): void => items.abandon();
export const menuAcceptState = (): void => items.acceptState();
export const menuSetUp = (): void => items.setUp();
