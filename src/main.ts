// What the spreadsheet can call: menu items, triggers, dialogs and the functions that the desk knows by name.
import { drawCharts } from './google/charts';
import { ask, confirm, createMenu, say, selectCell, showDialog, showSidebar } from './google/dialogs';
import { saveSecret as storeSecret } from './google/secret';
import { createServices } from './google/services';
import { setUpBook } from './google/setUpBook';
import { setUpDesk as setUpWhole } from './google/setUpDesk';
import { startTicking, stopTicking } from './google/triggers';
import { readHistory } from './google/warehouse/history';
import { setUpWarehouse } from './google/warehouse/setUp';
import * as sharing from './stages/brokers/sharing';
import { currentStatus } from './stages/currentStatus';
import { showHistory } from './stages/desk/history';
import { importBook } from './stages/desk/importBook';
import { migrate } from './stages/desk/migrate';
import { deskOverview as overview } from './stages/desk/overview';
import type { SetUpReport, SetUpWish } from './stages/desk/setUpReport';
import { readSettingsTab } from './stages/inputs';
import { iterations, primaryScope, type StageRequest, stageFrom } from './stages/request';
import { reasonOf } from './stages/run/apply';
import { note } from './stages/run/note';
import { readProgress } from './stages/run/progress';
import { abandonPending, acceptChangedState, releaseMails, settleDoubtfulMails } from './stages/run/repair';
import { apply, preview, type RunReport } from './stages/run/runner';
import { nextSteps as planned } from './stages/schedule/nextSteps';
import { wake } from './stages/schedule/scheduleMarks';
import { tick as runTick } from './stages/schedule/tick';
import { runDue, type WholeDay } from './stages/schedule/wholeDay';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits } from './stages/stages';
import { buildMenu, TRADING_MENU } from './ui/menu';
import { scheduleText, scheduleTitle } from './ui/scheduleText';
import { DESK_TITLE, IMPORT_TITLE, SET_UP_TITLE, stageTitle } from './ui/titles';

/** Builds the menu; must not ask for any authorisation. */
export function onOpen(): void {
  buildMenu(createMenu, 'Trading', TRADING_MENU).addToUi();
}

// --- the day, each at once -------------------------------------------------------------------------------------

/** Morning: opens the trade date, freezes the intents, instructs the brokers. */
export const runInitialOrders = (): RunReport => apply(createServices(), initialOrders());

/** Midday. @param family `nasdaq`, `thematics` or `all` */
export const runPrimaryCalculation = (family = 'all'): RunReport =>
  apply(createServices(), primaryUnits(primaryScope(family), null));

/** Afternoon: one iteration of the cycle. @param maxIterations of the day; left out = as the settings say */
export const runAdjustmentCycle = (maxIterations?: number): RunReport =>
  apply(createServices(), adjustmentCycle(iterations(maxIterations)));

/** After the close: allocates every executed share. */
export const completeAdjustmentWorkflow = (): RunReport => apply(createServices(), finalAllocation());

/** How the day stands; changes nothing but the status tab. */
export const checkAdjustmentStatus = () => currentStatus(createServices(), drawCharts);

/** What past days add up to, into the tab `history`. @param from @param to dates, both included; blank = the last 30 days */
export const history = (from: string | null = null, to: string | null = null) =>
  showHistory(createServices(), readHistory, drawCharts, from, to);

/**
 * Runs what is due now and starts the schedule for the rest of the day, or runs one step.
 * @param step `all`, `initial`, `primary` or `adjustments` (one iteration; after the close the final allocation)
 */
export function executeDailyTradingWorkflow(step = 'all', maxAdjustmentIterations?: number): WholeDay {
  const services = createServices();
  const maximum = iterations(maxAdjustmentIterations);
  switch (step) {
    case 'all': {
      const day = runDue(services, maximum);
      if (day.nextDue !== null) startTicking();
      return day;
    }
    case 'initial':
      return { runs: [apply(services, initialOrders())], nextDue: null };
    case 'primary':
      return { runs: [apply(services, primaryUnits('all', null))], nextDue: null };
    case 'adjustments': {
      const iteration = apply(services, adjustmentCycle(maximum));
      const final = iteration.status === 'unchanged' ? [apply(services, finalAllocation())] : [];
      // Before the close the final allocation refuses; then the iteration is all there is to say.
      return { runs: [iteration, ...final.filter(({ status }) => status !== 'refused')], nextDue: null };
    }
    default:
      throw new Error(`"${step}" is not a step; use all, initial, primary or adjustments`);
  }
}

