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
import { ALFA, BETA, DATE, fill, GAMA, HASH11, trade, workedDay } from '../fixtures/workedDay';

/** HASH11: limit 30 bps, spread 10; R$ 12.3 million to buy at Aurora, cut-off 13:30. */
function opened(): MemoryDesk {
  const desk = workedDay();
  desk.book.fill('etfs', [{ ...desk.book.records('etfs')[0], spread_bps: 10 }]);
  apply(desk.services, initialOrders());
  return desk;
}

/** Alfa sells the 10,000 shares that it holds for R$ 625,000.00; Beta buys for R$ 300,000.00, and both at Aurora. */
function seller(): MemoryDesk {
  const desk = workedDay();
  desk.book.fill('daily-trades', [{ ...trade(ALFA, 625_000), side: 'SELL' }, trade(BETA, 300_000)]);
  desk.book.fill('holdings', [{ cnpj: ALFA, asset: 'HASH11', shares: 10_000 }]);
  desk.book.fill('settings', [
    ...desk.book.records('settings'),
    { key: 'full_uses_primary', value: 'no' },
    { key: 'partial_uses_primary', value: 'no' },
    { key: 'max_adjustment_iterations', value: '1' },
  ]);
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

  it('count what is sold naked the same once others begin to give back, and the sentence adds up', () => {
    const desk = seller();
    // Alfa's 10,000 and 1,000 that nobody has; Beta has R$ 300,000.00 too much, to be given back in the last round.
    desk.world.fills = [
      fill('S1', 'SELL', 11_000, 62.5, `${DATE}T11:00:00`),
      fill('B1', 'BUY', 9_600, 62.5, `${DATE}T11:00:00`),
    ];
    const naked = (time: string) => alerts(desk, time).find(({ kind }) => kind === 'naked')?.text;
    const before = naked('13:40');
    expect(before).toContain(
      '1,000 shares of HASH11 are sold naked: 11,000 are sold in all, and the funds that were selling then had 10,000 of them',
    );
    apply(desk.services, primaryUnits('all', true));
    desk.world.now = `${DATE}T16:40:00`;
    apply(desk.services, adjustmentCycle(null));
    expect(desk.book.records('orders').filter(({ side, cap }) => side === 'SELL' && cap !== 0)).not.toEqual(
      [],
    );
    expect(naked('16:41')).toBe(before);
    // Beta has given back 2,000: they are sold, too, and are its own.
    desk.world.fills = [...desk.world.fills, fill('S2', 'SELL', 2_000, 62.5, `${DATE}T16:45:00`)];
    expect(naked('16:46')).toContain('1,000 shares of HASH11 are sold naked: 13,000 are sold in all');
    expect(naked('16:46')).toContain('had 12,000 of them to sell');
    // One note of a side, wherever it is shown.
    const { sides } = deskBlotter(desk.services);
    const noteOf = (asset: string, side: string) =>
      sides.find((one) => one.asset === asset && one.side === side)?.note ?? null;
    const rows = desk.book.records('status').filter(({ fund }) => fund === null || fund === '');
    expect(rows.map(({ side }) => side).sort()).toEqual(['BUY', 'SELL']);
    for (const { asset, side, note } of rows) {
      const own = noteOf(String(asset), String(side));
      expect(own === null ? '' : said(own)).toBe(String(note ?? ''));
    }
    expect(rows.find(({ side }) => side === 'SELL')?.note).toContain('1,000 shares of HASH11 are sold naked');
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

  it('name a limit that the iNAV has passed for who still works, whatever limit a broker has that is done', () => {
    const desk = workedDay();
    desk.book.fill('daily-trades', [trade(ALFA, 2_000_000)]);
    desk.book.fill('brokers', [AURORA, MERIDIAN]);
    desk.book.fill('settings', [
      ...desk.book.records('settings'),
      { key: 'full_uses_primary', value: 'no' },
      { key: 'adjustments_from', value: '10:30' },
    ]);
    apply(desk.services, initialOrders());
    const caps = desk.book.records('orders').map(({ broker, cap }) => [String(broker), Number(cap)] as const);
    const [[name, whole] = ['', 0]] = caps;
    // The first has all it may buy; in a cheaper market the other alone gets a new limit, R$ 60.18.
    desk.world.fills = [{ ...fill('F1', 'BUY', whole / 62.5, 62.5, `${DATE}T11:00:00`), broker: name }];
    desk.world.quotes = [{ ...HASH11, inav: 60 }];
    desk.world.now = `${DATE}T14:00:00`;
    apply(desk.services, adjustmentCycle(null));
    expect(
      desk.book
        .records('orders')
        .map(({ limit_price }) => limit_price)
        .sort(),
    ).toEqual([60.18, 62.68]);
    desk.world.quotes = [{ ...HASH11, inav: 60.5 }];
    const found = alerts(desk, '14:05');
    expect(deskBlotter(desk.services).sides[0]).toMatchObject({ limitPrice: 60.18, headroomBps: -52.89 });
    expect(found.map(({ kind }) => kind)).toContain('limit-passed');
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
    // The side has more than it wants without what was busted: nobody is to trade that again.
    expect(alerts(desk, '11:05').map(({ kind }) => kind)).toEqual(['cap']);
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

  it('ask for a busted fill again only as far as funds call for it and the cap of its broker leaves room', () => {
    const desk = opened();
    desk.book.fill('brokers', [AURORA, MERIDIAN]);
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000)]);
    apply(desk.services, initialOrders());
    const meridian = (id: string, shares: number, time: string) => ({
      ...fill(id, 'BUY', shares, 62.5, `${DATE}T${time}:00`),
      broker: 'Meridian',
    });
    const aurora = fill('A1', 'BUY', 9_600, 62.5, `${DATE}T10:40:00`);
    const gone = { ...meridian('M1', 6_400, '10:45'), status: 'BUSTED' as const };
    const bust = (time: string, ...fills: typeof desk.world.fills) => {
      desk.world.fills = fills;
      return alerts(desk, time).find(({ kind }) => kind === 'bust');
    };
    // R$ 600,000.00 and R$ 400,000.00 were told; what Meridian did of its part is busted, and open.
    const first = bust('11:05', aurora, gone);
    expect(first).toMatchObject({ cost: 40_000 });
    expect(first?.todo).toContain(
      'R$ 400,000.00 of the side is open, and the cap of Meridian leaves R$ 400,000.00 for it. Ask Meridian',
    );
    // A part is traded again: the rest is asked for, and costs what the rest does.
    const partly = bust('11:10', aurora, gone, meridian('M2', 4_800, '11:08'));
    expect(partly).toMatchObject({ cost: 10_000 });
    expect(partly?.todo).toContain(
      'R$ 100,000.00 of the side is open, and the cap of Meridian leaves R$ 100,000.00',
    );
    // All of it is: nothing is left to be done.
    expect(bust('11:15', aurora, gone, meridian('M2', 6_400, '11:08'))).toBeUndefined();
    // Another broker has done it beyond its cap: the side wants nothing, though Meridian's cap leaves room.
    expect(bust('11:20', { ...aurora, quantity: 16_000 }, gone)).toBeUndefined();
    // Meridian is beyond its cap and Aurora has hardly done anything: the side is open, and nothing of it is Meridian's to do.
    const full = bust('11:25', { ...aurora, quantity: 1_600 }, gone, meridian('M2', 8_000, '11:08'));
    expect(full?.todo).toContain(
      'R$ 400,000.00 of the side is open, and the cap of Meridian leaves nothing for it',
    );
    expect(full?.todo).not.toContain('Ask Meridian');
  });

  it('ask for another allocation only where the latest counts what was busted, however PENDING the day is', () => {
    const desk = opened();
    // Of Meridian nothing is heard: the day stays PENDING, and the final allocation may run again.
    desk.book.fill('brokers', [AURORA, MERIDIAN]);
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000)]);
    apply(desk.services, initialOrders());
    const traded = fill('A1', 'BUY', 3_200, 62.5, `${DATE}T10:40:00`);
    const known = { ...fill('A2', 'BUY', 3_200, 62.5, `${DATE}T10:45:00`), status: 'BUSTED' as const };
    desk.world.fills = [traded, known];
    desk.world.now = `${DATE}T18:40:00`;
    apply(desk.services, finalAllocation());
    expect(desk.book.records('log').at(-1)?.headline).toMatch(/^PENDING/);
    const bust = (time: string) => alerts(desk, time).find(({ kind }) => kind === 'bust');
    expect(bust('18:45')).toBeUndefined();
    // A late fill makes another version necessary; the bust has no part in it.
    desk.world.fills = [traded, known, fill('A3', 'BUY', 1_600, 62.5, `${DATE}T11:45:00`)];
    expect(bust('18:50')).toBeUndefined();
    // Also where nobody wrote down when it was heard of: more was traded than was allocated, not less.
    desk.properties.delete('busts-heard');
    expect(bust('18:51')).toBeUndefined();
    // A second bust is heard of after the allocation, which counts it.
    desk.world.fills = [{ ...traded, status: 'BUSTED' }, known, ...desk.world.fills.slice(2)];
    expect(bust('18:55')).toMatchObject({ request: { stage: 'final' } });
    desk.world.now = `${DATE}T19:00:00`;
    apply(desk.services, finalAllocation());
    expect(bust('19:05')).toBeUndefined();
  });

  it('say when a bust was heard of beside when its fill was traded, and the first that heard of it stays', () => {
    const desk = opened();
    const traded = fill('F1', 'BUY', 16_000, 62.5, `${DATE}T10:40:00`);
    desk.world.fills = [traded];
    expect(alerts(desk, '11:05')).toEqual([]);
    const bust = (time: string) => alerts(desk, time).find(({ kind }) => kind === 'bust')?.text;
    desk.world.fills = [{ ...traded, status: 'BUSTED' }];
    expect(bust('11:40')).toMatch(/ was busted: traded at 10:40, heard of at 11:40$/);
    expect(bust('12:10')).toMatch(/ was busted: traded at 10:40, heard of at 11:40$/);
    // It counts again and is busted again: that is another bust.
    desk.world.fills = [traded];
    expect(bust('12:20')).toBeUndefined();
    desk.world.fills = [{ ...traded, status: 'BUSTED' }];
    expect(bust('12:30')).toMatch(/ heard of at 12:30$/);
    // Of what a person typed nobody knows when it was heard of.
    desk.world.fills = [];
    desk.properties.delete('busts-heard');
    expect(bust('12:40')).toMatch(/ was busted: traded at 10:40$/);
  });

  it('put shares that nobody can deliver before what is only traded again, at their whole price', () => {
    const desk = seller();
    desk.world.fills = [
      fill('S1', 'SELL', 11_000, 62.5, `${DATE}T11:00:00`),
      fill('B1', 'BUY', 3_000, 64, `${DATE}T11:00:00`),
    ];
    desk.world.now = `${DATE}T11:05:00`;
    refreshNow(desk.services);
    const [dearest, ...others] = deskBlotter(desk.services).alerts;
    expect(dearest).toMatchObject({ kind: 'naked', cost: 6_250_000 });
    expect(dearest && said(dearest.basis)).toBe(
      '1,000 shares at R$ 62.50 that cannot be delivered: bought in, they cost R$ 62,500.00',
    );
    expect(others.map(({ kind }) => kind)).toContain('limit');
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
