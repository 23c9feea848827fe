// The spreadsheet engine: Univer on Node, one instance for all the books of a desk.
import '@univerjs/preset-sheets-node-core';
import '@univerjs/sheets-formula/facade';
import '@univerjs/engine-formula/facade';
import '@univerjs/sheets-data-validation/facade';
import '@univerjs/sheets-note/facade';
import '@univerjs/sheets-conditional-formatting/facade';
import { UniverSheetsNodeCorePreset } from '@univerjs/preset-sheets-node-core';
import enUS from '@univerjs/preset-sheets-node-core/locales/en-US';
import { createUniver, LocaleType, LogLevel } from '@univerjs/presets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';

export type Engine = ReturnType<typeof createUniver>;
export type UniverApi = Engine['univerAPI'];
export type UniverBook = ReturnType<UniverApi['createWorkbook']>;
export type UniverSheet = NonNullable<ReturnType<UniverBook['getSheetByName']>>;
export type UniverRange = ReturnType<UniverSheet['getDataRange']>;

export function startEngine(): Engine {
  return createUniver({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: enUS },
    logLevel: LogLevel.ERROR,
    presets: [UniverSheetsNodeCorePreset()],
    plugins: [UniverSheetsNotePlugin, UniverSheetsConditionalFormattingPlugin],
  });
}
