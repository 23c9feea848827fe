// What a preview shows to decide by says the same as what the stage writes, to the cent: one truth before and after.
import { describe, expect, it } from '@jest/globals';
import { overrideUnits } from '../../src/desk/person/overrideUnits';
import { preview } from '../../src/desk/run/runner';
import type { Message } from '../../src/language/message';
import type { Cell } from '../../src/sheets/cell';
import type { DecisionCell, DecisionTable } from '../../src/stages/decisions/table';
import {
  adjustmentCycle,
  amend,
  cancel,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
  stageOf,
  status,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, BETA, DATE, fill, GAMA, trade } from '../fixtures/workedDay';

const shown = (desk: MemoryDesk, stage: Stage): readonly DecisionTable[] =>
  preview(desk.services, stage).decisions;

type Row = Readonly<Record<string, DecisionCell>>;

/** The rows of the tables with these titles, by the labels of their columns. */
const rowsIn = (tables: readonly DecisionTable[], ...titles: readonly string[]): readonly Row[] =>
  tables
    .filter(({ title }) => titles.includes(said(title)))
    .flatMap(({ columns, rows }) =>
      rows.map(({ cells }) =>
        Object.fromEntries(columns.map(({ label }, at) => [said(label), cells[at] ?? null])),
      ),
    );

/** What screens call it: tabs have its whole name. */
const short = (fund: Cell | undefined): string => String(fund).replace(/ FIF$/, '');
const messageOf = (cell: DecisionCell | undefined): Message => {
  if (cell === null || typeof cell !== 'object') throw new Error('no sentence');
  return cell;
};
const cents = (cell: Cell | undefined): number => Math.round(Number(cell) * 100);
const totals = ({ columns, total }: DecisionTable): Row =>
  Object.fromEntries(columns.map(({ label }, at) => [said(label), total?.[at] ?? null]));

const midday = (): MemoryDesk => {
  const desk = twoFamilies();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [...MORNING_FILLS];
  return desk;
};

const afternoon = (): MemoryDesk => {
  const desk = midday();
  apply(desk.services, primaryUnits('all', true));
  desk.world.now = AT.afternoon;
  desk.world.fills = [...MORNING_FILLS, fill('A3', 'BUY', 9_000, 62.6, `${DATE}T15:00:00`)];
  return desk;
};

const CAPS = ['Buys: what brokers may work', 'Sells: what brokers may work'];
const UNITS = ['Creations: buys by fund', 'Redemptions: sells by fund'];

/** The caps that the tables show are those that the tab orders then says, version by version. */
function expectCaps(tables: readonly DecisionTable[], desk: MemoryDesk): void {
  const rows = rowsIn(tables, ...CAPS);
  const orders = desk.book.records('orders');
  expect(rows.length).toBeGreaterThan(0);
  for (const { ETF, Broker, Version, ...row } of rows) {
    const own = orders.filter(
      ({ asset, broker, version }) => asset === ETF && broker === Broker && version === Version,
    );
    // In the morning there is no cap before: then the table has one cap and no change.
    const cap = row.Cap ?? row['Cap after'];
    expect(own.map((order) => [cents(order.cap), cents(order.executed)])).toContainEqual([cap, row.Executed]);
    if (row.Cap === undefined) expect(row.Change).toBe(Number(cap) - Number(row['Cap before']));
  }
}

describe('the initial orders', () => {
  it('are shown by ETF and broker, buys and sells apart with own totals, as orders says them', () => {
    const desk = twoFamilies();
    const tables = shown(desk, initialOrders());
    apply(desk.services, initialOrders());
    expectCaps(tables, desk);
    const orders = desk.book.records('orders');
    expect(rowsIn(tables, ...CAPS)).toHaveLength(orders.length);
    for (const [title, side] of [
      [CAPS[0], 'BUY'],
      [CAPS[1], 'SELL'],
    ]) {
      const table = tables.find((each) => said(each.title) === title);
      const sum = orders.filter((row) => row.side === side).reduce((all, { cap }) => all + cents(cap), 0);
      expect(table && totals(table).Cap).toBe(sum);
    }
  });
});

