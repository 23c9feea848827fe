// A click on an item of the menu: what the spreadsheet can show, and the desk as the menu needs it.
import type { PrintedReport, PrintedStatus } from '../desk/log/report';
import type { Services } from '../desk/services';
import type { Language } from '../language/language';
import type { Message } from '../language/message';
import type { PrintedRefresh } from './doors/blotter';
import type { PageName, PrintedWords } from './words';

/** What a page is told when it opens. */
export interface PageRequest {
  readonly language: Language;
  readonly words: PrintedWords;
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
  showDocument(title: string, html: string): void;
  showDialog(page: string, title: string, asked: PageRequest): void;
  showSidebar(page: string, title: string, asked: PageRequest): void;
  /** As large as dialogs get; the sheet stays at hand beside it. */
  showWindow(page: string, title: string, asked: PageRequest): void;
}

/** What the History dialog begins with: ISO dates. */
export interface PeriodAsked {
  readonly today: string;
  /** First days of the usual periods until today. */
  readonly starts: { readonly month: string; readonly quarter: string; readonly year: string };
}

/** What every click asks first. */
export interface BookLook {
  readonly language: Language;
  /** Nobody has set it up: there is nothing yet that an item could work on. */
  readonly isEmpty: boolean;
}

/** The desk as the menu needs it; nothing is made before an item is clicked. What it says is in the desk's language. */
export interface MenuDesk {
  look(): BookLook;
  services(): Services;
  status(): PrintedStatus;
  refresh(): PrintedRefresh;
  report(): { readonly run: PrintedReport; readonly html: string | null };
  startSchedule(): string;
  stopSchedule(): string;
  keepFiles(): string;
}

/** One click: its language is looked up once. */
export interface Click {
  readonly language: Language;
  /** What goes wrong is said, not thrown: an exception would stand in a red bar. null = there is nothing to be said. */
  tell(title: Message, work: () => string | null): void;
  /** null when the question was closed. */
  ask(title: Message, question: Message): string | null;
  /** @param request what the page is told; what goes wrong while it is looked up is said, too */
  open(page: PageName, title: Message, request?: () => object): void;
}

export type Item = (work: (click: Click) => void) => () => void;
