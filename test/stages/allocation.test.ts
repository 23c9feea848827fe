// The final allocation of whatever was filled: every share to somebody, every broker paid to the cent, every fund fairly.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fill } from '../../src/domain/fill';
import { centsFromE8, notionalE8 } from '../../src/domain/money';
import type { Side } from '../../src/domain/trade';
import { finalAllocation, initialOrders, primaryUnits, status } from '../../src/stages/stages';
import { examples } from '../effort';
import { copyDesk } from '../fakes/copyDesk';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { first } from '../fixtures/badBooks';
import { at, DELTA, MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, BETA, DATE, fill, GAMA, trade, workedDay } from '../fixtures/workedDay';

const afterPrimary = (rounding: 'nearest' | 'down' = 'nearest'): MemoryDesk => {
  const desk = twoFamilies();
  first('etfs', { unit_rounding: rounding })(desk);
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = MORNING_FILLS;
  apply(desk.services, primaryUnits('all', true));
  desk.world.now = AT.evening;
  return desk;
};

const anyFills = fc
  .array(
    fc.record({
      broker: fc.constantFrom('Aurora', 'Meridian'),
      side: fc.constantFrom<Side>('BUY', 'SELL'),
      quantity: fc.integer({ min: 1, max: 4_000 }),
      e8: fc.integer({ min: 62_00000000, max: 63_00000000 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((rows) =>
    rows.map(
      (row, index): Fill => ({
        ...at(
          row.broker,
          'HASH11',
          fill(`R${index + 10}`, row.side, row.quantity, row.e8 / 1e8, `${DATE}T15:00:00`),
        ),
      }),
    ),
  );

const sumE8 = <T>(rows: readonly T[], of: (row: T) => bigint): bigint =>
  rows.reduce((sum, row) => sum + of(row), 0n);

describe('whatever was filled', () => {
  const start = afterPrimary();

  it('is allocated as it was executed, in shares and BRL, per ETF, side and broker', () => {
    fc.assert(
      fc.property(anyFills, (more) => {
        const desk = copyDesk(start);
        const fills = [...MORNING_FILLS, ...more];
        desk.world.fills = fills;
        expect(apply(desk.services, finalAllocation()).status).toBe('applied');
        const orders = desk.book.records('broker-orders');
        for (const broker of ['Aurora (3)', 'Meridian (114)'])
          for (const [asset, side] of [
            ['HASH11', 'BUY'],
            ['HASH11', 'SELL'],
            ['DEFI11', 'BUY'],
          ] as const) {
            const done = fills.filter(
              (own) => broker.startsWith(own.broker) && own.asset === asset && own.side === side,
            );
            const rows = orders.filter(
              (row) =>
                row.exchange_code === broker &&
                row.asset === asset &&
                row.side === (side === 'BUY' ? 'C' : 'V'),
            );
            expect(rows.reduce((sum, row) => sum + Number(row.asset_amount), 0)).toBe(
              done.reduce((sum, { quantity }) => sum + quantity, 0),
            );
            const paid = sumE8(rows, (row) =>
              notionalE8(Number(row.asset_amount), Number(row.average_price)),
            );
            expect(centsFromE8(paid)).toBe(
              centsFromE8(sumE8(done, ({ quantity, price }) => notionalE8(quantity, price))),
            );
          }
      }),
      { ...examples(40), endOnFailure: true },
    );
  });

  it('costs no fund more or less than the pool’s price by as much as the fills lie apart on one share', () => {
    fc.assert(
      fc.property(anyFills, (more) => {
        const desk = copyDesk(start);
        desk.world.fills = [...MORNING_FILLS, ...more];
        apply(desk.services, finalAllocation());
        for (const { side, asset, fund, deviation } of desk.book.records('allocation')) {
          const prices = desk.world.fills
            .filter((own) => own.asset === asset && own.side === side)
            .map(({ price }) => price);
          const apart = prices.length === 0 ? 0 : Math.max(...prices) - Math.min(...prices);
          expect([fund, Math.abs(Number(deviation)) <= apart + 0.01]).toEqual([fund, true]);
        }
      }),
      { ...examples(25), endOnFailure: true },
    );
  });
});

describe('ten million shares', () => {
  it.each([3_333_337, 3_333_338, 2_999_999, 1_234_567, 3_100_003])(
    'and %d more cost what was paid, to the cent: what rounds off one fund’s price goes to the next',
    (more) => {
      const desk = workedDay();
      desk.book.fill('daily-trades', [
        trade(ALFA, 400_000_000),
        trade(BETA, 250_000_000),
        trade(GAMA, 300_000),
      ]);
      apply(desk.services, initialOrders());
      desk.world.fills = [
        fill('B1', 'BUY', 7_000_001, 62.41, `${DATE}T11:00:00`),
        fill('B2', 'BUY', more, 62.47, `${DATE}T12:00:00`),
      ];
      desk.world.now = AT.evening;
      apply(desk.services, finalAllocation());
      const rows = desk.book.records('broker-orders');
      expect(rows).toHaveLength(3);
      const paid = sumE8(rows, (row) => notionalE8(Number(row.asset_amount), Number(row.average_price)));
      expect(centsFromE8(paid)).toBe(7_000_001 * 6_241 + more * 6_247);
    },
  );
});

describe('a day that is not settled yet', () => {
  it('is PENDING while more is sold than the sellers hold, and the excess is the desk’s to see, never a fund’s at a broker', () => {
    // Rounded down, no buyer has too much and gives back on this side.
    const desk = afterPrimary('down');
    // DELTA holds 30,000, redeems a unit of 20,000 and has sold 3,000: 7,000 are left.
    desk.world.fills = [...MORNING_FILLS, fill('S9', 'SELL', 7_500, 62.5, `${DATE}T15:00:00`)];
    const report = apply(desk.services, finalAllocation());
    expect(report.headline).toContain('PENDING');
    const sells = desk.book.records('broker-orders').filter(({ side }) => side === 'V');
    expect(sells.map(({ fund, cnpj, asset_amount }) => [fund, cnpj, asset_amount])).toEqual([
      ['DELTA FIF', DELTA, 10_000],
    ]);
    const [excess] = desk.book.records('allocation').filter(({ cnpj }) => cnpj === null);
    expect(excess).toMatchObject({ side: 'SELL', fund: 'NO FUND', shares: 500 });
    for (const [, file] of desk.files) expect(file).not.toMatch(/NO FUND|ERROR/);
    const told = desk.mails.filter(({ to }) => to[0] === 'mesa@aurora.example').at(-1);
    expect(told?.text).toContain('Fora destas linhas: 500 cotas de HASH11 (venda) executadas.');
    expect(told?.text).not.toMatch(/NO FUND|ERROR/);
    apply(desk.services, status());
    const mail = desk.mails.find(({ to }) => to[0] === 'traders@desk.example');
    expect(mail?.text).toContain('500 shares of SELL HASH11 fit no fund; settle them with Aurora');
  });

  it('is PENDING where a fill is of an ETF that nobody wanted', () => {
    const desk = afterPrimary();
    desk.world.fills = [
      ...MORNING_FILLS,
      at('Meridian', 'DEFI11', fill('X1', 'SELL', 40, 29, `${DATE}T15:00:00`)),
    ];
    const report = apply(desk.services, finalAllocation());
    expect(report.headline).toContain('PENDING');
    expect(report.warnings.join('\n')).toContain(
      'SELL DEFI11 at Meridian was executed and never instructed; check the fill with the broker',
    );
  });

  it('gets a version 2 that REPLACES 1 for the brokers when a fill is busted late, and only those', () => {
    const desk = afterPrimary();
    apply(desk.services, finalAllocation());
    const mails = desk.mails.length;
    desk.world.now = `${DATE}T19:30:00`;
    desk.world.fills = MORNING_FILLS.map((own) => (own.fillId === 'A2' ? { ...own, status: 'BUSTED' } : own));
    const report = apply(desk.services, finalAllocation());
    expect(report.headline).toContain('version 2 REPLACES 1');
    expect(new Set(desk.book.records('allocation').map(({ version }) => version))).toEqual(new Set([2]));
    expect(desk.book.records('broker-orders').filter(({ side }) => side === 'V')).toEqual([]);
    const aurora = desk.mails.slice(mails).find(({ to }) => to[0] === 'mesa@aurora.example');
    expect(`${aurora?.subject} ${aurora?.text}`).toMatch(/SUBSTITUI/);
    expect(apply(desk.services, finalAllocation()).status).toBe('unchanged');
    expect(desk.mails.filter(({ to }) => to[0] === 'mesa@aurora.example').length).toBe(4);
  });

  it('tells a broker whose only fill was busted that nothing is left, in its mail and its file', () => {
    const desk = afterPrimary();
    apply(desk.services, finalAllocation());
    const mails = desk.mails.length;
    desk.world.fills = MORNING_FILLS.map((own) =>
      own.broker === 'Meridian' ? { ...own, status: 'BUSTED' } : own,
    );
    apply(desk.services, finalAllocation());
    const mail = desk.mails.slice(mails).find(({ to }) => to[0] === 'desk@meridian.example');
    expect(mail?.text).toContain('REPLACES');
    expect(desk.files.get(`Meridian/aloc_trading_${DATE}_v2.csv`)).toBe(
      'trade_date,asset,side,asset_amount,exchange_code,fund,cnpj,average_price,fill_id,fill_time,fill_price,price_of,amount_brl,rounding_brl,settlement_date,part_from\n',
    );
  });

  it('closes COMPLETE whatever residuals are left, and each says why', () => {
    const desk = afterPrimary();
    expect(apply(desk.services, finalAllocation()).headline).toContain('COMPLETE');
    for (const { residual, reasons } of desk.book.records('allocation'))
      if (Math.abs(Number(residual)) >= 1_000) expect(reasons).toContain('residual ');
  });
});
