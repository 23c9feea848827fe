// What each item of the menu does: asks, shows and says, in the desk's language. What the platform does is handed in.

import * as sharing from '../desk/brokers/sharing';
import {
  printedPlan,
  printedSharing,
  type SharingPlan,
  type SharingReport,
} from '../desk/brokers/sharingReport';
import type { HistoryShown } from '../desk/look/history';
import type { StageRequest } from '../desk/request';
import { reasonOf } from '../desk/run/apply';
import { abandonPending, acceptChangedState, releaseMails, settleDoubtfulMails } from '../desk/run/repair';
import { type PrintedStatus, printedLine } from '../desk/run/report';
import type { Services } from '../desk/services';
import type { Language } from '../language/language';
import type { Message } from '../language/message';
import { print } from '../language/print';
import { sayLines } from '../messages/said/said';
import { history as historyTab, status as statusTab } from '../sheets/tabs';
import { type MenuWords, menuWords } from './menuWords';
import { scheduleTitle } from './scheduleText';
import { DESK_TITLE, IMPORT_TITLE, SET_UP_TITLE, stageTitle } from './titles';

/** What a page is told when it opens. */
interface PageRequest {
  readonly language: Language;
  readonly request: object;
}

/** What the spreadsheet shows. */
export interface Screen {
  say(title: string, text: string): void;
  /** Whether the trader says yes. */
  confirm(title: string, text: string): boolean;
  /** null when the question was closed. */
  ask(title: string, question: string): string | null;
  /** Brings a tab to the front. */
  showTab(tab: string): void;
  showDialog(page: string, title: string, asked: PageRequest): void;
  showSidebar(page: string, title: string, asked: PageRequest): void;
}

/** The desk as the menu needs it; nothing is made before an item is clicked. */
export interface MenuDesk {
  language(): Language;
  services(): Services;
  status(): PrintedStatus;
  history(from: string, to: string): HistoryShown;
  /** @returns what it does next, in the desk's language */
  startSchedule(): string;
  stopSchedule(): string;
}

/** One click: its language is looked up once. */
interface Click {
  readonly language: Language;
  readonly words: MenuWords;
  spoken(text: string): string;
  /** What goes wrong is said, not thrown: an exception would speak English in a red bar. */
  tell(title: string, work: () => string): void;
  openDialog(page: string, title: string, request?: object): void;
}

function clickOn(screen: Screen, language: Language): Click {
  const spoken = (text: string): string => sayLines(text, language);
  return {
    language,
    words: menuWords(language),
    spoken,
    tell(title, work) {
      let text: string;
      try {
        text = work();
      } catch (error) {
        text = reasonOf(error);
      }
      screen.say(title, spoken(text));
    },
    openDialog: (page, title, request = {}) => screen.showDialog(page, title, { language, request }),
  };
}

export function menuItems(screen: Screen, desk: MenuDesk) {
  const item = (work: (click: Click) => void) => (): void => work(clickOn(screen, desk.language()));

  const preview = (request: StageRequest): void =>
    item(({ language, openDialog }) => openDialog('Preview', stageTitle(request, language), request))();

  /** Shows who gets to see what, and does it once the trader has said yes. */
  const confirmSharing = (
    { language, words, tell }: Click,
    title: string,
    plan: (services: Services) => SharingPlan,
    carryOut: (services: Services, hash: string) => SharingReport,
  ): void => {
    const { hash, lines, problems } = printedPlan(plan(desk.services()), language);
    const text = [...lines, ...problems.map((problem) => `! ${printedLine(problem)}`)].join('\n');
    if (hash === null || lines.length === 0) screen.say(title, text || words.nothingToDo);
    else if (screen.confirm(title, `${text}\n\n${words.shallThisBeDone}`)) {
      tell(title, () => {
        const report = printedSharing(carryOut(desk.services(), hash), language);
        return [report.headline, ...report.problems.map(printedLine)].join('\n');
      });
    }
  };

  const repair = (work: (services: Services) => Message) =>
    item(({ language, words, tell }) => tell(words.repair, () => print(work(desk.services()), language)));

  const repairWithReason = (
    which: 'abandon' | 'acceptState',
    work: (services: Services, reason: string) => Message,
  ) =>
    item(({ language, words, tell }) => {
      const reason = screen.ask(words[which].title, words[which].question);
      if (reason !== null) tell(words.repair, () => print(work(desk.services(), reason), language));
    });

  return {
    preview,
    openSidebar: item(({ language }) =>
      screen.showSidebar('Sidebar', DESK_TITLE[language], { language, request: {} }),
    ),
    importFiles: item(({ language, openDialog }) => openDialog('Import', IMPORT_TITLE[language])),
    /** The tabs are made and tried as soon as the dialog is open. */
    setUp: item(({ language, openDialog }) => openDialog('SetUp', SET_UP_TITLE[language])),

    status: item(({ words, tell }) =>
      tell(words.status, () => {
        const { state, missing, run } = desk.status();
        screen.showTab(statusTab.name);
        return (run.problems.length > 0 ? run.problems.map(printedLine) : [state, ...missing]).join('\n');
      }),
    ),
    history: item(({ language, words, tell }) => {
      const { title, first: askFirst, last: askLast } = words.history;
      const first = screen.ask(title, askFirst);
      if (first === null) return;
      const last = first.trim() === '' ? '' : screen.ask(title, askLast);
      if (last === null) return;
      tell(title, () => {
        const { headline } = desk.history(first, last);
        screen.showTab(historyTab.name);
        return print(headline, language);
      });
    }),
    amend: item(({ words }) => {
      const reason = screen.ask(words.amend.title, words.amend.question);
      if (reason !== null) preview({ stage: 'amend', reason });
    }),

    shareWithBrokers: item((click) =>
      confirmSharing(click, click.words.share.title, sharing.previewSharing, sharing.shareWithBrokers),
    ),
    stopSharing: item((click) => {
      const { title, question } = click.words.stopSharing;
      const answer = screen.ask(title, question);
      if (answer === null) return;
      const broker = answer.trim() === '' ? null : answer.trim();
      confirmSharing(
        click,
        title,
        (services) => sharing.previewStopSharing(services, broker),
        (services, hash) => sharing.stopSharing(services, broker, hash),
      );
    }),

    startSchedule: item(({ language, tell }) => tell(scheduleTitle(language), () => desk.startSchedule())),
    stopSchedule: item(({ language, tell }) => tell(scheduleTitle(language), () => desk.stopSchedule())),

    mailsWent: repair((services) => settleDoubtfulMails(services, true)),
    mailsDidNotGo: repair((services) => settleDoubtfulMails(services, false)),
    releaseMails: repair(releaseMails),
    abandon: repairWithReason('abandon', abandonPending),
    acceptState: repairWithReason('acceptState', acceptChangedState),
  };
}
