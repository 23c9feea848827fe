// Makes Univer look for formulas where something was written, and nowhere else; imported for what it does.
import { FormulaDataModel } from '@univerjs/engine-formula';

// At every write Univer looks for formulas in every cell of every book, and then uses those of the one tab: a third of
// a day's time once there are many books and a long log.
const { updateFormulaData } = FormulaDataModel.prototype;
FormulaDataModel.prototype.updateFormulaData = function (unitId, sheetId, cellValue) {
  this.getFormulaData = () => ({ [unitId]: { [sheetId]: this.getSheetFormulaData(unitId, sheetId) } });
  try {
    return updateFormulaData.call(this, unitId, sheetId, cellValue);
  } finally {
    Reflect.deleteProperty(this, 'getFormulaData');
  }
};
