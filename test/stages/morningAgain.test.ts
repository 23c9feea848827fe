// Initial orders run again before the first fill: what is no longer asked stops, and nothing is sent twice.
import { describe, expect, it } from '@jest/globals';
import { preview } from '../../src/desk/run/runner';
import { initialOrders } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { ALFA, AT, BETA, DATE, GAMA, HASH11, MIDDAY_FILL, trade, workedDay } from '../fixtures/workedDay';

const caps = (desk: MemoryDesk) =>
  desk.book.records('orders').map(({ side, version, cap }) => [side, version, cap]);
const amounts = (desk: MemoryDesk) =>
  desk.book.records('order-intents').map(({ cnpj, amount, version }) => [cnpj, amount, version]);

function again(desk: MemoryDesk, minute: string, rows: ReturnType<typeof trade>[]) {
  desk.world.now = `${DATE}T10:${minute}:00`;
  desk.book.fill('daily-trades', rows);
  return apply(desk.services, initialOrders());
}

describe('the morning’s orders, run again', () => {
  it('stop a fund whose row went away, and lower the broker’s cap by it', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    again(desk, '30', [trade(ALFA, 10_000_000), trade(GAMA, 300_000)]);
    expect(caps(desk)).toEqual([['BUY', 2, 10_300_000]]);
    expect(amounts(desk)).toEqual([
      [ALFA, 10_000_000, 1],
      [GAMA, 300_000, 1],
      [BETA, 0, 2],
    ]);
    expect(desk.mails[1]?.text).toContain('SUBSTITUI a v1');
  });

  it('stop everything when the last row went away, and the brokers and the offshore desk are told', () => {
    const desk = workedDay();
    again(desk, '20', [trade(ALFA, 10_000_000), trade(BETA, 5_000, 'BUY', 'USBTC')]);
    const report = again(desk, '30', []);
    expect(report.problems).toEqual([]);
    expect(report.warnings.join()).toContain('every order of the day is stopped');
    expect(caps(desk)).toEqual([['BUY', 2, 0]]);
    expect(
      desk.mails.slice(2).map(({ to, text }) => [to[0], /cancelar o saldo|CANCELLED/.test(text)]),
    ).toEqual([
      ['mesa@aurora.example', true],
      ['offshore@desk.example', true],
    ]);
    expect(again(desk, '31', [])).toMatchObject({ status: 'unchanged', mails: 0 });
  });

  it('need a trade as long as nothing is out', () => {
    const desk = workedDay();
    expect(again(desk, '20', []).problems.join()).toContain('there is no trade to do');
  });

  it('begin again with a row that comes back', () => {
    const desk = workedDay();
    const rows = [trade(ALFA, 10_000_000), trade(BETA, 2_000_000)];
    again(desk, '20', rows);
    again(desk, '30', rows.slice(0, 1));
    again(desk, '40', rows);
    expect(caps(desk)).toEqual([['BUY', 3, 12_000_000]]);
    expect(amounts(desk)).toEqual([
      [ALFA, 10_000_000, 1],
      [BETA, 2_000_000, 3],
    ]);
  });

  it('stop an ETF of which nobody knows the price any more', () => {
    const desk = workedDay();
    desk.book.fill('etfs', [
      ...desk.book.records('etfs'),
      { asset: 'BITH11', family: 'nasdaq', limit_bps: 30 },
    ]);
    desk.world.quotes = [HASH11, { ...HASH11, asset: 'BITH11' }];
    again(desk, '20', [trade(ALFA, 10_000_000), trade(ALFA, 1_000_000, 'BUY', 'BITH11')]);
    desk.world.quotes = desk.world.quotes.slice(0, 1);
    desk.book.fill('market-data', []);
    again(desk, '30', [trade(ALFA, 10_000_000)]);
    expect(caps(desk).sort()).toEqual([
      ['BUY', 1, 10_000_000],
      ['BUY', 2, 0],
    ]);
  });
});

