// A day can be stopped: what is worked ends with what it has, and nothing that runs later opens it again.
import { describe, expect, it } from '@jest/globals';
import * as runner from '../../src/desk/run/runner';
import { print } from '../../src/language/print';
import {
  adjustmentCycle,
  amend,
  cancel,
  finalAllocation,
  initialOrders,
  primaryUnits,
  stageFrom,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { AURORA, MERIDIAN } from '../fixtures/twoBrokers';
import { ALFA, AT, BETA, DATE, fill, GAMA, trade, workedDay } from '../fixtures/workedDay';

const at = (time: string) => `${DATE}T${time}:00`;
const EARLY = fill('F1', 'BUY', 10_000, 62.4, at('11:00'));

const caps = (desk: MemoryDesk) =>
  desk.book.records('orders').map(({ broker, side, version, cap }) => [broker, side, version, cap]);
const amounts = (desk: MemoryDesk) =>
  desk.book.records('order-intents').map(({ cnpj, amount, version }) => [cnpj, amount, version]);
const mailsTo = (desk: MemoryDesk, address: string) =>
  desk.mails.filter(({ to }) => to.includes(address)).map(({ subject, text }) => `${subject}\n${text}`);

function opened(...trades: ReturnType<typeof trade>[]): MemoryDesk {
  const desk = workedDay();
  if (trades.length > 0) desk.book.fill('daily-trades', trades);
  apply(desk.services, initialOrders());
  desk.world.now = at('11:30');
  return desk;
}

function twoBrokers(): MemoryDesk {
  const desk = workedDay();
  desk.book.fill('brokers', [AURORA, MERIDIAN]);
  apply(desk.services, initialOrders());
  desk.world.now = at('11:30');
  return desk;
}

describe('everything that is cancelled', () => {
  it('before the first fill is stopped at nothing, and the broker is told to stop', () => {
    const desk = opened();
    const report = apply(desk.services, cancel({ reason: 'the feed is wrong' }));
    expect(report).toMatchObject({ status: 'applied', warnings: [] });
    expect(report.headline).toBe('3 orders cancelled, 1 cap replaced: the feed is wrong');
    expect(caps(desk)).toEqual([['Aurora', 'BUY', 2, 0]]);
    expect(amounts(desk).map(([, amount, version]) => [amount, version])).toEqual([
      [0, 2],
      [0, 2],
      [0, 2],
    ]);
    expect(desk.book.records('order-intents')[0]).toMatchObject({
      reason: 'the feed is wrong',
      approved_by: 'trader@desk.example',
    });
    const [, stop] = mailsTo(desk, 'mesa@aurora.example');
    expect(stop).toContain('cancelar o saldo da compra de HASH11');
    expect(stop).toContain('the feed is wrong');
  });

  it('of orders that are all done says that nothing was left to stop', () => {
    const desk = opened(trade(ALFA, 624_000));
    desk.world.fills = [EARLY];
    const { headline } = runner.apply(desk.services, cancel({ reason: 'stop' }), null);
    expect(print(headline, 'en')).toBe(
      '1 order cancelled, all of it done before: nothing was left to stop; 1 cap replaced: stop',
    );
    expect(print(headline, 'pt')).toBe(
      '1 ordem cancelada, já feita por inteiro: nada restava a parar; 1 limite substituído: stop',
    );
  });

  it('after the first fill keeps what was bought for its funds, and the day is complete', () => {
    const desk = opened();
    desk.world.fills = [EARLY];
    apply(desk.services, cancel({ reason: 'stop' }));
    expect(caps(desk)).toEqual([['Aurora', 'BUY', 2, 624_000]]);
    const told = desk.book.records('order-intents');
    expect(told.map(({ ordered, amount }) => [Number(ordered) > 0, amount])).toEqual(
      told.map(() => [true, 0]),
    );
    expect(told.reduce((sum, { kept }) => sum + Number(kept), 0)).toBe(624_000);
    // Bought before the stop and told after it: it is the same funds'.
    desk.world.fills = [EARLY, fill('F2', 'BUY', 1_000, 62.4, at('11:29'))];
    desk.world.now = AT.evening;
    expect(apply(desk.services, finalAllocation()).headline).toContain('COMPLETE');
    const rows = desk.book.records('allocation');
    expect(rows.reduce((sum, { shares }) => sum + Number(shares), 0)).toBe(11_000);
    expect(rows.map(({ cnpj }) => cnpj)).toEqual([ALFA, GAMA, BETA].sort());
  });

  it('is not opened again by the morning’s orders, by units or by a round', () => {
    const desk = opened();
    apply(desk.services, cancel({ reason: 'stop' }));
    const mails = desk.mails.length;
    desk.world.now = at('11:40');
    const again = apply(desk.services, initialOrders());
    const still = again.warnings.filter((warning) => warning.includes('stays so'));
    expect(still).toHaveLength(3);
    expect(still[0]).toContain('was cancelled at 11:30 by trader@desk.example (stop) and stays so');
    desk.world.now = AT.midday;
    expect(apply(desk.services, primaryUnits('all', true)).headline).toBe('no fund trades an ETF today');
    desk.world.now = AT.afternoon;
    expect(apply(desk.services, adjustmentCycle(null)).headline).toContain('the cycle has converged');
    expect(caps(desk)).toEqual([['Aurora', 'BUY', 2, 0]]);
    expect(desk.mails).toHaveLength(mails);
  });

  it('is stopped already when it is asked again', () => {
    const desk = opened();
    apply(desk.services, cancel({ reason: 'stop' }));
    expect(apply(desk.services, cancel({ reason: 'stop, I said' }))).toMatchObject({
      status: 'unchanged',
      headline: 'that is stopped already; nothing changed',
    });
  });

  it('says, asked again, what has been executed since', () => {
    const desk = opened();
    apply(desk.services, cancel({ reason: 'stop' }));
    desk.world.now = AT.midday;
    desk.world.fills = [EARLY];
    const again = apply(desk.services, cancel({ reason: 'stop, I said' }));
    expect(again.status).toBe('unchanged');
    expect(again.warnings.join()).toContain('Aurora has R$ 624,000.00 of BUY HASH11 beyond its cap');
  });
});

describe('one fund’s order', () => {
  it('ends with its part, and the others go on to the cent', () => {
    const desk = opened(trade(ALFA, 10_000_000), trade(BETA, 2_000_000));
    desk.world.fills = [EARLY];
    apply(desk.services, cancel({ cnpj: ALFA, asset: 'hash11', reason: 'no subscription' }));
    // ALFA keeps 8,333 of 10,000 shares; BETA has 1,667 and wants the rest of its R$ 2,000,000.
    expect(caps(desk)).toEqual([['Aurora', 'BUY', 2, 2_519_979.2]]);
    desk.world.now = AT.midday;
    apply(desk.services, primaryUnits('all', true));
    expect(
      desk.book
        .records('primary-requests')
        .map(({ fund, units, executed_shares }) => [fund, units, executed_shares]),
    ).toEqual([['BETA FIF', 2, 1_667]]);
  });

  it('below the tolerance is taken back all the same', () => {
    const desk = opened(trade(ALFA, 10_000_000), trade(BETA, 500));
    apply(desk.services, cancel({ cnpj: BETA, reason: 'typed by mistake' }));
    expect(caps(desk)).toEqual([['Aurora', 'BUY', 2, 10_000_000]]);
  });

  it('does not take a small one of another fund with it', () => {
    const desk = opened(trade(ALFA, 500), trade(BETA, 10_000_000));
    apply(desk.services, cancel({ cnpj: BETA, reason: 'no' }));
    expect(caps(desk)).toEqual([['Aurora', 'BUY', 2, 500]]);
  });

  it('comes back by an amendment with another amount, and by no other', () => {
    const desk = opened(trade(ALFA, 10_000_000), trade(BETA, 2_000_000));
    apply(desk.services, cancel({ cnpj: ALFA, reason: 'stop' }));
    desk.book.fill('daily-trades', [trade(ALFA, 10_000_000), trade(BETA, 3_000_000)]);
    desk.world.now = at('11:40');
    const other = apply(desk.services, amend('BETA gets more'));
    expect(other.warnings.join()).toContain('stays so');
    expect(amounts(desk)).toEqual([
      [ALFA, 0, 2],
      [BETA, 3_000_000, 2],
    ]);
    desk.book.fill('daily-trades', [trade(ALFA, 9_000_000), trade(BETA, 3_000_000)]);
    desk.world.now = at('11:50');
    apply(desk.services, amend('ALFA is back'));
    expect(amounts(desk)[0]).toEqual([ALFA, 9_000_000, 3]);
    expect(caps(desk)[0]?.[3]).toBe(12_000_000);
  });

  it('whose units are requested says that they stay', () => {
    const desk = opened();
    desk.world.now = AT.midday;
    apply(desk.services, primaryUnits('all', true));
    desk.world.now = at('14:00');
    const { warnings } = apply(desk.services, cancel({ cnpj: ALFA, reason: 'stop' }));
    expect(warnings.join()).toContain('8 units of HASH11 are requested for ALFA FIF and stay so');
  });
});

describe('one broker', () => {
  it('stops with what it has, and the other works the rest', () => {
    const desk = twoBrokers();
    desk.world.fills = [EARLY];
    const report = apply(desk.services, cancel({ broker: 'aurora', reason: 'its line is down' }));
    expect(report.headline).toBe('Aurora is stopped, 2 caps replaced: its line is down');
    expect(caps(desk)).toEqual([
      ['Aurora', 'BUY', 2, 624_000],
      ['Meridian', 'BUY', 2, 11_676_000],
    ]);
    expect(mailsTo(desk, 'mesa@aurora.example')[1]).toContain('cancelar o saldo da compra de HASH11');
    expect(mailsTo(desk, 'desk@meridian.example')[1]).toContain('Amended orders');
    for (const [time, stage] of [
      ['12:30', primaryUnits('all', true)],
      ['16:00', adjustmentCycle(null)],
    ] as const) {
      desk.world.now = at(time);
      apply(desk.services, stage);
      expect(caps(desk)[0]).toEqual(['Aurora', 'BUY', 2, 624_000]);
    }
  });

  it('is not opened again by the morning’s orders', () => {
    const desk = twoBrokers();
    apply(desk.services, cancel({ broker: 'Aurora', asset: 'HASH11', side: 'buy', reason: 'down' }));
    desk.world.now = at('11:40');
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000)]);
    apply(desk.services, initialOrders());
    expect(caps(desk).map(([broker, , , cap]) => [broker, cap])).toEqual([
      ['Aurora', 0],
      ['Meridian', 1_000_000],
    ]);
  });

  it('that was the last leaves the orders at rest, and that is said in every later stage', () => {
    const desk = opened();
    const rests = 'BUY HASH11: R$ 12,300,000.00 rests, because every broker of HASH11 was stopped';
    const { warnings } = apply(desk.services, cancel({ broker: 'Aurora', reason: 'down' }));
    expect(warnings.join()).toContain(rests);
    expect(amounts(desk).every(([, amount]) => Number(amount) > 0)).toBe(true);
    desk.world.now = AT.afternoon;
    expect(apply(desk.services, adjustmentCycle(null)).warnings.join()).toContain(rests);
  });
});

