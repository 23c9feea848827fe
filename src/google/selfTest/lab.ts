// Where the self-test works: a scratch tab, table, view, file and two properties, none of them the desk's, all removed again.

import type { Services } from '../../desk/services';
import type { Finding, SelfTestWish, TestState } from '../../desk/setUp/selfTestReport';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import type { Settings } from '../../sheets/settings';
import { binScratchFiles } from './scratchFiles';
import { dropScratchTables } from './scratchTables';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** No tab of a desk begins like this. */
export const SCRATCH_TAB = '_self-test';
export const SCRATCH_PROPERTY = 'self-test:scratch';

export interface Lab {
  readonly services: Services;
  readonly settings: Settings;
  readonly wish: SelfTestWish;
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** The scratch tab, empty and without any format. */
  sheet(): Sheet;
}

/** One thing that no laptop can know. */
export interface SelfTest {
  readonly id: string;
  readonly title: Message;
  run(lab: Lab): Finding;
}

export const finding = (state: TestState, said: Message, details: readonly Message[] = []): Finding => ({
  state,
  said,
  details,
});

export function openLab(services: Services, settings: Settings, wish: SelfTestWish): Lab {
  const spreadsheet = SpreadsheetApp.getActive();
  return {
    services,
    settings,
    wish,
    spreadsheet,
    sheet() {
      dropScratchTab(spreadsheet);
      return spreadsheet.insertSheet(SCRATCH_TAB);
    },
  };
}

/** Takes away whatever this self-test, or an earlier one that was killed, has left. @returns what could not be */
export function clearAway({ spreadsheet, settings }: Lab): readonly Message[] {
  const works = [
    () => dropScratchTab(spreadsheet),
    () => dropScratchTables(settings),
    binScratchFiles,
    () => void PropertiesService.getUserProperties().deleteProperty(SCRATCH_PROPERTY),
  ];
  return works.flatMap((work) => {
    try {
      work();
      return [];
    } catch (error) {
      return [msg('could not be cleared away: {said}', { said: saidBy(error) })];
    }
  });
}

function dropScratchTab(spreadsheet: Lab['spreadsheet']): void {
  const found = spreadsheet.getSheetByName(SCRATCH_TAB);
  if (found) spreadsheet.deleteSheet(found);
}