describe('run again once the day has fills', () => {
  const [alfa, beta, gama] = [trade(ALFA, 10_000_000), trade(BETA, 2_000_000), trade(GAMA, 300_000)];
  const rows = () => [alfa, beta, gama];
  const trading = (...more: ReturnType<typeof trade>[]): MemoryDesk => {
    const desk = workedDay();
    again(desk, '20', [...rows(), ...more]);
    desk.world.now = AT.midday;
    desk.world.fills = [MIDDAY_FILL];
    desk.mails.length = 0;
    return desk;
  };
  const at = (desk: MemoryDesk, asked: ReturnType<typeof trade>[], minute = '31') => {
    desk.world.now = `${DATE}T12:${minute}:00`;
    desk.book.fill('daily-trades', asked);
    return apply(desk.services, initialOrders());
  };

  it('they stop the order whose row went away at what is done, and the preview shows it', () => {
    const desk = trading(trade(BETA, 5_000, 'BUY', 'USBTC'));
    desk.book.fill('daily-trades', [alfa, gama]);
    const shown = preview(desk.services, initialOrders());
    expect(shown.decisions.map(({ title }) => said(title))).toContain('Orders that end');
    const report = at(desk, [alfa, gama]);
    expect(report).toMatchObject({ status: 'applied', problems: [], mails: 2 });
    expect(report.headline).toContain(
      '2 orders whose rows went away stopped at what is done, 1 cap replaced',
    );
    const kept = Number(desk.book.records('orders')[0]?.cap) - 10_300_000;
    expect(amounts(desk).filter(([, amount]) => amount === 0)).toEqual([[BETA, 0, 2]]);
    // Beta keeps its part of the 624,000 that were done.
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(624_000);
    expect(desk.mails[0]?.text).toContain('SUBSTITUI a v1');
    expect(desk.mails[1]?.text).toContain('CANCELLED');
    expect(at(desk, [alfa, gama], '32')).toMatchObject({ status: 'unchanged', mails: 0 });
  });

  it('they never open again what they stopped, nor change what is asked otherwise', () => {
    const desk = trading();
    at(desk, [alfa]);
    const back = at(desk, rows(), '40');
    expect(back).toMatchObject({ status: 'unchanged', mails: 0 });
    expect(back.warnings.join()).toContain('stays so');
    const raised = at(desk, [trade(ALFA, 12_000_000)], '41');
    expect(raised.status).toBe('unchanged');
    expect(raised.warnings.join()).toContain('Use Trading > Amend an order');
    const moved = at(desk, [{ ...trade(ALFA, 10_000_000), strategy: 'RebalanceOrder' }], '42');
    expect(moved.status).toBe('unchanged');
  });

  it('they stop nothing where no row asks for anything, and say how to stop everything', () => {
    const desk = trading();
    const report = at(desk, []);
    expect(report).toMatchObject({ status: 'refused', mails: 0 });
    expect(report.problems.join()).toContain('none of the 3 orders that are worked');
    expect(amounts(desk)).toHaveLength(3);
  });

  it('they stop nothing for a row that cannot be read, and nothing after the close', () => {
    const desk = trading();
    const slip = { ...trade(GAMA, 300_000), cnpj: '11.444.777/0001-61' };
    expect(at(desk, [alfa, beta, slip]).problems.join()).toContain('is no fund of fund-stats');
    desk.world.now = AT.evening;
    desk.book.fill('daily-trades', [alfa]);
    expect(apply(desk.services, initialOrders())).toMatchObject({ status: 'unchanged', mails: 0 });
  });

  it('they leave an order whose fund has no cash any more: its row is there', () => {
    const desk = trading();
    const [fund, ...others] = desk.book.records('fund-stats');
    desk.book.fill('fund-stats', [{ ...fund, cash: -1_000 }, ...others]);
    expect(at(desk, rows()).status).toBe('unchanged');
  });
});