describe('a broker whose cap is used up, or passed', () => {
  it.each([197_116, 200_000])('is told to stop, once: %d shares', (shares) => {
    const desk = opened();
    desk.world.fills = [fill('F1', 'BUY', shares, 62.4, at('11:00'))];
    const done = Math.round(shares * 62.4 * 100) / 100;
    for (const minute of ['11:30', '11:31']) {
      desk.world.now = at(minute);
      apply(desk.services, cancel({ side: 'BUY', reason: 'stop' }));
      expect(caps(desk)).toEqual([['Aurora', 'BUY', 2, done]]);
    }
    expect(mailsTo(desk, 'mesa@aurora.example')).toHaveLength(2);
  });
});

describe('a give-back that is cancelled', () => {
  it('keeps what was given back and is not asked again by a later round', () => {
    const desk = workedDay();
    desk.book.fill('daily-trades', [trade(ALFA, 600_000), trade(BETA, 600_000)]);
    apply(desk.services, initialOrders());
    // 20,000 shares more than wanted.
    desk.world.fills = [fill('F1', 'BUY', 40_000, 62.5, at('11:00'))];
    desk.world.now = AT.afternoon;
    apply(desk.services, adjustmentCycle(null));
    const sell = () => desk.book.records('orders').find(({ side }) => side === 'SELL');
    expect(sell()?.cap).toBe(1_300_000);
    desk.world.fills = [...desk.world.fills, fill('F2', 'SELL', 2_000, 62.5, at('16:05'))];
    desk.world.now = at('16:10');
    const report = apply(desk.services, cancel({ side: 'SELL', reason: 'enough' }));
    expect(report.headline).toContain('0 orders and 2 give-backs cancelled');
    expect(sell()).toMatchObject({ cap: 125_000, version: 2 });
    desk.world.now = at('16:40');
    apply(desk.services, adjustmentCycle(null));
    expect(sell()).toMatchObject({ cap: 125_000, version: 2 });
  });
});

