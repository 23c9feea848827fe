// What each item of the menu does: asks, shows and says, in the desk's language. What the platform does is handed in.

import * as sharing from '../desk/brokers/sharing';
import {
  printedPlan,
  printedSharing,
  type SharingPlan,
  type SharingReport,
} from '../desk/brokers/sharingReport';
import { printedLine } from '../desk/log/report';
import type { Services } from '../desk/services';
import { HOSTILE } from '../desk/setUp/selfTestReport';
import { previewUndo, type UndoReport, undoImport } from '../desk/setUp/undoImport';
import { addDays, dateOf, type IsoDate } from '../domain/stamp';
import type { Language } from '../language/language';
import { type Message, msg } from '../language/message';
import { print, saidBy } from '../language/print';
import { status as statusTab } from '../sheets/tabs';
import type { StageRequest } from '../stages/stages';
import type { Click, Item, MenuDesk, PeriodAsked, Screen } from './click';
import { refreshText } from './doors/blotter';
import { cancelChoices } from './doors/cancel';
import { correctChoices } from './doors/correct';
import { familyChoices } from './doors/families';
import { printedUndo } from './doors/import';
import type { PreviewAsked } from './doors/preview';
import { repairItems } from './repairItems';
import { BLOTTER_TITLE, DESK_TITLE, IMPORT_TITLE, SELF_TEST_TITLE, SET_UP_TITLE, stageTitle } from './titles';
import { pageWords } from './words';

