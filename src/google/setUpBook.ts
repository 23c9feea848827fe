// Makes the workbook ready: every tab of the schema, in order; what people have moved, added or filled in stays.
import type { Language } from '../language/language';
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import { renamedOnes, TAB_NAMES } from '../sheets/renamed';
import { ALL_TABS } from '../sheets/tabs';
import { strangersAmong } from './book';
import { DESK_ZONE } from './clock';
import { type LaidOut, layOut } from './layOut';

/** May run at any time. @param language of the notes and figures */
export function setUpBook(language: Language): LaidOut {
  const spreadsheet = SpreadsheetApp.getActive();
  return layOut(spreadsheet, {
    tabs: ALL_TABS,
    zone: DESK_ZONE,
    language,
    check: (names) => refuseRenamed(spreadsheet, names),
  });
}

/** Made anew beside a renamed one, an empty tab would be read instead of it: settings would be defaults, funds none. */
function refuseRenamed(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  names: readonly string[],
): void {
  const missing = TAB_NAMES.filter((name) => !names.includes(name));
  // A new spreadsheet has none of the desk's tabs, and whatever it has is somebody's own.
  if (missing.length === 0 || missing.length === TAB_NAMES.length) return;
  const [renamed] = renamedOnes(
    missing,
    strangersAmong(spreadsheet, TAB_NAMES, () => ''),
  );
  if (renamed !== undefined)
    throw new SaidError(
      msg('the tab "{tab}" is missing, and "{name}" has its headers; rename it back to {tab}', {
        tab: renamed[0],
        name: renamed[1],
      }),
    );
}
