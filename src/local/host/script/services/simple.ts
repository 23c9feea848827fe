// What a simple trigger may not do: it runs without the user's consent, so whatever needs one is refused. onOpen, if the
// user opens the file, and onEdit are simple triggers unless the script installs them. A function in a cell may do even less.
import type { Execution } from '../runner';

const SCOPE = 'https://www.googleapis.com/auth/';

/** By the beginning of the method's name; the scope is the one that Google asks for. */
const NEEDS: readonly (readonly [start: string, scope: string])[] = [
  ['BigQuery.', 'bigquery'],
  ['Drive.', 'drive.file'],
  ['DriveApp.', 'drive'],
  ['File.', 'drive'],
  ['Folder.', 'drive'],
  ['MailApp.', 'script.send_mail'],
  ['ScriptApp.', 'script.scriptapp'],
  ['Sheets.', 'spreadsheets'],
  ['SpreadsheetApp.create', 'spreadsheets'],
  ['SpreadsheetApp.openById', 'spreadsheets'],
  ['SpreadsheetApp.openByUrl', 'spreadsheets'],
  ['Ui.showModalDialog', 'script.container.ui'],
  ['Ui.showModelessDialog', 'script.container.ui'],
  ['Ui.showSidebar', 'script.container.ui'],
  ['UrlFetchApp.', 'script.external_request'],
];

/** What a function in a cell may not: it answers its own cell, and changes nothing else. */
const CHANGES = /^(?:Range|Sheet|Spreadsheet|SpreadsheetApp)\.(?!get|is|can|flush)/;

/** @throws as Apps Script does when a simple trigger or a custom function calls it */
export function refuseWithoutRights(
  method: string,
  { simple, custom }: Pick<Execution, 'simple' | 'custom'>,
): void {
  if (custom && method.startsWith('Ui.'))
    throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
  if (custom && CHANGES.test(method))
    throw new Error(`You do not have permission to call ${method}: a custom function answers its own cell.`);
  if (!simple) return;
  const scope = NEEDS.find(([start]) => method.startsWith(start))?.[1];
  if (scope !== undefined)
    throw new Error(
      `You do not have permission to call ${method}. Required permissions: ${SCOPE}${scope}: ` +
        'a simple trigger runs without them.',
    );
}