describe('offshore orders', () => {
  it('are cancelled by a mail that names them, and stay so', () => {
    const desk = opened(
      trade(ALFA, 10_000_000),
      trade(BETA, 5_000, 'BUY', 'USBTC'),
      trade(ALFA, 7_000, 'SELL', 'USBTC'),
    );
    apply(desk.services, cancel({ asset: 'USBTC', cnpj: BETA, reason: 'no cash' }));
    const offshore = mailsTo(desk, 'offshore@desk.example');
    expect(offshore).toHaveLength(2);
    expect(offshore[1]).toMatch(/CANCEL.*BETA FIF.*5[.,]000[.,]00/s);
    expect(desk.book.records('offshore-orders').map(({ cnpj, amount }) => [cnpj, amount])).toEqual([
      [ALFA, 7_000],
      [BETA, 0],
    ]);
    desk.world.now = at('11:40');
    expect(apply(desk.services, initialOrders()).warnings.join()).toContain(
      'the offshore BUY of USBTC was cancelled and stays so',
    );
    expect(mailsTo(desk, 'offshore@desk.example')).toHaveLength(2);
    expect(caps(desk)).toEqual([['Aurora', 'BUY', 1, 10_000_000]]);
  });
});

describe('a cancellation', () => {
  it('needs a reason', () => {
    expect(apply(opened().services, cancel({})).problems).toEqual([
      'a cancellation needs a reason; write why the orders stop',
    ]);
  });

  it('of what the day does not have is refused, and names what there is', () => {
    const desk = opened();
    const refused = (wish: Parameters<typeof cancel>[0]) =>
      apply(desk.services, cancel({ reason: 'x', ...wish })).problems.join();
    expect(refused({ asset: 'HASH1' })).toBe('"HASH1" has no order of the day; use HASH11');
    expect(refused({ broker: 'Auror' })).toBe('"Auror" has no order of the day; use Aurora');
    expect(refused({ cnpj: '11.222.333/0001-82' })).toContain('wrong check digits');
    expect(refused({ side: 'long' })).toContain('long');
    expect(refused({ side: 'SELL' })).toBe('no order of the day is what was asked for; nothing is cancelled');
    expect(refused({ broker: 'Aurora', cnpj: ALFA })).toContain(
      'a broker works an ETF for all funds together',
    );
  });

  it('with a part that is misspelt stops nothing', () => {
    const wish = { stage: 'cancel', ticker: 'HASH11', reason: 'x' };
    expect(() => stageFrom(wish)).toThrow(
      '"ticker" is nothing that a cancellation knows; use asset, cnpj, broker, side, reason',
    );
    const listed = { stage: 'cancel', asset: ['HASH11'] } as unknown as Parameters<typeof stageFrom>[0];
    expect(() => stageFrom(listed)).toThrow('asset: ["HASH11"]');
  });

  it('comes too late after the close, and before the day is open', () => {
    const desk = opened();
    desk.world.now = at('17:56');
    expect(apply(desk.services, cancel({ reason: 'x' })).problems).toEqual([
      'trading has ended; nothing is worked that could be cancelled',
    ]);
    const early = workedDay();
    expect(apply(early.services, cancel({ reason: 'x' })).problems[0]).toContain('no day is open');
  });

  it('waits for no feed', () => {
    const desk = opened();
    desk.world.feedProblems = [
      { severity: 'error', code: 'feed-failed', tab: null, cell: null, text: { key: 'held' } },
    ];
    const report = apply(desk.services, cancel({ reason: 'the feed is down' }));
    expect(report).toMatchObject({ status: 'applied', warnings: ['held'] });
    expect(caps(desk)).toEqual([['Aurora', 'BUY', 2, 0]]);
  });

  it('does not wait for the warehouse, which gets its rows later', () => {
    const desk = opened();
    desk.world.warehouseDown = true;
    expect(apply(desk.services, cancel({ reason: 'now' })).mails).toBe(1);
    expect(desk.rows.get('order_intents')?.size).toBe(3);
    desk.world.warehouseDown = false;
    desk.world.now = at('11:40');
    apply(desk.services, initialOrders());
    expect(desk.rows.get('order_intents')?.size).toBe(6);
    expect(mailsTo(desk, 'mesa@aurora.example')).toHaveLength(2);
  });

  it('does not wait for mail quota: the caps are down, and the mails go before any other', () => {
    const desk = opened();
    desk.world.mailQuota = 0;
    const report = apply(desk.services, cancel({ reason: 'now' }));
    expect([report.status, report.mails]).toEqual(['applied', 0]);
    expect(report.warnings.join()).toContain('mails wait for quota: call the brokers');
    expect(caps(desk)).toEqual([['Aurora', 'BUY', 2, 0]]);
    desk.world.now = at('11:40');
    expect(apply(desk.services, initialOrders()).status).toBe('unchanged');
    desk.world.mailQuota = 100;
    apply(desk.services, initialOrders());
    const mails = mailsTo(desk, 'mesa@aurora.example');
    expect(mails).toHaveLength(2);
    expect(mails[1]).toContain('v2');
  });

  it('says what was asked, what is asked now and what is executed', () => {
    const desk = opened(trade(ALFA, 10_000_000));
    desk.world.fills = [EARLY];
    const stage = cancel({ cnpj: ALFA, reason: 'stop' });
    apply(desk.services, stage);
    expect(desk.rows.get('order_intents')?.size).toBe(2);
    expect([...desk.runs.values()]).toEqual(['initial', 'cancel']);
  });
});
