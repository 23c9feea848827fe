// Initial orders run again before the first fill: what is no longer asked stops, and nothing is sent twice.
import { describe, expect, it } from '@jest/globals';
import { initialOrders } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { ALFA, BETA, DATE, GAMA, HASH11, trade, workedDay } from '../fixtures/workedDay';

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