describe('midday', () => {
  it('shows each fund’s units, and what is open before and after, as primary-requests then says', () => {
    const desk = midday();
    const tables = shown(desk, primaryUnits('all', true));
    apply(desk.services, primaryUnits('all', true));
    expectCaps(tables, desk);
    const written = desk.book
      .records('primary-requests')
      .map((row) => [
        short(row.fund),
        row.asset,
        row.units,
        cents(row.value),
        cents(row.residual),
        cents(row.target),
      ]);
    const rows = rowsIn(tables, ...UNITS);
    expect(
      rows.map((row) => [row.Fund, row.ETF, row.Units, row.Value, row['Open after'], row.Target]).sort(),
    ).toEqual(written.sort());
  });

  it('shows what is executed and open now as every place does, before it is split for the plan', () => {
    const desk = midday();
    apply(desk.services, status());
    const now = desk.book.records('status').filter(({ fund }) => fund !== null);
    const rows = rowsIn(shown(desk, primaryUnits('all', true)), ...UNITS);
    expect(rows).toHaveLength(now.length);
    for (const row of rows) {
      const own = now.find(({ fund, asset }) => `${row.Fund} `.startsWith(`${fund} `) && asset === row.ETF);
      expect([row['Executed before'], row['Open before']]).toEqual([
        cents(own?.executed),
        cents(own?.residual),
      ]);
    }
    // The plan splits the same fills for what units leave.
    expect(rows.some((row) => row['Executed before'] !== row['Executed after'])).toBe(true);
    for (const asset of new Set(rows.map((row) => row.ETF))) {
      const own = rows.filter((row) => row.ETF === asset && row.Fund !== 'DELTA');
      const sum = (label: string): number => own.reduce((all, row) => all + Number(row[label]), 0);
      expect(sum('Executed before')).toBe(sum('Executed after'));
      expect(sum('Open before')).toBe(sum('Open after') + sum('Value'));
    }
  });

  it('shows first what decides: fund, ETF, units by right and chosen, one more or less, open before and after, means', () => {
    const tables = shown(midday(), primaryUnits('all', true));
    const first = (title: string | undefined): readonly string[] =>
      (tables.find((table) => said(table.title) === title)?.columns ?? [])
        .slice(0, 11)
        .map(({ label }) => said(label));
    const both = [
      ...['Fund', 'ETF', 'Pro rata', 'Units', 'One unit more costs', 'One unit less costs'],
      ...['Open before', 'Open after', 'bps'],
    ];
    expect(first(UNITS[0])).toEqual([...both, 'Cash left', 'Value']);
    expect(first(UNITS[1])).toEqual([...both, 'Shares left', 'Value']);
  });

  it('says beside each row whose units it speaks of, and how many they are', () => {
    const tables = shown(midday(), primaryUnits('all', true));
    const asked = tables.filter(({ title }) => UNITS.includes(said(title)));
    const units = rowsIn(tables, ...UNITS).map((row) => row.Units);
    expect(asked.flatMap(({ rows }) => rows.map(({ of }) => of?.units))).toEqual(units);
  });

  it('never adds creations and redemptions up', () => {
    const tables = shown(midday(), primaryUnits('all', true));
    expect(tables.map(({ title }) => said(title)).filter((title) => UNITS.includes(title))).toEqual(UNITS);
    expect(rowsIn(tables, UNITS[1] ?? '').map((row) => row.Fund)).toEqual(['DELTA']);
  });

  it('says what one unit more or less would leave, its shares unchanged, and cost in BRL', () => {
    const desk = midday();
    const rows = rowsIn(shown(desk, primaryUnits('all', true)), ...UNITS);
    apply(desk.services, primaryUnits('all', true));
    const known = rows.filter((row) => row['Open with one unit less'] !== null);
    expect(known.length).toBeGreaterThan(0);
    for (const row of known) {
      const [own] = desk.book
        .records('primary-requests')
        .filter(({ fund, asset }) => short(fund) === row.Fund && asset === row.ETF);
      const [left, unit] = [cents(own?.residual), cents(own?.unit_value)];
      expect(row['Open with one unit less']).toBe(left + unit);
      // 5 bps of the unit saved, 30 bps on what is open beyond now.
      const more = (30 * (Math.abs(left + unit) - Math.abs(left)) - 5 * unit) / 10_000;
      expect(row['One unit less costs']).toBe(Math.round(more));
    }
  });

  it('offers one unit more only where a person could set it', () => {
    const desk = midday();
    const tables = shown(desk, primaryUnits('all', true));
    const asked = tables.filter(({ title }) => UNITS.includes(said(title)));
    let [may, mayNot] = [0, 0];
    for (const { columns, rows } of asked)
      for (const { cells, of } of rows) {
        if (of === undefined) throw new Error('no fund');
        const at = (name: string): DecisionCell =>
          cells[columns.findIndex(({ label }) => said(label) === name)] ?? null;
        const set = (): unknown =>
          overrideUnits(midday().services, { ...of, units: Number(at('Units')) + 1, reason: 'as asked' });
        // A blank says why.
        expect(at('Why not one unit more') === null).toBe(at('One unit more costs') !== null);
        if (at('One unit more costs') === null) {
          mayNot += 1;
          expect(set).toThrow();
        } else {
          may += 1;
          expect(set).not.toThrow();
        }
      }
    expect(may).toBeGreaterThan(0);
    expect(mayNot).toBeGreaterThanOrEqual(0);
  });
});