function clickOn(screen: Screen, language: Language): Click {
  const text = (message: Message): string => print(message, language);
  const tell: Click['tell'] = (title, work) => {
    let said: string | null;
    try {
      said = work();
    } catch (error) {
      said = text(saidBy(error));
    }
    if (said !== null) screen.say(text(title), said);
  };
  return {
    language,
    tell,
    ask: (title, question) => screen.ask(text(title), text(question)),
    open: (page, title, request = () => ({})) =>
      tell(title, () => {
        const asked = { language, words: pageWords(page, language), request: request() };
        if (page === 'Sidebar') screen.showSidebar(page, text(title), asked);
        else if (page === 'Blotter') screen.showWindow(page, text(title), asked);
        else screen.showDialog(page, text(title), asked);
        return null;
      }),
  };
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of methods that are looked up by name
export function menuItems(screen: Screen, desk: MenuDesk) {
  const openSetUp = ({ open }: Click, begins: boolean): void =>
    open('SetUp', SET_UP_TITLE, () => ({ begins }));
  /** In an empty book every item leads to the dialog that begins: whatever else it would do could only fail. */
  const item: Item = (work) => () => {
    const { language, isEmpty } = desk.look();
    const click = clickOn(screen, language);
    if (isEmpty) openSetUp(click, true);
    else work(click);
  };

  const openPreview = (
    { language, open }: Click,
    request: StageRequest,
    families: () => PreviewAsked['families'] = () => [],
  ): void => {
    const title = stageTitle(request);
    open('Preview', title, (): PreviewAsked => {
      // What to cancel is asked in the dialog, unless the request says why already.
      const cancel = request.stage === 'cancel' && !request.reason ? cancelChoices(desk.services()) : null;
      // So is which day is corrected.
      const correct = request.stage === 'correct' && !request.reason ? correctChoices(desk.services()) : null;
      return { title: print(title, language), request, families: families(), cancel, correct };
    });
  };

  // Its reason is asked before anything is shown.
  const amend = (click: Click): void => {
    const reason = click.ask(
      msg('Amend an order'),
      msg('Change daily-trades first. Why does the order change?'),
    );
    if (reason !== null) openPreview(click, { stage: 'amend', reason });
  };

  return {
    ...sharingItems(screen, desk, item),
    ...repairItems(screen, desk, item),
    preview: (request: StageRequest): void =>
      item((click) =>
        request.stage === 'amend' && !request.reason ? amend(click) : openPreview(click, request),
      )(),
    primaryUnits: item((click) =>
      openPreview(click, { stage: 'primary' }, () => familyChoices(desk.services())),
    ),
    blotter: item(({ open }) => open('Blotter', BLOTTER_TITLE)),
    refreshExecutions: item(({ tell }) => tell(msg('Refresh executions'), () => refreshText(desk.refresh()))),
    openSidebar: item(({ open }) => open('Sidebar', DESK_TITLE)),
    importFiles: item(({ open }) => open('Import', IMPORT_TITLE)),
    undoImport: item((click) => undoLastImport(click, screen, desk.services())),
    /** In a book that is set up, the tabs are made and tried as soon as the dialog is open. */
    setUp: item((click) => openSetUp(click, false)),
    /** As a person opens the book: an empty one shows where to begin, and in any other nothing happens. */
    first(): void {
      const { language, isEmpty } = desk.look();
      if (isEmpty) openSetUp(clickOn(screen, language), true);
    },
    /** What it is handed is what a page must not take for markup. */
    selfTest: item(({ open }) => open('SelfTest', SELF_TEST_TITLE, () => ({ hostile: HOSTILE }))),

    status: item(({ tell }) =>
      tell(msg('Status'), () => {
        const { waits, run } = desk.status();
        screen.showTab(statusTab.name);
        // COMPLETE alone says nothing of what is off target: the line of the log does.
        return (
          run.problems.length > 0
            ? // What is known beside it, such as a run that was ended overnight, stands nowhere else then.
              [...run.problems, ...run.warnings].map(printedLine)
            : [run.headline, ...waits.map((wait) => `• ${wait}`)]
        ).join('\n');
      }),
    ),
    endOfDayReport: item((click) => showReport(click, screen, desk)),
    history: item(({ open }) =>
      open('History', msg('History'), () => periodAsked(dateOf(desk.services().now()))),
    ),
    amend: item(amend),
    cancel: item((click) => openPreview(click, { stage: 'cancel' })),
    correct: item((click) => openPreview(click, { stage: 'correct' })),

    startSchedule: item(({ tell }) => tell(msg('Schedule'), () => desk.startSchedule())),
    stopSchedule: item(({ tell }) => tell(msg('Schedule'), () => desk.stopSchedule())),
  };
}

const periodAsked = (today: IsoDate): PeriodAsked => ({
  today,
  starts: { month: addDays(today, -29), quarter: addDays(today, -89), year: addDays(today, -364) },
});

/** Shows it where there is one, and says what stands in the way where there is none. */
function showReport({ language, tell }: Click, screen: Screen, desk: MenuDesk): void {
  const title = msg('End-of-day report');
  let said: () => string;
  try {
    const { run, html } = desk.report();
    if (html !== null) {
      screen.showDocument(print(title, language), html);
      return;
    }
    said = () =>
      [run.headline, ...run.problems.map(printedLine), ...run.warnings.map(printedLine)].join('\n');
  } catch (cause) {
    said = () => print(saidBy(cause), language);
  }
  tell(title, said);
}

/** Says what would be taken back, and does it once the trader has said yes. */
function undoLastImport({ language, tell }: Click, screen: Screen, services: Services): void {
  const title = msg('Undo import');
  const said = (report: UndoReport): string => {
    const { headline, problems } = printedUndo(report, language);
    return headline ?? problems.map(printedLine).join('\n');
  };
  tell(title, () => {
    const plan = previewUndo(services);
    if (plan.headline === null) return said(plan);
    const question = `${said(plan)}\n\n${print(msg('Shall this be done?'), language)}`;
    return screen.confirm(print(title, language), question) ? said(undoImport(services, plan.id)) : null;
  });
}

function sharingItems(screen: Screen, desk: MenuDesk, item: Item) {
  /** Shows who gets to see what, and does it once the trader has said yes. */
  const confirmSharing = (
    { language, tell }: Click,
    title: Message,
    plan: (services: Services) => SharingPlan,
    carryOut: (services: Services, hash: string) => SharingReport,
  ): void =>
    tell(title, () => {
      const { hash, lines, problems } = printedPlan(plan(desk.services()), language);
      const text = [...lines, ...problems.map((problem) => `! ${printedLine(problem)}`)].join('\n');
      if (hash === null || lines.length === 0) return text || print(msg('There is nothing to do.'), language);
      const question = `${text}\n\n${print(msg('Shall this be done?'), language)}`;
      if (!screen.confirm(print(title, language), question)) return null;
      const done = printedSharing(carryOut(desk.services(), hash), language);
      return [done.headline, ...done.problems.map(printedLine)].join('\n');
    });

  return {
    shareWithBrokers: item((click) =>
      confirmSharing(click, msg('Share with brokers'), sharing.previewSharing, sharing.shareWithBrokers),
    ),
    stopSharing: item((click) => {
      const title = msg('Stop sharing');
      const answer = click.ask(title, msg('With which broker? Leave it blank to stop with all.'));
      if (answer === null) return;
      const broker = answer.trim() === '' ? null : answer.trim();
      confirmSharing(
        click,
        title,
        (services) => sharing.previewStopSharing(services, broker),
        (services, hash) => sharing.stopSharing(services, broker, hash),
      );
    }),
  };
}