// --- the schedule ----------------------------------------------------------------------------------------------

/** Called by the trigger every five minutes. */
export const tick = (): readonly string[] => runTick(createServices());

/** What the schedule does next, for the sidebar. */
export const nextSteps = () => planned(createServices());

/** @returns what it does next, in words */
export function startSchedule(): string {
  startTicking();
  return scheduleChanged(true);
}

export function stopSchedule(): string {
  stopTicking();
  return scheduleChanged(false);
}

function scheduleChanged(isRunning: boolean): string {
  const services = createServices();
  wake(services.journal, services.now());
  note(services, {
    what: 'schedule',
    headline: isRunning ? 'the schedule was started' : 'the schedule was stopped',
  });
  return scheduleText(planned(services), isRunning, deskLanguage());
}

// --- the brokers' own spreadsheets -----------------------------------------------------------------------------

/** Who would get to see what; changes nothing. */
export const previewSharing = () => sharing.previewSharing(createServices());

/** Makes who sees what equal to the tab brokers. @param hash of the preview; left out = whatever it would say */
export const shareWithBrokers = (hash: string | null = null) =>
  sharing.shareWithBrokers(createServices(), hash);

/** @param broker left out = all of them */
export const previewStopSharing = (broker: string | null = null) =>
  sharing.previewStopSharing(createServices(), broker);
export const stopSharing = (broker: string | null = null, hash: string | null = null) =>
  sharing.stopSharing(createServices(), broker, hash);

// --- for the dialogs -------------------------------------------------------------------------------------------

/** What a stage would do. */
export const previewStage = (request: StageRequest) => preview(createServices(), stageFrom(request));

/** Applies what was shown; another outcome than the one shown is not applied. */
export const applyStage = (request: StageRequest, hash: string): RunReport =>
  apply(createServices(), stageFrom(request), hash);

/** Puts the desk's own files into their tabs; either may be left out. */
export const importFiles = (fundsJson: string | null, tradesCsv: string | null) =>
  importBook(createServices(), fundsJson, tradesCsv);

/** The day as the tabs stand, for the sidebar: fetches nothing, so it may be asked often. */
export const deskOverview = () => overview(createServices());

/** What the run under way is doing; null when none is. */
export function deskProgress(): string | null {
  const services = createServices();
  return readProgress(services.journal, services.now());
}

/** Selects the cell that an error names. */
export const jumpTo = (tab: string, cell: string): void => selectCell(tab, cell);

/** Opens the preview of a stage, or the import, from the sidebar. */
export const openStage = (request: StageRequest): void => previewDialog(request);
export const openImport = (): void => menuImport();

/** Keeps the post-trade token under the name in TRADING_API_SECRET, for the person who runs this; never in a cell. */
export function saveSecret(token: string): void {
  const { tradingApiSecret } = readSettingsTab((tab) => createServices().book.read(tab)).settings;
  if (tradingApiSecret === null)
    throw new Error('settings: TRADING_API_SECRET is blank; write the name of the secret first');
  storeSecret(tradingApiSecret, token);
}

/** Makes tabs and, where a project is set, the warehouse. May run at any time. */
export function setUp(): { readonly tabs: readonly string[]; readonly warehouse: boolean } {
  migrate(createServices());
  const tabs = setUpBook();
  const { settings } = readSettingsTab((tab) => createServices().book.read(tab));
  return { tabs, warehouse: setUpWarehouse(settings) };
}

/** The same, with what the trader asked for, and a report on every connection. */
export const setUpDesk = (wish: SetUpWish): SetUpReport => setUpWhole(createServices, wish);

// --- menu items ------------------------------------------------------------------------------------------------

/** The pages speak the desk's language. */
const deskLanguage = () => readSettingsTab((tab) => createServices().book.read(tab)).settings.deskLanguage;