describe('a fund without access to the primary market', () => {
  it('is said to have it nowhere: no cost of a unit more, the reason for it, and no units set by hand', () => {
    const desk = midday();
    desk.book.fill(
      'fund-stats',
      desk.book
        .records('fund-stats')
        .map((row) => (row.cnpj === BETA ? { ...row, primary_access: 'no' } : row)),
    );
    const tables = shown(desk, primaryUnits('all', true));
    const [row] = rowsIn(tables, ...UNITS).filter(({ Fund }) => Fund === 'BETA');
    expect(row?.['One unit more costs']).toBeNull();
    expect(said(messageOf(row?.['Why not one unit more']))).toBe('no access to the primary market');
    const offered = tables.flatMap(({ rows }) => rows.flatMap(({ of }) => of ?? []));
    expect(offered.filter(({ whyNone }) => whyNone !== undefined).map(({ cnpj }) => cnpj)).toEqual([BETA]);
    // Where a person could, nothing stands in the way.
    expect(offered.length).toBeGreaterThan(1);
  });
});

describe('the limit price', () => {
  it('is shown before and after, and how far it moves, wherever caps are', () => {
    const desk = afternoon();
    desk.world.quotes = desk.world.quotes.map((quote) => ({
      ...quote,
      inav: quote.inav * 1.012,
      asOf: AT.afternoon,
    }));
    const before = desk.book.records('orders');
    const rows = rowsIn(shown(desk, adjustmentCycle(null)), ...CAPS);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const own = before.filter(({ asset, broker }) => asset === row.ETF && broker === row.Broker);
      if (row['Limit before'] === null) continue;
      expect(own.map(({ limit_price }) => Number(limit_price))).toContain(Number(row['Limit before']));
      const moved = (Number(row.Limit) / Number(row['Limit before']) - 1) * 10_000;
      expect(row['Limit moves, bps']).toBe(Math.round(moved));
    }
    expect(rows.some((row) => Number(row['Limit moves, bps']) >= 100)).toBe(true);
  });

  it('has none before the first orders', () => {
    const rows = rowsIn(shown(twoFamilies(), initialOrders()), ...CAPS);
    expect(new Set(rows.flatMap((row) => Object.keys(row)))).toEqual(
      new Set(['ETF', 'Broker', 'Cap', 'Executed', 'Still open', 'Limit', 'Version']),
    );
  });
});

describe('a round', () => {
  it('shows what each fund trades and what would be left without, as adjustments then says', () => {
    const desk = afternoon();
    const tables = shown(desk, adjustmentCycle(null));
    apply(desk.services, adjustmentCycle(null));
    expectCaps(tables, desk);
    const orders = desk.book.records('adjustment-orders');
    const trades = rowsIn(tables, 'Buys by fund', 'Sells by fund');
    expect(trades.map((row) => [row.Fund, row.ETF, row.Trades]).sort()).toEqual(
      orders.map((row) => [short(row.fund), row.asset, cents(row.amount)]).sort(),
    );
    const funds = desk.book.records('adjustments').filter(({ level }) => level === 'fund');
    const all = rowsIn(tables, 'Buys by fund', 'Sells by fund', 'Funds that trade nothing in this round');
    expect(all.map((row) => [row.Fund, row.ETF, row['Left without trading']]).sort()).toEqual(
      funds.map((row) => [short(row.fund), row.asset, cents(row.difference)]).sort(),
    );
  });
});

