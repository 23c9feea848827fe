import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ScriptedDesk, scriptedDesk } from './scripted';

const SCRIPT = `
var book = function () { return SpreadsheetApp.getActiveSpreadsheet(); };
function names() { return book().getSheets().map(function (s) { return s.getName() + '/' + s.getSheetId() + '/' + s.getIndex(); }); }
function insert(name, index) { return book().insertSheet(name, index).getName(); }
function remove(name) { book().deleteSheet(book().getSheetByName(name)); }
function missing() { return book().getSheetByName('nowhere'); }
function activate(name) {
  book().setActiveSheet(book().getSheetByName(name));
  book().getSheetByName(name).getRange('B2').activate();
  return book().getActiveSheet().getName();
}
function identity() { var b = book(); return [b.getId(), b.getName(), SpreadsheetApp.openById(b.getId()).getName(), b.getSpreadsheetTimeZone(), b.getSpreadsheetLocale()]; }
function hide(name) { var s = book().getSheetByName(name); s.hideSheet(); var hidden = s.isSheetHidden(); s.showSheet(); return [hidden, s.isSheetHidden()]; }
function append(name) {
  var s = book().insertSheet(name);
  s.getRange(1, 1, 1, 2).setValues([['asset', 'at']]);
  s.appendRow(['HASH11', "'=1+1"]).appendRow(['BITH11', '']);
  var values = s.getDataRange().getValues();
  book().deleteSheet(s);
  return values;
}
function widen(first, count) { book().getSheetByName('rules').setColumnWidths(first, count, 160); }
function hideAll() { book().getSheets().forEach(function (s) { s.hideSheet(); }); }
function showAll() { book().getSheets().forEach(function (s) { s.showSheet(); }); }
function freeze(name, rows) { var s = book().getSheetByName(name); s.setFrozenRows(rows); return s.getFrozenRows(); }
function dropdown() {
  var s = book().getSheetByName('rules');
  var side = SpreadsheetApp.newDataValidation().requireValueInList(['BUY', 'SELL, short'], true).setAllowInvalid(false).setHelpText('BUY or SELL').build();
  var tick = SpreadsheetApp.newDataValidation().requireCheckbox().build();
  s.getRange('B2:B100').setDataValidation(side);
  s.getRange('C2:D3').setDataValidations([[tick, null], [tick, side]]);
  s.getRange('B5').setDataValidation(null);
}
function dropdowns(a1) {
  return book().getSheetByName('rules').getRange(a1).getDataValidations().map(function (row) {
    return row.map(function (v) { return v && [v.getCriteriaType(), v.getCriteriaValues()[0], v.getAllowInvalid(), v.getHelpText()]; });
  });
}
function annotate() {
  var s = book().getSheetByName('rules');
  s.getRange('A1:B1').setNotes([['a fund', 'a side']]);
  s.getRange('C1').setNote('first').setNote('second');
  s.getRange('B1').setNote('');
  return s.getRange('A1:C2').getNotes();
}
function protect() {
  var s = book().getSheetByName('rules');
  s.protect().setDescription('whole').setWarningOnly(true);
  s.getRange('A1:C1').protect().setDescription('headers');
  var of = function (type) { return s.getProtections(type).map(function (p) { return [p.getDescription(), p.isWarningOnly(), p.getRange().getA1Notation()]; }); };
  var before = [of(SpreadsheetApp.ProtectionType.SHEET), of(SpreadsheetApp.ProtectionType.RANGE)];
  s.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].remove();
  return [before, of(SpreadsheetApp.ProtectionType.SHEET)];
}
function conditions() {
  var s = book().getSheetByName('rules');
  var red = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('PENDING').setBackground('#ffcccc').setRanges([s.getRange('A2:A9')]).build();
  var low = SpreadsheetApp.newConditionalFormatRule().whenNumberLessThan(0).setFontColor('#cc0000').setRanges([s.getRange('B2:B9')]).build();
  s.setConditionalFormatRules([red, low]);
  s.setConditionalFormatRules([red, low]);
}
function recolour() {
  var s = book().getSheetByName('rules');
  var read = s.getConditionalFormatRules();
  var mine = SpreadsheetApp.newConditionalFormatRule().whenTextContains('BUST').setBackground('#ffcccc').setRanges([s.getRange('C2:C9')]).build();
  s.setConditionalFormatRules(read.concat([mine]));
  return read.map(function (rule) {
    var condition = rule.getBooleanCondition();
    return [condition.getCriteriaType(), condition.getCriteriaValues()[0], rule.getRanges()[0].getA1Notation()];
  });
}
function draw() {
  var s = book().getSheetByName('rules');
  var chart = s.newChart().setChartType(Charts.ChartType.BAR).addRange(s.getRange('A1:B9')).setNumHeaders(1).setOption('title', 'Residual').setPosition(2, 8, 0, 0).build();
  s.insertChart(chart);
  s.insertChart(s.newChart().asLineChart().addRange(s.getRange('A1:A2')).setTitle('Slippage').setPosition(20, 8, 4, 5).build());
  var kept = s.getCharts()[0];
  s.updateChart(kept.modify().setOption('title', 'Residual (R$)').build());
  s.removeChart(s.getCharts()[1]);
  return s.getCharts().map(function (c) { return [c.getChartId(), c.getOptions().get('title'), c.getRanges()[0].getA1Notation()]; });
}
function unplaced() { book().getSheetByName('rules').newChart().build(); }
function style() {
  book().getSheetByName('rules').getRange('A1:C1').setFontWeight('bold').setBackground('#eeeeee').setFontColor('#333333').setHorizontalAlignment('center').setWrap(true);
  book().getSheetByName('rules').setColumnWidth(1, 240).setTabColor('#cc0000');
}
function stale() { var s = book().insertSheet('gone'); var r = s.getRange('A1'); book().deleteSheet(s); r.getValue(); }
`;

