// The parts of Univer that the desk uses, which engine.ts bundles into one file.
import './undrawn';
import '@univerjs/sheets-formula/facade';
import '@univerjs/engine-formula/facade';
import '@univerjs/sheets-data-validation/facade';
import '@univerjs/sheets-note/facade';
import '@univerjs/sheets-conditional-formatting/facade';
import './formulaLookup';

export {
  IResourceManagerService,
  LocaleService,
  LocaleType,
  LogLevel,
  UniverInstanceType,
} from '@univerjs/core';
export { UniverSheetsNodeCorePreset } from '@univerjs/preset-sheets-node-core';
export { default as enUS } from '@univerjs/preset-sheets-node-core/locales/en-US';
export { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
export { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
export { createUniver } from './createUniver';