describe('what is open, before and after a plan', () => {
  const OPEN = ['Open before', 'Open after', 'Left without trading'];
  const opens = (tables: ReturnType<typeof shown>) =>
    tables.flatMap(({ columns, total }) =>
      columns.flatMap(({ label, help }, at) =>
        OPEN.includes(said(label)) ? [{ label: said(label), help, total: total?.[at] ?? null }] : [],
      ),
    );

  it('has no total, in which one fund’s lack and another’s too much would net out', () => {
    const both = [
      ...opens(shown(midday(), primaryUnits('all', true))),
      ...opens(shown(afternoon(), adjustmentCycle(null))),
    ];
    expect(new Set(both.map(({ label }) => label))).toEqual(new Set(OPEN));
    expect(both.filter(({ total }) => total !== null)).toEqual([]);
  });

  it('says in a round at which iNAV each counts units', () => {
    const helps = opens(shown(afternoon(), adjustmentCycle(null)));
    const of = (wanted: string) =>
      new Set(
        helps.flatMap(({ label, help }) => (label === wanted && help !== undefined ? [said(help)] : [])),
      );
    expect([...of('Left without trading')]).toEqual(['Units at the iNAV of this round']);
    expect([...of('Open before')].join()).toContain('at the iNAV frozen before this round');
  });
});

describe('an amendment', () => {
  const CHANGED = 'Orders that change';
  const changed = (): MemoryDesk => {
    const desk = afternoon();
    const trades = desk.book.records('daily-trades').map((row) => {
      if (row.cnpj === ALFA && row.asset === 'HASH11') return { ...row, amount: 12_000_000 };
      return row.cnpj === BETA ? { ...row, amount: '1,00' } : row;
    });
    desk.book.fill('daily-trades', trades);
    return desk;
  };
  const keyOf = (desk: MemoryDesk, fund: string): string => {
    const table = shown(desk, amend('called')).find(({ title }) => said(title) === CHANGED);
    return table?.rows.find(({ cells: [name] }) => name === fund)?.key ?? '';
  };
  const amendOnly = (keys: readonly string[]): Stage => stageOf('amend', { reason: 'called', orders: keys });
  const amounts = (desk: MemoryDesk): readonly Cell[] =>
    desk.book
      .records('order-intents')
      .filter(({ asset, side, cnpj }) => asset === 'HASH11' && side === 'BUY' && cnpj !== GAMA)
      .map(({ fund, amount }) => `${fund} ${amount}`)
      .sort();

  it('shows old and new, and warns where an order is many times what it was', () => {
    const desk = changed();
    const rows = rowsIn(shown(desk, amend('called')), CHANGED);
    expect(rows.map((row) => [row.Fund, row.Before, row.After, row['In per cent']])).toEqual([
      ['ALFA', 1_000_000_000, 1_200_000_000, 20],
      ['BETA', 200_000_000, 100, -99.9],
    ]);
    const slips = preview(desk.services, amend('called')).warnings.filter(
      ({ code }) => code === 'slip-of-hand',
    );
    expect(slips.map(({ cell }) => cell)).toEqual(['E3']);
    const times = (amount: number): readonly string[] => {
      desk.book.fill('daily-trades', [trade(ALFA, amount), ...desk.book.records('daily-trades').slice(1)]);
      return rowsIn(shown(desk, amend('called')), CHANGED)
        .filter((row) => row.Fund === 'ALFA' && row.ETF === 'HASH11')
        .map((row) =>
          typeof row['Look twice'] === 'object' && row['Look twice'] ? said(row['Look twice']) : '',
        );
    };
    expect(times(1_000_000)).toEqual(['about 10 times less: zeros too few?']);
    expect(times(10_000)).toEqual(['about 1,000 times less: zeros too few?']);
    expect(times(49_000_000)).toEqual(['']);
    expect(times(51_000_000)).toEqual(['5.1 times as much']);
    expect(times(9_000_000)).toEqual([
      'less than the R$ 10,933,721.98 that it has already; of that it keeps what it had ordered',
    ]);
  });

  it('changes only the orders that are picked; the others stay as they were frozen', () => {
    const desk = changed();
    const only = amendOnly([keyOf(desk, 'ALFA')]);
    const table = shown(desk, only).find(({ title }) => said(title) === CHANGED);
    expect(table?.rows.map(({ isPicked }) => isPicked)).toEqual([true, false]);
    expect(table && totals(table).Change).toBe(200_000_000);
    const warned = preview(desk.services, only).warnings.map(({ code }) => code);
    expect(warned).not.toContain('slip-of-hand');
    expect(apply(desk.services, only).status).toBe('applied');
    expect(amounts(desk)).toEqual(['ALFA FIF 12000000', 'BETA FIF 2000000']);
    // What was left out is still there to be amended.
    expect(rowsIn(shown(desk, amend('called')), CHANGED).map((row) => row.Fund)).toEqual(['BETA']);
  });

  it('of no order is none, and still shows what differs', () => {
    const desk = changed();
    const shownNow = preview(desk.services, amendOnly([]));
    expect([shownNow.status, said(shownNow.summary.headline)]).toEqual([
      'unchanged',
      'no order is picked; nothing to amend',
    ]);
    expect(rowsIn(shownNow.decisions, CHANGED)).toHaveLength(2);
  });
});