let desk: ScriptedDesk;
const value = async (fn: string, ...args: unknown[]): Promise<unknown> => (await desk.call(fn, args)).value;

beforeAll(async () => {
  desk = await scriptedDesk(SCRIPT, { firstTab: 'rules' });
});
afterAll(() => desk.discard());

describe('the spreadsheet', () => {
  it('has the desk zone and an id that opens it again', async () => {
    expect(await value('identity')).toEqual([
      'active-book',
      'Untitled spreadsheet',
      'Untitled spreadsheet',
      'America/Sao_Paulo',
      'en_US',
    ]);
  });

  it('inserts tabs at their place and never gives an id twice', async () => {
    await value('insert', 'last');
    await value('insert', 'first', 0);
    expect(await value('names')).toEqual(['first/2/1', 'rules/0/2', 'last/1/3']);
    await value('remove', 'first');
    await value('insert', 'first', 0);
    expect(await value('names')).toEqual(['first/3/1', 'rules/0/2', 'last/1/3']);
    expect(await value('missing')).toBeNull();
  });

  it('refuses a second tab of a name, and to lose or hide the last one', async () => {
    await expect(value('insert', 'rules')).rejects.toThrow('A sheet with the name "rules" already exists');
    await expect(value('hideAll')).rejects.toThrow("You can't hide all the sheets");
    await value('showAll');
    expect(await value('hide', 'rules')).toEqual([true, false]);
  });

  it('says so when a tab is used after it was deleted', async () => {
    await expect(value('stale')).rejects.toThrow('was deleted');
  });

  it('knows which tab is active', async () => {
    expect(await value('activate', 'last')).toBe('last');
    expect(await value('activate', 'rules')).toBe('rules');
  });

  it('takes a row below the last one in use', async () => {
    expect(await value('append', 'appended')).toEqual([
      ['asset', 'at'],
      ['HASH11', '=1+1'],
      ['BITH11', ''],
    ]);
  });

  it('widens columns that are there, several at once', async () => {
    await value('widen', 25, 2);
    await expect(value('widen', 26, 2)).rejects.toThrow('Those columns are out of bounds.');
  });

  it('freezes header rows', async () => {
    expect(await value('freeze', 'rules', 1)).toBe(1);
    expect(await value('freeze', 'rules', 0)).toBe(0);
  });
});

