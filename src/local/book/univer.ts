// The parts of Univer that the desk uses, which engine.ts bundles into one file.
import '@univerjs/sheets-formula/facade';
import '@univerjs/engine-formula/facade';
import '@univerjs/sheets-data-validation/facade';
import '@univerjs/sheets-note/facade';
import '@univerjs/sheets-conditional-formatting/facade';
import { FormulaDataModel } from '@univerjs/engine-formula';

export { UniverSheetsNodeCorePreset } from '@univerjs/preset-sheets-node-core';
export { default as enUS } from '@univerjs/preset-sheets-node-core/locales/en-US';
export { createUniver, LocaleType, LogLevel } from '@univerjs/presets';
export { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
export { UniverSheetsNotePlugin } from '@univerjs/sheets-note';

// At every write Univer looks for formulas in every cell of every book, and then uses those of the one tab: a third of
// a day's time once the desk has brokers' books and a month of log.
const { updateFormulaData } = FormulaDataModel.prototype;
FormulaDataModel.prototype.updateFormulaData = function (unitId, sheetId, cellValue) {
  this.getFormulaData = () => ({ [unitId]: { [sheetId]: this.getSheetFormulaData(unitId, sheetId) } });
  try {
    return updateFormulaData.call(this, unitId, sheetId, cellValue);
  } finally {
    Reflect.deleteProperty(this, 'getFormulaData');
  }
};