describe('a cancellation', () => {
  it('shows what ends, what is executed and stays, and the caps before and after', () => {
    const desk = afternoon();
    const wish = cancel({ asset: 'HASH11', reason: 'no cash' });
    const tables = shown(desk, wish);
    const rows = rowsIn(tables, 'Orders that end');
    expect(rows.map((row) => row.Fund).sort()).toEqual(['ALFA', 'BETA', 'DELTA']);
    for (const row of rows) {
      const stays = Number(row['Executed, stays']) + Number(row['Requested in units, stays']);
      expect(row['Ends unexecuted']).toBe(Math.max(0, Number(row.Order) - stays));
    }
    apply(desk.services, wish);
    expectCaps(tables, desk);
  });

  it('counts what was executed for a fund once, though it has two orders', () => {
    const desk = twoFamilies();
    desk.book.fill('daily-trades', [
      trade(ALFA, 4_000_000),
      { ...trade(ALFA, 6_000_000), strategy: 'RebalanceOrder' },
    ]);
    apply(desk.services, initialOrders());
    desk.world.now = AT.midday;
    desk.world.fills = [fill('A1', 'BUY', 40_000, 62.5, `${DATE}T11:00:00`)];
    const shownNow = preview(desk.services, cancel({ reason: 'no cash' }));
    const rows = rowsIn(shownNow.decisions, 'Orders that end');
    expect(rows.map((row) => [row.Order, row['Executed, stays'], row['Ends unexecuted']])).toEqual([
      [1_000_000_000, 250_000_000, 750_000_000],
    ]);
    // As many orders as the headline counts.
    expect(rows.map((row) => row.Orders)).toEqual([2]);
    expect(said(shownNow.summary.headline)).toMatch(/^2 orders cancelled, /);
  });
});

describe('the final allocation', () => {
  it('shows what each ETF and side leaves, largest not done first, as status then says it', () => {
    const desk = afternoon();
    desk.world.now = AT.evening;
    const tables = shown(desk, finalAllocation());
    expect(apply(desk.services, finalAllocation()).status).toBe('applied');
    const [table] = tables;
    if (table === undefined) throw new Error('nothing to decide by');
    const rows = rowsIn(tables, 'What is left, by ETF and side');
    const open = rows.map((row) => Number(row['Not done']));
    expect(open).toEqual([...open].sort((a, b) => b - a));
    expect(new Set(open).size).toBeGreaterThan(1);
    const sides = desk.book.records('status').filter(({ fund }) => fund === null);
    expect(rows).toHaveLength(sides.length);
    for (const row of rows) {
      const own = sides.find(({ asset, side }) => asset === row.ETF && side === row.Side);
      const done = cents(own?.executed) + cents(own?.primary) - cents(own?.given_back);
      expect([row.Target, row.Done, row['Not done'], row['Too much']]).toEqual([
        ...[cents(own?.target), done, cents(own?.open), cents(own?.over)],
      ]);
      expect(Number(row['bps of target'])).toBeCloseTo(Number(own?.residual_bps), 1);
    }
    const sum = (column: string): number => sides.reduce((all, row) => all + cents(row[column]), 0);
    const { 'Not done': left, 'Too much': over } = totals(table);
    expect([left, over]).toEqual([sum('open'), sum('over')]);
  });
});

describe('what is shown', () => {
  it('is neither stored nor part of what is confirmed', () => {
    const desk = twoFamilies();
    const { hash } = preview(desk.services, initialOrders());
    expect(apply(desk.services, initialOrders(), hash).status).toBe('applied');
    const kept = [...desk.book.tabs].map(([name, grid]) => `${name} ${JSON.stringify(grid)}`).join('\n');
    expect(kept).not.toContain('decisions');
  });
});