function previewDialog(request: StageRequest): void {
  const language = deskLanguage();
  showDialog('Preview', stageTitle(request, language), { language, request });
}

export const menuInitialOrders = (): void => previewDialog({ stage: 'initial' });
export const menuPrimaryNasdaq = (): void => previewDialog({ stage: 'primary', scope: 'nasdaq' });
export const menuPrimaryThematics = (): void => previewDialog({ stage: 'primary', scope: 'thematics' });
export const menuPrimaryAll = (): void => previewDialog({ stage: 'primary', scope: 'all' });
export const menuAdjustmentCycle = (): void => previewDialog({ stage: 'adjustments' });
export const menuFinalAllocation = (): void => previewDialog({ stage: 'final' });

export function menuImport(): void {
  const language = deskLanguage();
  showDialog('Import', IMPORT_TITLE[language], { language, request: {} });
}

/** The desk at a glance, beside the sheet. */
export function openSidebar(): void {
  const language = deskLanguage();
  showSidebar('Sidebar', DESK_TITLE[language], { language, request: {} });
}

export function menuStatus(): void {
  const { state, missing, run } = currentStatus(createServices(), drawCharts);
  say('Status', run.problems.length > 0 ? run.problems.join('\n') : [state, ...missing].join('\n'));
}

export function menuAmend(): void {
  const reason = ask('Amend', 'Change daily-trades first. Why does the order change?');
  if (reason !== null) previewDialog({ stage: 'amend', reason });
}

/** Shows who gets to see what, and does it once the trader has said yes. */
function confirmSharing(
  title: string,
  plan: sharing.SharingPlan,
  carryOut: (hash: string) => sharing.SharingReport,
): void {
  const { hash, lines, problems } = plan;
  const text = [...lines, ...problems.map((problem) => `! ${problem}`)].join('\n');
  if (hash === null || lines.length === 0) say(title, text || 'There is nothing to do.');
  else if (confirm(title, `${text}\n\nShall this be done?`)) {
    const done = carryOut(hash);
    say(title, [done.headline, ...done.problems].join('\n'));
  }
}

export const menuShareWithBrokers = (): void =>
  confirmSharing('Share with brokers', previewSharing(), shareWithBrokers);

export function menuStopSharing(): void {
  const title = 'Stop sharing';
  const answer = ask(title, 'With which broker? Leave it blank to stop with all.');
  if (answer === null) return;
  const broker = answer.trim() === '' ? null : answer.trim();
  confirmSharing(title, previewStopSharing(broker), (hash) => stopSharing(broker, hash));
}

/** Asks for the period; what is wrong with it is said, not thrown. */
export function menuHistory(): void {
  const title = 'History';
  const first = ask(title, 'First day, such as 2025-01-31? Leave it blank for the last 30 days.');
  if (first === null) return;
  const last = first.trim() === '' ? '' : ask(title, 'Last day? Leave it blank for today.');
  if (last === null) return;
  try {
    say(title, history(first, last).headline);
  } catch (error) {
    say(title, reasonOf(error));
  }
}

/** The tabs are made and tried as soon as the dialog is open. */
export function menuSetUp(): void {
  const language = deskLanguage();
  showDialog('SetUp', SET_UP_TITLE[language], { language, request: {} });
}

export const menuStartSchedule = (): void => say(scheduleTitle(deskLanguage()), startSchedule());
export const menuStopSchedule = (): void => say(scheduleTitle(deskLanguage()), stopSchedule());

export const menuMailsWent = (): void => say('Repair', settleDoubtfulMails(createServices(), true));
export const menuMailsDidNotGo = (): void => say('Repair', settleDoubtfulMails(createServices(), false));
export const menuReleaseMails = (): void => say('Repair', releaseMails(createServices()));

export function menuAbandon(): void {
  const reason = ask('Abandon the pending run', 'Why?');
  if (reason !== null) say('Repair', abandonPending(createServices(), reason));
}

export function menuAcceptState(): void {
  const reason = ask('Accept the changed state', 'Why is it right as it stands now?');
  if (reason !== null) say('Repair', acceptChangedState(createServices(), reason));
}
