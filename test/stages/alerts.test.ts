// What needs a trader: named, ranked by what it may cost, and gone with its cause.
import { describe, expect, it } from '@jest/globals';
import { deskBlotter, keysOf } from '../../src/desk/look/deskBlotter';
import { deskOverview } from '../../src/desk/look/overview';
import { putAway } from '../../src/desk/look/putAway';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { sampleDesk } from '../fakes/sampleDesk';
import { AURORA, MERIDIAN } from '../fixtures/twoBrokers';
import { twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, DATE, fill, GAMA, HASH11, trade, workedDay } from '../fixtures/workedDay';

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

  it('name who sold what no fund has: who went beyond its shares, else all that sold', () => {
    const desk = workedDay();
    const [row] = desk.book.records('daily-trades');
    const held = (shares: number) =>
      desk.book.fill('holdings', [{ cnpj: row?.cnpj ?? null, asset: 'HASH11', shares }]);
    const naked = () => alerts(desk, '11:05').find(({ kind }) => kind === 'naked')?.text;
    desk.book.fill('brokers', [AURORA, MERIDIAN]);
    desk.book.fill('daily-trades', [{ ...row, side: 'SELL', amount: 625_000 }]);
    held(10_000);
    apply(desk.services, initialOrders());
    const meridian = { ...fill('M1', 'SELL', 4_000, 62.5, `${DATE}T11:00:00`), broker: 'Meridian' };
    // Each was told R$ 375,000.00 and R$ 250,000.00: Aurora sells at 62.00, less than its money and 40 shares more.
    desk.world.fills = [meridian, fill('A1', 'SELL', 6_040, 62, `${DATE}T11:00:00`)];
    expect(naked()).toMatch(/^40 shares of HASH11 are sold naked: .* call Aurora, have them/);
    // Somebody corrects what the fund holds: each has sold what it was told.
    desk.world.fills = [meridian, fill('A1', 'SELL', 6_000, 62.5, `${DATE}T11:00:00`)];
    held(9_900);
    expect(naked()).toMatch(/^100 shares of HASH11 are sold naked: .* call Aurora, Meridian, have them/);
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
    // Its units are not decided: they come first, and it is not their time.
    expect(found[0]).toMatchObject({ request: null });
    expect(found[0]?.todo).toContain('Primary units: nasdaq at 13:00 sets the limits anew');
  });

  it('count what a fund lacks whole, though another has more than that too much', () => {
    const desk = workedDay();
    desk.book.fill('daily-trades', [trade(ALFA, 700_000), trade(GAMA, 300_000)]);
    apply(desk.services, initialOrders());
    desk.world.now = `${DATE}T12:30:00`;
    // One unit of 1,250,000: Alfa is 550,000 over, and Gama lacks all it wants.
    apply(desk.services, primaryUnits('nasdaq', true));
    desk.world.now = `${DATE}T13:00:00`;
    refreshNow(desk.services);
    expect(deskBlotter(desk.services).sides[0]).toMatchObject({
      ...{ asset: 'HASH11', side: 'BUY', residual: -25_000_000, open: 30_000_000, over: 55_000_000 },
    });
    const old = alerts(desk, '13:40').filter(({ kind }) => kind === 'stale-inav');
    expect(old).toEqual([]);
    desk.world.quotes = [{ ...HASH11, inav: 63 }];
    const [passed] = alerts(desk, '13:45').filter(({ kind }) => kind === 'limit-passed');
    expect(passed?.text).toContain('R$ 300,000.00 stays undone');
  });

  it('offer what is due: units before the rounds, a round once its time has come, nothing after the last', () => {
    const desk = opened();
    desk.world.quotes = [{ ...HASH11, inav: 63 }];
    const [noon] = alerts(desk, '13:16').filter(({ kind }) => kind === 'limit-passed');
    expect(noon).toMatchObject({ request: { stage: 'primary', scope: 'nasdaq' } });
    expect(deskOverview(desk.services, null).next).toMatchObject({ name: 'primary:nasdaq', isDue: true });
    // Without access nothing is asked for, and all of it stays with the brokers.
    desk.book.fill('settings', [
      ...desk.book.records('settings'),
      { key: 'full_uses_primary', value: 'no' },
      { key: 'partial_uses_primary', value: 'no' },
    ]);
    apply(desk.services, primaryUnits('nasdaq', true));
    desk.world.quotes = [{ ...HASH11, inav: 64 }];
    const passed = (time: string) => alerts(desk, time).find(({ kind }) => kind === 'limit-passed');
    expect(passed('13:40')?.request).toBeNull();
    expect(passed('13:40')?.todo).toMatch(/^Adjustment cycle at \d\d:\d\d sets the limits anew/);
    const { at } = deskOverview(desk.services, null).next ?? {};
    const due = passed(String(at).slice(11, 16));
    expect(due).toMatchObject({ request: { stage: 'adjustments' } });
    desk.book.fill('settings', [
      ...desk.book.records('settings'),
      { key: 'max_adjustment_iterations', value: '1' },
    ]);
    apply(desk.services, adjustmentCycle(null));
    desk.world.quotes = [{ ...HASH11, inav: 65 }];
    expect(passed(String(at).slice(11, 16))).toMatchObject({ request: null });
    expect(passed(String(at).slice(11, 16))?.todo).toContain('No step of today sets the limits anew');
  });

  it('advise no round once the day is allocated, and are silent on busts that the allocation knows', () => {
    const desk = opened();
    desk.world.fills = [
      fill('F1', 'BUY', 200_000, 62.5, `${DATE}T11:00:00`),
      { ...fill('F2', 'BUY', 1_000, 62.5, `${DATE}T11:00:00`), status: 'BUSTED' },
    ];
    expect(alerts(desk, '11:05').map(({ kind }) => kind)).toEqual(['cap', 'bust']);
    desk.world.now = `${DATE}T18:40:00`;
    apply(desk.services, finalAllocation());
    const after = alerts(desk, '18:45');
    expect(after.map(({ kind }) => kind)).toEqual(['cap']);
    expect(after[0]?.todo).toContain('The day is allocated');
    for (const { todo } of after) expect(todo).not.toContain('round');
    // A bust after the allocation makes it another one: that is what is offered.
    desk.world.fills = desk.world.fills.map((each) => ({ ...each, status: 'BUSTED' as const }));
    const late = alerts(desk, '18:55').find(({ kind }) => kind === 'bust');
    expect(late).toMatchObject({ request: { stage: 'final' } });
  });

  it('of one kind and cause are one row with the count and the names, its cost that of all', () => {
    const desk = sampleDesk();
    desk.world.now = `${DATE}T10:15:00`;
    apply(desk.services, initialOrders());
    desk.world.now = `${DATE}T11:30:00`;
    const { alerts: groups } = deskBlotter(desk.services);
    expect(groups.map(({ kind }) => kind)).toEqual(['stale-inav']);
    const [group] = groups;
    const names = group?.alerts.map(({ asset }) => asset) ?? [];
    expect(names.length).toBeGreaterThan(2);
    expect(group && said(group.said)).toBe(
      `the iNAVs of ${names.length} ETFs are too old: ${names.join(', ')}`,
    );
    expect(group?.cost).toBe(group?.alerts.reduce((sum, { cost }) => sum + cost, 0));
    const costs = group?.alerts.map(({ cost }) => cost) ?? [];
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
    // Put away together; one that says something else comes back alone.
    putAway(desk.services, DATE, group === undefined ? [] : keysOf(group));
    expect(deskBlotter(desk.services)).toMatchObject({ alerts: [], putAway: names.length });
  });

  it('say how their cost is counted', () => {
    const desk = opened();
    desk.world.fills = [fill('F1', 'BUY', 200_000, 62.5, `${DATE}T11:00:00`)];
    desk.world.now = `${DATE}T11:05:00`;
    refreshNow(desk.services);
    const [cap] = deskBlotter(desk.services).alerts;
    expect(cap && said(cap.basis)).toBe('R$ 200,000.00 traded again at 10 bps, the spread of HASH11');
  });

  it('name a cut-off from fifteen minutes before it, with the stage to run', () => {
    const desk = opened();
    expect(alerts(desk, '13:14')).toEqual([]);
    const [found] = alerts(desk, '13:15');
    expect(found).toMatchObject({ kind: 'cutoff', request: { stage: 'primary', scope: 'nasdaq' } });
    expect(found?.text).toContain('until 13:30, 15 minutes from now');
    expect(alerts(desk, '13:31')).toEqual([]);
  });

  it('count for a cut-off what is open of its own ETF alone', () => {
    const desk = twoFamilies();
    apply(desk.services, initialOrders());
    desk.world.now = `${DATE}T12:40:00`;
    refreshNow(desk.services);
    const { sides, alerts: groups } = deskBlotter(desk.services);
    const cutoffs = groups.flatMap(({ alerts: own }) => own).filter(({ kind }) => kind === 'cutoff');
    const open = sides.filter(({ asset }) => asset === 'DEFI11').reduce((sum, side) => sum + side.open, 0);
    expect(cutoffs.map(({ asset, money }) => [asset, money])).toEqual([['DEFI11', open]]);
    expect(open).toBe(130_000_000);
  });

  it('name an iNAV that is older than the desk allows', () => {
    const desk = opened();
    desk.world.now = `${DATE}T11:16:00`;
    expect(deskBlotter(desk.services).alerts.map(({ kind }) => kind)).toEqual(['stale-inav']);
    expect(alerts(desk, '11:16')).toEqual([]);
  });
});
