// Shows pages and asks questions in the spreadsheet.

import { unbroken } from '../language/figures';
import type { Language } from '../language/language';
import { msg } from '../language/message';
import { print, SaidError } from '../language/print';

export const createMenu = (label: string): GoogleAppsScript.Base.Menu =>
  SpreadsheetApp.getUi().createMenu(label);

/** What a page is told when it opens; the template escapes it. */
interface PageRequest {
  readonly language: string;
  /** The page's words, in that language. */
  readonly words: object;
  readonly request: object;
}

function openPage(page: string, { language, words, request }: PageRequest): GoogleAppsScript.HTML.HtmlOutput {
  const template = HtmlService.createTemplateFromFile(page);
  template.language = language;
  template.words = JSON.stringify(words);
  template.request = JSON.stringify(request);
  return template.evaluate();
}

/** In pixels: tables of a dozen columns need room, and the whole has to stand on 1024. */
const WIDTHS: Readonly<Record<string, number>> = { Preview: 980 };

/** Opens a page of the bundle as a dialog; `request` is what it asks the script for. */
export function showDialog(page: string, title: string, asked: PageRequest): void {
  SpreadsheetApp.getUi().showModalDialog(
    openPage(page, asked)
      .setWidth(WIDTHS[page] ?? 760)
      .setHeight(620),
    title,
  );
}

/** As wide as a laptop's window lets it be, and no higher than its 700 pixels leave room for; it blocks nothing. */
export function showWindow(page: string, title: string, asked: PageRequest): void {
  SpreadsheetApp.getUi().showModelessDialog(openPage(page, asked).setWidth(1000).setHeight(600), title);
}

/** A document to read, as large as dialogs get: it runs no script of ours. */
export function showDocument(title: string, html: string): void {
  SpreadsheetApp.getUi().showModelessDialog(
    HtmlService.createHtmlOutput(html).setWidth(1000).setHeight(600),
    title,
  );
}

/** Opens a page of the bundle beside the sheet. */
export function showSidebar(page: string, title: string, asked: PageRequest): void {
  SpreadsheetApp.getUi().showSidebar(openPage(page, asked).setTitle(title));
}

/** Brings a tab to the front. */
export const showTab = (tab: string): void => {
  activeTab(tab);
};

/** Brings the tab with what was done to the front, where there is one: what was done stays done without it. */
export const standOn = (tab: string): void => {
  try {
    SpreadsheetApp.getActive().getSheetByName(tab)?.activate();
  } catch (error) {
    console.warn(`the tab ${tab} could not be brought to the front: ${String(error)}`);
  }
};

/** Selects a cell, so that a trader sees what an error speaks of. */
export const selectCell = (tab: string, cell: string): void => {
  const sheet = activeTab(tab);
  // What is no address is another name to the platform, and its exception is in the platform's words.
  if (!/^(\$?[A-Z]{1,3}\$?\d{1,7}(:\$?[A-Z]{1,3}\$?\d{1,7})?|\d{1,7}:\d{1,7})$/i.test(cell))
    throw new SaidError(msg('"{cell}" is no cell; write one such as A1', { cell: cell.slice(0, 60) }));
  sheet.getRange(cell).activate();
};

function activeTab(tab: string): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = SpreadsheetApp.getActive().getSheetByName(tab);
  if (!sheet) throw new SaidError(msg('there is no tab "{tab}"; run Trading > Set up', { tab }));
  return sheet.activate();
}

/** Beside the book until somebody puts it away: a simple trigger may open no dialog. */
export const hint = (language: Language): void => {
  const text = msg(
    'This spreadsheet is empty: Trading > Set up… makes the tabs and asks what the desk needs.',
  );
  SpreadsheetApp.getActive().toast(print(text, language), 'Trading', -1);
};

export function say(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, unbroken(text), ui.ButtonSet.OK);
}

/** Whether the trader says yes to what the text says will happen. */
export function confirm(title: string, text: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(title, unbroken(text), ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** A sentence from the trader; null when the question was closed. */
export function ask(title: string, question: string): string | null {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(title, question, ui.ButtonSet.OK_CANCEL);
  return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText() : null;
}
