// The methods of Sheet and Range that scripts of others use and the desk does not.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ScriptedDesk, scriptedDesk } from './scripted';

const SCRIPT = `
function tab() { return SpreadsheetApp.getActive().getSheetByName('T') || SpreadsheetApp.getActive().insertSheet('T'); }
function lay() { tab().clear(); tab().getRange('A1:C3').setValues([['a', 'b', 'c'], [1, 2, 3], [4, 5, 6]]); return tab(); }
function grid() {
  var s = lay();
  s.insertColumnsBefore(2, 1); s.insertRowsBefore(2, 2); s.deleteRows(2, 1); s.deleteColumns(4, 1);
  s.setFrozenColumns(1); s.setColumnWidths(1, 3, 77); s.setRowHeight(1, 40);
  s.hideRows(2, 1); s.showRows(2, 1); s.hideColumns(3, 1); s.showColumns(3, 1);
  return [s.getDataRange().getValues(), s.getFrozenColumns(), s.getColumnWidth(2), s.getColumnWidth(3)];
}
function looks() {
  var s = lay();
  s.getRange('A1:B2').setFontWeights([['bold', 'normal'], ['normal', 'bold']]).setFontColors([['#ff0000', null], [null, null]])
    .setBackgrounds([['#00ff00', null], [null, '#0000ff']]).setFontFamily('Arial').setFontStyle('italic').setFontLine('underline')
    .setVerticalAlignment('middle');
  var before = s.getRange('A1:B2').getBackgrounds();
  s.getRange('A1:B2').merge().breakApart();
  s.clearFormats();
  return [before, s.getRange('A1').getBackground(), s.getRange('A1').getValue()];
}
function notes() {
  var s = lay();
  s.getRange('A1').setNote('one'); s.getRange('B2').setNote('two');
  s.clearNotes();
  s.getRange('A1').insertCheckboxes().clearDataValidations();
  return [s.getRange('A1:B2').getNotes(), s.getRange('A1').getDataValidation()];
}
function clears() {
  var s = lay();
  s.getRange('A1').setBackground('#ff0000');
  s.getRange('A1').clear({ contentsOnly: true });
  var first = [s.getRange('A1').isBlank(), s.getRange('A1').getBackground()];
  s.getRange('A1').setValue('x').clear({ formatOnly: true });
  first.push(s.getRange('A1').getValue(), s.getRange('A1').getBackground());
  s.getRange('B1').clear(); s.getRange('C1').setBackground('#00ff00').clearFormat();
  s.getRange('A2:C2').setFormulas([['=B3', '=C3', '=1']]);
  SpreadsheetApp.flush();
  first.push(s.getRange('A2:C2').getValues()[0]);
  s.clearContents();
  return first.concat(s.getLastRow());
}
function names() {
  var book = SpreadsheetApp.getActive();
  book.rename('Renamed');
  tab();
  return [book.getName(), book.getNumSheets(), book.getRange("'T'!A1").getSheet().getSheetName(), book.getRange('A1').getGridId()];
}
function formulaUnderFormat() {
  var s = lay();
  s.getRange('D1').setFormula('SUM(A2:C3)').setNumberFormat('0.00').setBackground('#ffffff');
  SpreadsheetApp.flush();
  return [s.getRange('D1').getFormula(), s.getRange('D1').getDisplayValue()];
}
`;

let desk: ScriptedDesk;
const run = async (fn: string): Promise<unknown> => (await desk.call(fn)).value;
beforeAll(async () => {
  desk = await scriptedDesk(SCRIPT);
});
afterAll(() => desk.discard());

describe('a sheet', () => {
  it('gains and loses rows and columns, hides and shows them, and keeps its widths', async () => {
    expect(await run('grid')).toEqual([
      [
        ['a', '', 'b'],
        ['', '', ''],
        [1, '', 2],
        [4, '', 5],
      ],
      1,
      77,
      77,
    ]);
  });

  it('takes looks cell by cell, and loses them alone', async () => {
    const painted = [
      ['#00ff00', '#ffffff'],
      ['#ffffff', '#0000ff'],
    ];
    expect(await run('looks')).toEqual([painted, '#ffffff', 'a']);
  });

  it('loses notes and dropdowns', async () => {
    expect(await run('notes')).toEqual([
      [
        ['', ''],
        ['', ''],
      ],
      null,
    ]);
  });

  it('is cleared of contents, of formats or of both', async () => {
    expect(await run('clears')).toEqual([true, '#ff0000', 'x', '#ffffff', [5, 6, 1], 0]);
  });

  it('is found by names, of its book too', async () => {
    expect(await run('names')).toEqual(['Renamed', 2, 'T', expect.any(Number)]);
  });

  it('keeps a formula that gets its format before it was calculated', async () => {
    expect(await run('formulaUnderFormat')).toEqual(['=SUM(A2:C3)', '21.00']);
  });
});
