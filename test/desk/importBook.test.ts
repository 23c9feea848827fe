// Import: the desk's own files into their tabs, all or nothing, and only when nobody else is at work.
import { describe, expect, it } from '@jest/globals';
import { BUSY } from '../../src/desk/alone';
import { importBook } from '../../src/desk/setUp/importBook';
import { initialOrders } from '../../src/stages/stages';
import { apply } from '../fakes/run';
import { texts } from '../fakes/said';
import { first } from '../fixtures/badBooks';
import { ALFA, BETA, workedDay } from '../fixtures/workedDay';

const fund = (name: string, cnpj: string) => ({
  fund_name: name,
  fund_cnpj: cnpj,
  fund_type: 'FIM',
  passive_active: 'Ativo',
  fund_strategy: 'Full_alocation',
  assets_onshore: ['HASH11'],
  assets_offshore: null,
  administrator: 'Serra',
  moviment_account: { Banco: '341', Ag: '0001', Cc: '9-1' },
});
const FUNDS = JSON.stringify({ funds: [fund('=ALFA NOVO', ` ${ALFA} `), fund('BETA', BETA)] });
const TRADES = `Fund;CNPJ;Asset;Side;Amount;Strategy\nalfa; ${ALFA};HASH11;BUY;1.234.567,89;SimpleOrder\n`;

describe('an import', () => {
  it('puts both files into their tabs, keeps what only the desk knows, and the day can be opened from them', () => {
    const desk = workedDay();
    first('fund-stats', { nav: 900_000_000, cash: 5_000_000, max_units: 'HASH11:3' })(desk);
    expect(importBook(desk.services, { fundsJson: FUNDS, tradesCsv: TRADES })).toEqual({
      funds: 2,
      trades: 1,
      problems: [],
      undo: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    // The name could have run as a formula; it is a text, and the old third row is gone.
    expect(
      desk.book
        .records('fund-stats')
        .map(({ fund: name, cnpj, cash, max_units }) => [name, cnpj, cash, max_units]),
    ).toEqual([
      ['=ALFA NOVO', ALFA, 5_000_000, 'HASH11:3'],
      ['BETA', BETA, null, null],
    ]);
    expect(apply(desk.services, initialOrders()).status).toBe('applied');
    expect(desk.book.records('order-intents').map(({ fund: name, amount }) => [name, amount])).toEqual([
      ['=ALFA NOVO', 1_234_567.89],
    ]);
  });

  it('of one file leaves the other’s tab alone', () => {
    const desk = workedDay();
    const before = desk.book.records('fund-stats');
    expect(importBook(desk.services, { fundsJson: null, tradesCsv: TRADES })).toMatchObject({
      funds: 0,
      trades: 1,
    });
    expect(desk.book.records('fund-stats')).toEqual(before);
    expect(desk.book.records('daily-trades')).toHaveLength(1);
  });

  it('writes nothing at all when one row of one file cannot be read', () => {
    const desk = workedDay();
    const before = JSON.stringify([...desk.book.tabs]);
    const bad = TRADES.replace('1.234.567,89', '1,2,3');
    const report = importBook(desk.services, { fundsJson: FUNDS, tradesCsv: bad });
    expect(report).toMatchObject({ funds: 0, trades: 0 });
    expect(texts(report.problems)).toEqual([
      'trades file!E2: amount "1,2,3" is not an amount in BRL; write it like 1234.56',
    ]);
    expect(JSON.stringify([...desk.book.tabs])).toBe(before);
  });

  it('waits for a run that is under way', () => {
    const desk = workedDay();
    desk.world.lockedByAnother = true;
    const before = JSON.stringify([...desk.book.tabs]);
    expect(importBook(desk.services, { fundsJson: FUNDS, tradesCsv: TRADES }).problems).toEqual([BUSY]);
    expect(JSON.stringify([...desk.book.tabs])).toBe(before);
  });
});