describe('what lies on the cells', () => {
  it('are dropdowns and checkboxes, each where it was put', async () => {
    await value('dropdown');
    const side = ['VALUE_IN_LIST', ['BUY', 'SELL, short'], false, 'BUY or SELL'];
    const tick = ['CHECKBOX', [], true, null];
    expect(await value('dropdowns', 'B1:D6')).toEqual([
      [null, null, null],
      [side, tick, null],
      [side, tick, side],
      [side, null, null],
      [null, null, null],
      [side, null, null],
    ]);
    expect(await value('dropdowns', 'B100:B101')).toEqual([[side], [null]]);
  });

  it('are notes, the last one written', async () => {
    expect(await value('annotate')).toEqual([
      ['a fund', '', 'second'],
      ['', '', ''],
    ]);
  });

  it('are protections of a tab or of a range', async () => {
    expect(await value('protect')).toEqual([
      [[['whole', true, 'A1:Z1000']], [['headers', false, 'A1:C1']]],
      [],
    ]);
  });

  it('are conditional formats, which a script reads and puts back beside its own', async () => {
    await value('conditions');
    expect(await value('recolour')).toEqual([
      ['TEXT_EQUAL_TO', 'PENDING', 'A2:A9'],
      ['NUMBER_LESS_THAN', 0, 'B2:B9'],
    ]);
    const rules = desk.book.inner.tab('rules').getConditionalFormattingRules();
    expect(rules.map(({ rule }) => rule.type)).toEqual(['highlightCell', 'highlightCell', 'highlightCell']);
  });

  it('are conditional formats, replaced as a whole and in the order of the script', async () => {
    await value('conditions');
    const rules = desk.book.inner.tab('rules').getConditionalFormattingRules();
    expect(rules.map((rule) => rule.rule)).toMatchObject([
      { subType: 'text', operator: 'equal', value: 'PENDING', style: { bg: { rgb: 'rgb(255,204,204)' } } },
      { subType: 'number', operator: 'lessThan', value: 0, style: { cl: { rgb: 'rgb(204,0,0)' } } },
    ]);
  });

  it('are charts, kept as data for the page', async () => {
    const [chart] = (await value('draw')) as unknown[][];
    expect(chart?.slice(1)).toEqual(['Residual (R$)', 'A1:B9']);
    expect(desk.book.inner.extras.charts).toEqual([
      {
        id: chart?.[0],
        sheet: '0',
        type: 'BAR',
        ranges: [{ sheet: '0', a1: 'A1:B9' }],
        options: { title: 'Residual (R$)' },
        headers: 1,
        position: { row: 2, column: 8, offsetX: 0, offsetY: 0 },
      },
    ]);
    await expect(value('unplaced')).rejects.toThrow('A chart needs setPosition');
  });

  it('are looks', async () => {
    await value('style');
    const sheet = desk.book.inner.tab('rules');
    expect(sheet.getRange('C1').getCellStyleData()).toMatchObject({
      bl: 1,
      bg: { rgb: '#eeeeee' },
      cl: { rgb: '#333333' },
      ht: 2,
      tb: 3,
    });
    expect([sheet.getColumnWidth(0), sheet.getTabColor()]).toEqual([240, '#cc0000']);
  });

  it('all survive a restart', async () => {
    desk = await desk.reopen();
    expect(await value('dropdowns', 'B2')).toEqual([
      [['VALUE_IN_LIST', ['BUY', 'SELL, short'], false, 'BUY or SELL']],
    ]);
    expect(
      desk.book.inner
        .tab('rules')
        .getNotes()
        .map((note) => note.note),
    ).toEqual(['a fund', 'second']);
    expect(desk.book.inner.extras.charts).toHaveLength(1);
    expect(desk.book.inner.tab('rules').getConditionalFormattingRules()).toHaveLength(2);
    expect(await value('names')).toEqual(['first/3/1', 'rules/0/2', 'last/1/3']);
    expect(await value('insert', 'next')).toBe('next');
    expect(desk.book.tabs()).toEqual(['first', 'rules', 'last', 'next']);
  });
});
