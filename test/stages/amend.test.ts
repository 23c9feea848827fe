// Amend: the one way to change what was frozen, and what becomes of shares that were bought for an order that is gone.
import { describe, expect, it } from '@jest/globals';
import { preview } from '../../src/desk/run/runner';
import {
  adjustmentCycle,
  amend,
  finalAllocation,
  initialOrders,
  primaryUnits,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { ALFA, AT, BETA, DATE, fill, GAMA, HASH11, trade, workedDay } from '../fixtures/workedDay';

const EARLY = fill('F1', 'BUY', 10_000, 62.4, `${DATE}T11:00:00`);

const orders = (desk: MemoryDesk) =>
  desk.book.records('orders').map(({ side, version, cap, executed }) => [side, version, cap, executed]);

const opened = (...trades: ReturnType<typeof trade>[]): MemoryDesk => {
  const desk = workedDay();
  desk.book.fill('daily-trades', trades);
  apply(desk.services, initialOrders());
  desk.world.now = `${DATE}T11:30:00`;
  desk.world.fills = [EARLY];
  return desk;
};

describe('an order that is cancelled after its first fill', () => {
  it('keeps what was bought for its fund, and sells nothing', () => {
    const desk = opened(trade(ALFA, 10_000_000), trade(BETA, 5_000, 'BUY', 'USBTC'));
    desk.book.fill('daily-trades', [trade(BETA, 5_000, 'BUY', 'USBTC')]);
    expect(apply(desk.services, amend('the subscription did not come')).problems).toEqual([]);
    expect(orders(desk)).toEqual([['BUY', 2, 624_000, 624_000]]);
    desk.world.now = AT.evening;
    expect(apply(desk.services, finalAllocation()).headline).toContain('COMPLETE');
    expect(
      desk.book.records('allocation').map(({ side, fund, shares, target }) => [side, fund, shares, target]),
    ).toEqual([['BUY', 'ALFA FIF', 10_000, 624_000]]);
  });

  it('keeps its part whatever the other funds of the pool still want', () => {
    const desk = opened(trade(ALFA, 10_000_000), trade(BETA, 2_000_000));
    desk.book.fill('daily-trades', [trade(BETA, 2_000_000)]);
    apply(desk.services, amend('the subscription did not come'));
    // ALFA keeps 8,333 shares of the 10,000; BETA has 1,667 and wants the rest of its R$ 2,000,000.
    expect(orders(desk)).toEqual([['BUY', 2, 2_519_979.2, 624_000]]);
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    expect(desk.book.records('broker-orders').map(({ fund, asset_amount }) => [fund, asset_amount])).toEqual([
      ['ALFA FIF', 8_333],
      ['BETA FIF', 1_667],
    ]);
  });
});

describe('an amendment of what the day has', () => {
  const offshoreMails = (desk: MemoryDesk) =>
    desk.mails.filter(({ to }) => to.includes('offshore@desk.example')).map(({ text }) => text);
  const offshore = (desk: MemoryDesk) =>
    desk.book.records('offshore-orders').map(({ cnpj, amount }) => [cnpj, amount]);

  it('tells the offshore desk each order that begins, changes or is cancelled, and nobody else', () => {
    const desk = opened(
      trade(GAMA, 1_000_000),
      trade(ALFA, 5_000, 'BUY', 'USBTC'),
      trade(BETA, 7_000, 'BUY', 'USBTC'),
    );
    desk.book.fill('daily-trades', [
      trade(GAMA, 1_000_000),
      trade(ALFA, 6_000, 'BUY', 'USBTC'),
      trade(GAMA, 1_000, 'BUY', 'USBTC'),
    ]);
    const before = desk.mails.length;
    expect(apply(desk.services, amend('cash came')).headline).toBe(
      '3 orders amended, 0 caps replaced: cash came',
    );
    expect(offshore(desk)).toEqual([
      [ALFA, 6_000],
      [GAMA, 1_000],
      [BETA, 0],
    ]);
    expect(desk.mails).toHaveLength(before + 1);
    const [, mail = ''] = offshoreMails(desk);
    expect(mail).toContain('cash came');
    for (const said of [
      'REPLACES R$ 5,000.00: buy USBTC for ALFA',
      'NEW: buy USBTC for GAMA',
      'CANCELLED: buy USBTC for BETA',
    ])
      expect(mail.replace(/\s+/g, ' ')).toContain(said);
  });

  it('is told again when it comes back to what it was', () => {
    const desk = opened(trade(GAMA, 1_000_000), trade(ALFA, 5_000, 'BUY', 'USBTC'));
    for (const [minute, amount] of [
      ['11:31', 6_000],
      ['11:32', 5_000],
      ['11:33', 6_000],
    ] as const) {
      desk.world.now = `${DATE}T${minute}:00`;
      desk.book.fill('daily-trades', [trade(GAMA, 1_000_000), trade(ALFA, amount, 'BUY', 'USBTC')]);
      apply(desk.services, amend('again'));
    }
    expect(offshoreMails(desk)).toHaveLength(4);
  });

  it.each([
    ['an empty daily-trades', []],
    ['amounts of zero', [trade(ALFA, 0), trade(BETA, 0, 'BUY', 'USBTC')]],
  ])('to %s cancels all of it, and keeps what was bought', (_name, rows) => {
    const desk = opened(trade(ALFA, 10_000_000), trade(BETA, 5_000, 'BUY', 'USBTC'));
    desk.book.fill('daily-trades', rows);
    const report = apply(desk.services, amend('the managers took it back'));
    expect(report.problems).toEqual([]);
    expect(report.warnings.join()).toContain('every order of the day is stopped');
    expect(orders(desk)).toEqual([['BUY', 2, 624_000, 624_000]]);
    expect(offshore(desk)).toEqual([[BETA, 0]]);
    expect(offshoreMails(desk)[1]).toContain('CANCELLED');
    desk.world.now = AT.evening;
    expect(apply(desk.services, finalAllocation()).headline).toContain('COMPLETE');
  });

  it('of no such order by a zero is a word, no order', () => {
    const desk = opened(trade(ALFA, 10_000_000));
    desk.book.fill('daily-trades', [trade(ALFA, 9_000_000), trade(BETA, 0)]);
    expect(apply(desk.services, amend('less')).warnings.join()).toContain(
      'daily-trades!E3: the amount is zero and the day has no such order',
    );
    expect(desk.book.records('order-intents').map(({ cnpj }) => cnpj)).toEqual([ALFA]);
  });

  it('says what was asked, what is asked now and what is executed so far', () => {
    const desk = opened(trade(ALFA, 10_000_000), trade(BETA, 5_000, 'BUY', 'USBTC'));
    desk.book.fill('daily-trades', [trade(ALFA, 12_000_000), trade(BETA, 4_000, 'BUY', 'USBTC')]);
    const { summary } = preview(desk.services, amend('more'));
    expect(summary.facts.map(({ label, value }) => `${said(label)}: ${said(value)}`)).toEqual([
      'ALFA FIF BUY HASH11: R$ 10,000,000.00 → R$ 12,000,000.00, executed so far R$ 624,000.00',
      'BETA FIF BUY USBTC: R$ 5,000.00 → R$ 4,000.00, offshore',
    ]);
  });

  it('says it once for a fund under two strategies: they were executed together', () => {
    const rows = (first: number, other: number) => [
      trade(ALFA, first),
      { ...trade(ALFA, other), strategy: 'RebalanceOrder' },
    ];
    const desk = opened(...rows(6_000_000, 4_000_000));
    for (const [now, said2] of [
      [rows(7_000_000, 5_000_000), 'R$ 12,000,000.00'],
      [rows(6_000_000, 3_000_000), 'R$ 9,000,000.00'],
    ] as const) {
      desk.book.fill('daily-trades', now);
      const { facts } = preview(desk.services, amend('another amount')).summary;
      expect(facts.map(({ label, value }) => `${said(label)}: ${said(value)}`)).toEqual([
        `ALFA FIF BUY HASH11: R$ 10,000,000.00 → ${said2}, executed so far R$ 624,000.00`,
      ]);
    }
  });

  it('takes back the last cent, however small the order', () => {
    const desk = opened(trade(ALFA, 10_000_000), trade(BETA, 500));
    desk.book.fill('daily-trades', [trade(ALFA, 10_000_000)]);
    apply(desk.services, amend('typed by mistake'));
    // BETA keeps its half share's worth of nothing: all 10,000 shares are ALFA's.
    expect(orders(desk)).toEqual([['BUY', 2, 10_000_000, 624_000]]);
  });
});

describe('an amendment', () => {
  it('without a changed trade changes nothing', () => {
    const desk = opened(trade(ALFA, 10_000_000));
    expect(apply(desk.services, amend('to be sure'))).toMatchObject({
      status: 'unchanged',
      headline: 'daily-trades says what was frozen; nothing to amend',
    });
  });

  it('comes too late once trading has ended', () => {
    const desk = opened(trade(ALFA, 10_000_000));
    desk.book.fill('daily-trades', [trade(ALFA, 9_000_000)]);
    desk.world.now = `${DATE}T17:56:00`;
    expect(apply(desk.services, amend('too late')).problems).toEqual([
      'it is 17:56 and trading ended at 17:55; orders can no longer be worked today',
    ]);
  });

  it('goes to the broker with its reason, and says which version it replaces', () => {
    const desk = opened(trade(ALFA, 10_000_000));
    desk.book.fill('daily-trades', [trade(ALFA, 9_000_000)]);
    apply(desk.services, amend('redemption notice'));
    expect(desk.mails[1]?.text).toContain('redemption notice');
    expect(desk.mails[1]?.text).toContain('SUBSTITUI a v1');
  });

  it('that brings a cancelled order back goes on from its last version', () => {
    const desk = opened(trade(ALFA, 10_000_000), trade(BETA, 2_000_000));
    desk.book.fill('daily-trades', [trade(BETA, 2_000_000)]);
    apply(desk.services, amend('gone'));
    desk.book.fill('daily-trades', [trade(BETA, 2_000_000), trade(ALFA, 5_000_000)]);
    desk.world.now = `${DATE}T11:40:00`;
    apply(desk.services, amend('back'));
    expect(
      desk.book
        .records('order-intents')
        .map(({ cnpj, ordered, amount, version, reason }) => [cnpj, ordered, amount, version, reason]),
    ).toEqual([
      [ALFA, 10_000_000, 5_000_000, 3, 'back'],
      [BETA, 2_000_000, 2_000_000, 1, null],
    ]);
  });

  it('after the units are decided keeps them, and works the difference in the market', () => {
    const desk = opened(trade(ALFA, 10_000_000), trade(GAMA, 300_000));
    desk.world.now = AT.midday;
    apply(desk.services, primaryUnits('all', true));
    const units = desk.book.records('primary-requests').map(({ units: own }) => own);
    desk.book.fill('daily-trades', [trade(ALFA, 0.01), trade(GAMA, 300_000)]);
    desk.world.now = `${DATE}T14:00:00`;
    desk.world.quotes = [HASH11];
    apply(desk.services, amend('nearly nothing left'));
    expect(desk.book.records('primary-requests').map(({ units: own }) => own)).toEqual(units);
    const [, sell] = orders(desk);
    expect(sell?.[0]).toBe('SELL');
    desk.world.now = AT.afternoon;
    expect(apply(desk.services, adjustmentCycle(null)).status).not.toBe('refused');
  });
});

describe('an amendment that goes beyond what the fund has', () => {
  const refused = (desk: MemoryDesk): readonly string[] => {
    const { status, problems } = apply(desk.services, amend('more came'));
    expect(status).toBe('refused');
    return problems;
  };
  const withCash = (desk: MemoryDesk, cash: number): void =>
    desk.book.fill(
      'fund-stats',
      desk.book.records('fund-stats').map((row) => (row.cnpj === ALFA ? { ...row, cash } : row)),
    );

  it('names the row that was amended, with its fund and ETF, wherever it stands among the fund’s others', () => {
    const others = [trade(ALFA, 700_000, 'BUY', 'USBTC'), trade(BETA, 50_000)];
    for (const at of [0, 1, 2]) {
      const rows = (amount: number) => others.toSpliced(at, 0, trade(ALFA, amount));
      const desk = opened(...rows(100_000));
      withCash(desk, 900_000);
      desk.book.fill('daily-trades', rows(300_000));
      expect(refused(desk)).toEqual([
        `daily-trades!E${at + 2}: ALFA FIF buys for R$ 1,000,000.00 and has R$ 900,000.00 (ALFA FIF BUY HASH11 R$ 100,000.00 → R$ 300,000.00 in row ${at + 2}); lower an amount or correct its cash`,
      ]);
    }
  });

  it('names the rebalance that sells less, where that is what pays no more', () => {
    const rows = (sold: number) => [
      trade(ALFA, 100_000, 'BUY', 'USBTC'),
      { ...trade(ALFA, sold, 'SELL'), strategy: 'RebalanceOrder' },
    ];
    const desk = opened(...rows(90_000));
    withCash(desk, 20_000);
    desk.book.fill('daily-trades', rows(50_000));
    expect(refused(desk)).toEqual([
      'daily-trades!E3: ALFA FIF buys for R$ 50,000.00 and has R$ 20,000.00 (ALFA FIF SELL HASH11 R$ 90,000.00 → R$ 50,000.00 in row 3); lower an amount or correct its cash',
    ]);
  });

  it('names the sell that was raised beyond the holdings', () => {
    const desk = opened(trade(ALFA, 40_000, 'SELL'), trade(BETA, 50_000, 'SELL'));
    const sells = (alfa: number) => [
      trade(ALFA, alfa, 'SELL'),
      { ...trade(ALFA, 1_000, 'SELL'), strategy: 'RebalanceOrder' },
      trade(BETA, 50_000, 'SELL'),
    ];
    desk.book.fill('daily-trades', sells(40_000));
    apply(desk.services, amend('two strategies'));
    desk.book.fill('holdings', [
      { cnpj: ALFA, asset: 'HASH11', shares: 800 },
      { cnpj: BETA, asset: 'HASH11', shares: 90_000 },
    ]);
    desk.book.fill('daily-trades', sells(60_000));
    expect(refused(desk)).toEqual([
      'daily-trades!E2: ALFA FIF sells R$ 61,000.00 of HASH11 and holds 800 shares worth R$ 50,000.00 (ALFA FIF SELL HASH11 R$ 40,000.00 → R$ 60,000.00 in row 2); lower an amount or correct its holdings',
    ]);
  });

  it('names every row where several were amended, and all of them where cash is what changed', () => {
    const rows = (amount: number) => [trade(ALFA, amount), trade(ALFA, 2 * amount, 'BUY', 'USBTC')];
    const desk = opened(...rows(100_000));
    withCash(desk, 450_000);
    desk.book.fill('daily-trades', rows(200_000));
    expect(refused(desk)).toEqual([
      'daily-trades!E3: ALFA FIF buys for R$ 600,000.00 and has R$ 450,000.00 (ALFA FIF BUY USBTC R$ 200,000.00 → R$ 400,000.00 in row 3; ALFA FIF BUY HASH11 R$ 100,000.00 → R$ 200,000.00 in row 2); lower an amount or correct its cash',
    ]);
    withCash(desk, 250_000);
    desk.book.fill('daily-trades', rows(100_000));
    expect(refused(desk)).toEqual([
      'daily-trades!E3: ALFA FIF buys for R$ 300,000.00 and has R$ 250,000.00 (ALFA FIF BUY USBTC R$ 200,000.00 in row 3; ALFA FIF BUY HASH11 R$ 100,000.00 in row 2); lower an amount or correct its cash',
    ]);
  });
});
