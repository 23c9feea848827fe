// A preview says which funds begin to trade back, how much and why, also where nobody touched their own orders: as orders then has it.
import { describe, expect, it } from '@jest/globals';
import { deskBlotter } from '../../src/desk/look/deskBlotter';
import { deskOverview } from '../../src/desk/look/overview';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { preview } from '../../src/desk/run/runner';
import { print } from '../../src/language/print';
import type { DecisionCell, DecisionTable } from '../../src/stages/decisions/table';
import {
  amend,
  cancel,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { ALFA, AT, BETA, DATE, fill, GAMA, trade, workedDay } from '../fixtures/workedDay';

const NOW = 'and give_back = every asks for it now';

/** ALFA, BETA and GAMA have too much once 40,000 shares are bought; then ALFA's order is to become another. */
function tooMuch(giveBack: 'every' | 'last'): MemoryDesk {
  const desk = workedDay();
  const others = desk.book.records('settings').filter(({ key }) => key !== 'give_back');
  desk.book.fill('settings', [...others, { key: 'give_back', value: giveBack }]);
  const asks = (alfa: number) => [trade(ALFA, alfa), trade(BETA, 600_000), trade(GAMA, 1_000)];
  desk.book.fill('daily-trades', asks(600_000));
  apply(desk.services, initialOrders());
  desk.world.fills = [fill('F1', 'BUY', 40_000, 62.5, `${DATE}T11:00:00`)];
  desk.world.now = `${DATE}T11:30:00`;
  desk.book.fill('daily-trades', asks(700_000));
  return desk;
}

const lookedAt = (desk: MemoryDesk, stage: Stage) => {
  const { decisions, summary } = preview(desk.services, stage);
  return {
    headline: said(summary.headline),
    inPortuguese: print(summary.headline, 'pt'),
    rows: decisions.filter(({ title }) => said(title) === 'Give-backs that change').flatMap(rowsOf),
    facts: summary.facts
      .map(({ label, value }) => `${said(label)}: ${said(value)}`)
      .filter((text) => text.startsWith('give-back')),
  };
};

type Row = Readonly<Record<string, DecisionCell>>;

const rowsOf = ({ columns, rows }: DecisionTable): readonly Row[] =>
  rows.map(({ cells }) =>
    Object.fromEntries(columns.map(({ label }, at) => [said(label), textOf(cells[at])])),
  );

const textOf = (cell: DecisionCell | undefined): DecisionCell =>
  typeof cell === 'object' && cell !== null ? said(cell) : (cell ?? null);

const sellCap = (desk: MemoryDesk): number =>
  desk.book
    .records('orders')
    .filter(({ side }) => side === 'SELL')
    .reduce((sum, { cap }) => sum + Math.round(Number(cap) * 100), 0);

describe('an amendment by which give-backs begin', () => {
  it('says in its headline how many funds begin to give back and how much, in both languages', () => {
    const { headline, inPortuguese } = lookedAt(tooMuch('every'), amend('more cash'));
    expect(headline).toBe(
      '1 order amended, 1 cap replaced; 3 funds begin to give back R$ 1,199,000.00: more cash',
    );
    expect(inPortuguese).toBe(
      '1 ordem alterada, 1 limite substituído; 3 fundos passam a devolver R$ 1.199.000,00: more cash',
    );
  });

  it('shows who, how much and why, and which of them nobody touched', () => {
    const { rows, facts } = lookedAt(tooMuch('every'), amend('more cash'));
    expect(rows.map((row) => [row.Fund, row.ETF, row.Side, row.Change, row.Why])).toEqual([
      ['BETA', 'HASH11', 'SELL', 64_893_750, `its own order stays; it has R$ 648,937.50 too much, ${NOW}`],
      ['ALFA', 'HASH11', 'SELL', 54_900_000, `once its order changes it has R$ 549,000.00 too much, ${NOW}`],
      ['GAMA', 'HASH11', 'SELL', 106_250, `its own order stays; it has R$ 1,062.50 too much, ${NOW}`],
    ]);
    expect(facts[0]).toBe(
      `give-back of BETA, SELL HASH11: R$ 0.00 → R$ 648,937.50; its own order stays; it has R$ 648,937.50 too much, ${NOW}`,
    );
    expect(facts).toHaveLength(3);
  });

  it('shows to the cent what the brokers are then asked to sell', () => {
    const desk = tooMuch('every');
    const { rows } = lookedAt(desk, amend('more cash'));
    apply(desk.services, amend('more cash'));
    expect(rows.reduce((sum, row) => sum + Number(row.Change), 0)).toBe(sellCap(desk));
  });
});

describe('an amendment of a desk that gives back in the last round', () => {
  it('begins none and says nothing of any', () => {
    const desk = tooMuch('last');
    const { headline, rows, facts } = lookedAt(desk, amend('more cash'));
    expect([rows, facts]).toEqual([[], []]);
    expect(headline).not.toContain('give back');
    apply(desk.services, amend('more cash'));
    expect(sellCap(desk)).toBe(0);
  });
});

describe('a cancellation', () => {
  it('shows which give-backs it ends, and begins none', () => {
    const desk = tooMuch('every');
    apply(desk.services, amend('more cash'));
    desk.world.now = `${DATE}T11:40:00`;
    const { rows, headline } = lookedAt(desk, cancel({ side: 'SELL', reason: 'enough' }));
    expect(headline).toContain('0 orders and 3 give-backs cancelled');
    expect(rows.map((row) => [row.Fund, row.After, row.Why])).toEqual(
      ['BETA', 'ALFA', 'GAMA'].map((fund) => [fund, 0, 'a person stopped it; what was given back stays']),
    );
  });
});

describe('midday', () => {
  it('says so too: what funds have too much they give back at once', () => {
    const desk = tooMuch('every');
    desk.book.fill('daily-trades', [trade(ALFA, 600_000), trade(BETA, 600_000), trade(GAMA, 1_000)]);
    desk.world.now = AT.midday;
    const { headline, rows } = lookedAt(desk, primaryUnits('all', true));
    apply(desk.services, primaryUnits('all', true));
    const begun = rows.reduce((sum, row) => sum + Number(row.Change), 0);
    expect(begun).toBe(sellCap(desk));
    expect(headline).toMatch(/; 3 funds begin to give back R\$ [\d,.]+$/);
  });
});

describe('a side on which funds give back and none has an order', () => {
  /** After shares of it were sold: its figures in every place that shows sides. */
  const shownSell = (sold: number, time: string) => {
    const desk = tooMuch('every');
    apply(desk.services, amend('more cash'));
    const back = sold === 0 ? [] : [fill('S1', 'SELL', sold, 62.5, `${DATE}T12:00:00`)];
    desk.world.fills = [...desk.world.fills, ...back];
    desk.world.now = `${DATE}T${time}:00`;
    refreshNow(desk.services);
    return desk;
  };
  const isSell = ({ side }: { readonly side?: unknown }): boolean => side === 'SELL';
  const everywhere = (desk: MemoryDesk) => ({
    status: desk.book
      .records('status')
      .filter(isSell)
      .map(({ target, open, done, note }) => [target, open, done, note]),
    blotter: desk.book
      .records('blotter')
      .filter((row) => isSell(row) && row.level !== 'broker')
      .map(({ target, open, done, note }) => [target, open, done, note]),
    overview: deskOverview(desk.services, null)
      .assets.filter(isSell)
      .map(({ target, open, done, note }) => [target, open, done, note]),
    page: deskBlotter(desk.services)
      .sides.filter(isSell)
      .map(({ target, open, done, note }) => [target, open, done, note && said(note)]),
  });

  it.each([
    [0, 0, 'R$ 1,199,000.00 is to be given back, R$ 0.00 was given back so far'],
    [9_592, 0.5, 'R$ 1,199,000.00 is to be given back, R$ 599,500.00 was given back so far'],
    [19_180, 0.999, 'R$ 1,199,000.00 is to be given back, R$ 1,198,750.00 was given back so far'],
    [19_184, 1, 'R$ 1,199,000.00 is to be given back, R$ 1,199,000.00 was given back so far'],
  ])('says after %d shares the same everywhere, done as far as that is given back', (sold, done, note) => {
    const row = [0, 0, done, `no fund has an order here: ${note}`];
    expect(everywhere(shownSell(sold, '12:10'))).toEqual({
      ...{ status: [row], blotter: [row], overview: [row], page: [row] },
    });
  });

  it('is a row of the report, which says what of it was given back', () => {
    const desk = shownSell(9_592, '12:10');
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    const report = desk.mails.find(({ subject }) => subject.includes('end of day'));
    expect(report?.text).toContain(
      'HASH11, Sell: no fund had an order; R$ 1,199,000.00 was to be given back, and R$ 599,500.00 was.',
    );
  });

  it('is done to no part where its caps stand and nothing is to be given back any more', () => {
    const desk = shownSell(0, '12:10');
    apply(desk.services, cancel({ side: 'SELL', reason: 'no more' }));
    const rows = everywhere(desk);
    expect([...rows.blotter, ...rows.page].map(([, , done]) => done)).not.toContain(1);
    expect(rows.status).toEqual([]);
  });
});

describe('what is too much and comes back by itself', () => {
  it('is said beside “nothing needs you”, with the moment of the last round, on the blotter as in the sidebar', () => {
    const desk = tooMuch('last');
    refreshNow(desk.services);
    const { excess } = deskBlotter(desk.services);
    expect(excess === null ? '' : said(excess)).toMatch(
      /^funds have R\$ [\d,.]+ too much: the last round, at 17:\d\d, gives back R\$ [\d,.]+ of it as it stands now$/,
    );
    expect(deskOverview(desk.services, null).excess).toEqual(excess);
  });

  it('is not promised where give-backs are no matter of the last round', () => {
    const desk = tooMuch('every');
    refreshNow(desk.services);
    expect(deskBlotter(desk.services).excess).toBeNull();
  });
});
