// A fund without cash stops its own buys and nobody else's; a rebalance that settles together needs none.
import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../src/sheets/cell';
import { initialOrders, primaryUnits } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { first, set } from '../fixtures/badBooks';
import { ALFA, AT, BETA, trade, workedDay } from '../fixtures/workedDay';

const rebalance = (cnpj: string, amount: number, side: 'BUY' | 'SELL', asset = 'HASH11') => ({
  ...trade(cnpj, amount, side, asset),
  strategy: 'RebalanceOrder',
});

/** Two ETFs that trade alike. */
function withBith(cash: Cell, rows: readonly Readonly<Record<string, Cell>>[]): MemoryDesk {
  const desk = workedDay();
  first('fund-stats', { cash })(desk);
  const [etf] = desk.book.records('etfs');
  desk.book.fill('etfs', [{ ...etf }, { ...etf, asset: 'BITH11' }]);
  desk.world.quotes = [
    ...desk.world.quotes,
    ...desk.world.quotes.map((each) => ({ ...each, asset: 'BITH11' })),
  ];
  desk.book.fill('daily-trades', rows);
  return desk;
}

const intents = (desk: MemoryDesk) =>
  desk.book.records('order-intents').map(({ fund, asset, side, amount }) => [fund, asset, side, amount]);

describe('a fund whose cash is below zero', () => {
  it.each([-10, '-10,00', '(10,00)', '10,00-'])(
    'written as %p buys nothing, and the others go on',
    (cash) => {
      const desk = withBith(cash, [
        trade(ALFA, 100_000),
        trade(BETA, 200_000),
        trade(ALFA, 50_000, 'SELL', 'BITH11'),
      ]);
      const report = apply(desk.services, initialOrders());
      expect(report.status).toBe('applied');
      expect(report.warnings).toContain(
        'daily-trades!E2: the cash of ALFA FIF is -R$ 10.00: its BUY of R$ 100,000.00 in HASH11 is left out until there is cash; the other funds go on',
      );
      expect(intents(desk)).toEqual([
        ['ALFA FIF', 'BITH11', 'SELL', 50_000],
        ['BETA FIF', 'HASH11', 'BUY', 200_000],
      ]);
    },
  );

  it('rebalances all the same where it sells as much as it buys, and buys nothing else', () => {
    const desk = withBith(-10, [
      rebalance(ALFA, 100_000, 'BUY'),
      rebalance(ALFA, 100_000, 'SELL', 'BITH11'),
      trade(ALFA, 5_000, 'BUY', 'USBTC'),
    ]);
    const report = apply(desk.services, initialOrders());
    expect(report.status).toBe('applied');
    expect(intents(desk)).toEqual([
      ['ALFA FIF', 'BITH11', 'SELL', 100_000],
      ['ALFA FIF', 'HASH11', 'BUY', 100_000],
    ]);
    expect(desk.book.records('offshore-orders')).toEqual([]);
  });

  it('buys nothing of a rebalance that buys more than it sells', () => {
    const desk = withBith(-10, [
      rebalance(ALFA, 100_000.01, 'BUY'),
      rebalance(ALFA, 100_000, 'SELL', 'BITH11'),
    ]);
    expect(apply(desk.services, initialOrders()).status).toBe('applied');
    expect(intents(desk)).toEqual([['ALFA FIF', 'BITH11', 'SELL', 100_000]]);
  });

  it('only warns where the check on cash only warns', () => {
    const desk = withBith(-10, [trade(ALFA, 100_000)]);
    set('check_cash', 'warning')(desk);
    const report = apply(desk.services, initialOrders());
    expect(report.status).toBe('applied');
    expect(report.warnings).toContain(
      'daily-trades!E2: ALFA FIF buys for R$ 100,000.00 and has -R$ 10.00; lower an amount or correct its cash',
    );
  });
});

describe('a rebalance that settles together', () => {
  it('is no error however little cash there is, and its units are paid by what it sells', () => {
    const desk = withBith(0, [
      rebalance(ALFA, 5_000_000, 'BUY'),
      rebalance(ALFA, 5_000_000, 'SELL', 'BITH11'),
    ]);
    expect(apply(desk.services, initialOrders()).status).toBe('applied');
    desk.world.now = AT.midday;
    expect(apply(desk.services, primaryUnits('all', true)).status).toBe('applied');
    const units = desk.book.records('primary-requests').map(({ asset, side, units: n }) => [asset, side, n]);
    expect(units).toContainEqual(['HASH11', 'BUY', 4]);
  });

  it('counts neither a plain sale nor one abroad', () => {
    const plain = withBith(0, [trade(ALFA, 100_000), trade(ALFA, 100_000, 'SELL', 'BITH11')]);
    expect(apply(plain.services, initialOrders()).status).toBe('refused');
    const abroad = withBith(0, [rebalance(ALFA, 100_000, 'BUY'), rebalance(ALFA, 100_000, 'SELL', 'USBTC')]);
    expect(apply(abroad.services, initialOrders()).status).toBe('refused');
  });
});

describe('a name that contradicts its CNPJ', () => {
  it('is a warning that names both funds, and the CNPJ counts', () => {
    const desk = workedDay();
    desk.book.fill('daily-trades', [
      { ...trade(ALFA, 100_000), fund: 'Beta' },
      { ...trade(BETA, 100_000), fund: 'Manacá' },
    ]);
    desk.book.fill('holdings', [{ fund: 'BETA FIF', cnpj: ALFA, asset: 'HASH11', shares: 5 }]);
    const report = apply(desk.services, initialOrders());
    expect(report.warnings.filter((each) => each.includes('compare name and CNPJ'))).toEqual([
      'daily-trades!A2: 11.222.333/0001-81 is ALFA FIF, and the row names BETA FIF; compare name and CNPJ',
      'holdings!A2: 11.222.333/0001-81 is ALFA FIF, and the row names BETA FIF; compare name and CNPJ',
      'daily-trades: 1 row has a name without a word of its fund’s; the first is "Manacá" for BETA FIF, 38.314.708/0001-90: compare name and CNPJ',
    ]);
    expect(intents(desk)).toEqual([
      ['ALFA FIF', 'HASH11', 'BUY', 100_000],
      ['BETA FIF', 'HASH11', 'BUY', 100_000],
    ]);
  });
});
