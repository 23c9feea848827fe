// Shows pages and asks questions in the spreadsheet.

export const createMenu = (label: string): GoogleAppsScript.Base.Menu =>
  SpreadsheetApp.getUi().createMenu(label);

/** Opens a page of the bundle as a dialog; `request` is what it asks the script for. */
export function showDialog(page: string, title: string, request: object): void {
  const template = HtmlService.createTemplateFromFile(page);
  template.request = JSON.stringify(request);
  SpreadsheetApp.getUi().showModalDialog(template.evaluate().setWidth(760).setHeight(620), title);
}

export function say(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}

/** A sentence from the trader; null when the question was closed. */
export function ask(title: string, question: string): string | null {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(title, question, ui.ButtonSet.OK_CANCEL);
  return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText() : null;
}
