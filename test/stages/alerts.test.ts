// What needs a trader: named, ranked by what it may cost, and gone with its cause.
import { describe, expect, it } from '@jest/globals';
import { deskBlotter } from '../../src/desk/look/deskBlotter';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { initialOrders } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { DATE, fill, HASH11, workedDay } from '../fixtures/workedDay';

/** HASH11: limit 30 bps, spread 10; R$ 12.3 million to buy at Aurora, cut-off 13:30. */
function opened(): MemoryDesk {
  const desk = workedDay();
  desk.book.fill('etfs', [{ ...desk.book.records('etfs')[0], spread_bps: 10 }]);
  apply(desk.services, initialOrders());
  return desk;
}

const alerts = (desk: MemoryDesk, time: string) => {
  desk.world.now = `${DATE}T${time}:00`;
  refreshNow(desk.services);
  return deskBlotter(desk.services).alerts.map(({ kind, cost, said: text, todo, request }) => ({
    kind,
    cost,
    text: said(text),
    todo: said(todo),
    request,
  }));
};

describe('alerts', () => {
  it('are none on a quiet day', () => {
    const desk = opened();
    desk.world.fills = [fill('F1', 'BUY', 1_000, 62.5, `${DATE}T11:00:00`)];
    expect(alerts(desk, '11:05')).toEqual([]);
  });

  it('name a broken cap with what trading the excess again costs', () => {
    const desk = opened();
    desk.world.fills = [fill('F1', 'BUY', 200_000, 62.5, `${DATE}T11:00:00`)];
    // 12,500,000 less the cap of 12,300,000, at 10 bps.
    expect(alerts(desk, '11:05')).toMatchObject([{ kind: 'cap', cost: 20_000 }]);
  });

  it('name shares that no fund has, and promise no round that gives them back', () => {
    const desk = workedDay();
    const [row] = desk.book.records('daily-trades');
    desk.book.fill('daily-trades', [{ ...row, side: 'SELL', amount: 625_000 }]);
    desk.book.fill('holdings', [{ cnpj: row?.cnpj ?? null, asset: 'HASH11', shares: 10_000 }]);
    apply(desk.services, initialOrders());
    desk.world.fills = [fill('S1', 'SELL', 11_000, 62.5, `${DATE}T11:00:00`)];
    const found = alerts(desk, '11:05');
    const naked = found.find(({ kind }) => kind === 'naked');
    expect(naked?.text).toContain('1,000 shares of HASH11 are sold naked');
    expect(naked?.todo).toContain('Call Aurora');
    const caps = found.filter(({ kind }) => kind === 'cap');
    expect(caps.length).toBeGreaterThan(0);
    for (const { todo } of caps) expect(todo).not.toContain('the last round gives back');
  });

  it('name fills beyond the limit with exactly what they cost more than it', () => {
    const desk = opened();
    desk.world.fills = [fill('F1', 'BUY', 1_000, 62.78, `${DATE}T11:00:00`)];
    // Ten centavos above 62.68 for 1,000 shares.
    expect(alerts(desk, '11:05')).toMatchObject([{ kind: 'limit', cost: 10_000 }]);
  });

  it('name a bust, and a limit that the iNAV has passed: the dearer first', () => {
    const desk = opened();
    desk.world.fills = [{ ...fill('F1', 'BUY', 16_000, 62.5, `${DATE}T11:00:00`), status: 'BUSTED' }];
    desk.world.quotes = [{ ...HASH11, inav: 63 }];
    const found = alerts(desk, '11:05');
    // 50.79 bps beyond the limit and 10 of spread on 12,300,000; 10 bps of 1,000,000.
    expect(found.map(({ kind, cost }) => [kind, Math.round(cost / 100)])).toEqual([
      ['limit-passed', 74_772],
      ['bust', 1_000],
    ]);
    expect(found[0]).toMatchObject({ request: { stage: 'adjustments' } });
  });

  it('name a cut-off from fifteen minutes before it, with the stage to run', () => {
    const desk = opened();
    expect(alerts(desk, '13:14')).toEqual([]);
    const [found] = alerts(desk, '13:15');
    expect(found).toMatchObject({ kind: 'cutoff', request: { stage: 'primary', scope: 'nasdaq' } });
    expect(found?.text).toContain('until 13:30, 15 minutes from now');
    expect(alerts(desk, '13:31')).toEqual([]);
  });

  it('name an iNAV that is older than the desk allows', () => {
    const desk = opened();
    desk.world.now = `${DATE}T11:16:00`;
    expect(deskBlotter(desk.services).alerts.map(({ kind }) => kind)).toEqual(['stale-inav']);
    expect(alerts(desk, '11:16')).toEqual([]);
  });
});
