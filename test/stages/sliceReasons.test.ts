// Why each fund got its shares, slice by slice, in both languages; and why it ends away from its target.
import { describe, expect, it } from '@jest/globals';
import type { Fill } from '../../src/domain/fill';
import { printAll } from '../../src/language/print';
import type { Claim } from '../../src/stages/ledger/claims';
import { splitPool } from '../../src/stages/ledger/pool';
import { sliceReasons } from '../../src/stages/ledger/sliceReasons';
import { amend, finalAllocation, initialOrders } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { ALFA, AT, BETA, DATE, fill, trade, workedDay } from '../fixtures/workedDay';

const time = (at: string) => `${DATE}T${at}:00`;

/** BETA's order comes at 14:00, after half of the day's fills. */
function lateOrder(language: 'en' | 'pt'): MemoryDesk {
  const desk = workedDay();
  if (language === 'pt')
    desk.book.fill('settings', [
      ...desk.book.records('settings').filter(({ key }) => key !== 'DESK_LANGUAGE'),
      { key: 'DESK_LANGUAGE', value: 'pt' },
    ]);
  desk.book.fill('daily-trades', [trade(ALFA, 1_000_000)]);
  apply(desk.services, initialOrders());
  desk.world.now = time('14:00');
  desk.world.fills = [fill('F1', 'BUY', 8_000, 62.4, time('11:00'))];
  desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 500_000)]);
  apply(desk.services, amend('a late order'));
  desk.world.fills = [...desk.world.fills, fill('F2', 'BUY', 10_000, 62.6, time('15:00'))];
  desk.world.now = AT.evening;
  apply(desk.services, finalAllocation());
  return desk;
}

/** What is said of each fund of one pool with these claims. */
const saidOf = (claims: readonly Claim[], fills: readonly Fill[]): ReadonlyMap<string, string> => {
  const [{ asset, side }] = claims as readonly [Claim];
  const pool = splitPool({
    ...{ asset, side, claims, fills, cuts: [], instructions: [], inav: 62.5, weighting: 'equal-bps' },
    covered: () => 0,
    limit: () => undefined,
  });
  return new Map([...sliceReasons(pool)].map(([cnpj, all]) => [cnpj, printAll(all, 'en').join('; ')]));
};

const reasonsOf = (desk: MemoryDesk, cnpj: string): string =>
  String(desk.book.records('allocation').find((row) => row.cnpj === cnpj)?.reasons);

describe('where a fund’s shares come from', () => {
  it('is said slice by slice: since when its order is there, and by which rule it got what was traded then', () => {
    const desk = lateOrder('en');
    expect(reasonsOf(desk, ALFA)).toMatch(
      /8,000 shares traded until 14:00: shared for the least miss among those in force.*shares traded from 14:00 on: shared/,
    );
    expect(reasonsOf(desk, BETA)).toMatch(
      /R\$ 500,000\.00 of its order began at 14:00 and takes nothing that was traded before/,
    );
    expect(reasonsOf(desk, BETA)).not.toContain('until 14:00');
  });

  it('is said in the desk’s language', () => {
    const desk = lateOrder('pt');
    expect(reasonsOf(desk, ALFA)).toContain('8.000 cotas negociadas até 14:00: divididas pelo menor desvio');
    expect(reasonsOf(desk, BETA)).toContain(
      'da ordem começaram às 14:00 e não levam nada do que foi negociado antes',
    );
  });

  it('is left out where the whole day was shared by the measure alone', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    desk.world.fills = [fill('F1', 'BUY', 8_000, 62.4, time('11:00'))];
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    expect(reasonsOf(desk, ALFA)).not.toMatch(/traded/);
  });

  it('adds up to its shares, whatever rules they came by', () => {
    const order = { rank: 'order' as const, cnpj: ALFA, asset: 'HASH11', side: 'BUY' as const };
    const noon = time('12:00');
    const pool = splitPool({
      asset: 'HASH11',
      side: 'BUY',
      fills: [fill('F1', 'BUY', 900, 62.5, time('11:00')), fill('F2', 'BUY', 700, 62.5, time('13:00'))],
      cuts: [],
      instructions: [],
      inav: 62.5,
      weighting: 'equal-bps',
      covered: () => 0,
      limit: () => undefined,
      claims: [
        {
          ...order,
          id: 'a1',
          amount: 3_000_000,
          weight: 10_000_000,
          from: null,
          to: noon,
          kept: [{ slice: 'open', shares: 480 }],
        },
        {
          ...order,
          id: 'b1',
          cnpj: BETA,
          amount: 2_625_000,
          weight: 2_625_000,
          from: null,
          to: null,
          kept: [],
        },
        {
          ...order,
          id: 'a2',
          rank: 'give-back',
          amount: 4_000_000,
          weight: 4_000_000,
          from: noon,
          to: null,
          kept: [],
        },
      ],
    });
    const said = new Map(
      [...sliceReasons(pool)].map(([cnpj, all]) => [cnpj, printAll(all, 'en').join('; ')]),
    );
    expect(said.get(ALFA)).toContain(
      'its order ended at 12:00 with R$ 30,000.00; 480 shares traded until 12:00: kept from the order that ended',
    );
    expect(said.get(ALFA)).toContain('it gives back R$ 40,000.00 from 12:00 on');
    const counted = [...pool.sharesByClaim.values()].reduce((sum, shares) => sum + shares, 0);
    const told = [...said.values()].join('; ').match(/[\d,]+ shares? traded/g) ?? [];
    expect(told.reduce((sum, text) => sum + Number(text.replace(/[^\d]/g, '')), 0)).toBe(counted);
  });

  it('of a give-back that ended says what was kept, and what was reported afterwards', () => {
    const back = { rank: 'give-back' as const, asset: 'HASH11', side: 'SELL' as const };
    const ended = { ...back, id: 'a1', cnpj: ALFA, amount: 3_125_000, weight: 3_125_000, from: null };
    const saidAt = (shares: number) =>
      saidOf(
        [{ ...ended, to: time('12:00'), kept: [{ slice: 'open', shares: 300 }] }],
        [fill('F1', 'SELL', shares, 62.5, time('11:00'))],
      ).get(ALFA);
    expect(saidAt(300)).toBe(
      'its give-back ended at 12:00 with R$ 31,250.00; 300 shares traded until 12:00: kept from the give-back that ended',
    );
    expect(saidAt(500)).toBe(
      'its give-back ended at 12:00 with R$ 31,250.00; 500 shares traded until 12:00: for the give-back that ended, some of it reported later',
    );
  });

  it('of an order that ended with more than it called for says how much more, counting its fund’s earlier parts', () => {
    const order = { rank: 'order' as const, asset: 'HASH11', side: 'BUY' as const, cnpj: ALFA, kept: [] };
    const part = { ...order, weight: 5_000_000, from: null };
    const said = saidOf(
      [
        { ...part, id: 'a1', amount: 2_000_000, to: time('12:00'), called: 5_000_000 },
        { ...part, id: 'a2', amount: 1_500_000, to: time('14:00'), called: 3_000_000 },
        { ...part, id: 'a3', amount: 700_000, to: time('15:00'), called: 4_200_000 },
      ],
      [fill('F1', 'BUY', 500, 62.5, time('11:00'))],
    );
    expect(
      said
        .get(ALFA)
        ?.split('; ')
        .filter((text) => text.startsWith('its order ended')),
    ).toEqual([
      'its order ended at 12:00 with R$ 20,000.00',
      'its order ended at 14:00 with R$ 15,000.00, which made it R$ 5,000.00 more than it called for',
      'its order ended at 15:00 with R$ 7,000.00',
    ]);
  });
});

describe('why a fund ends away from its target', () => {
  it('is what the market did not give, and never that a frozen iNAV moved', () => {
    const desk = lateOrder('en');
    const reasons = desk.book
      .records('allocation')
      .map((row) => String(row.reasons))
      .join('\n');
    expect(reasons).toMatch(
      /residual R\$ [\d,.]+: the market filled R\$ [\d,.]+ less than the BUY caps in force/,
    );
    expect(reasons).not.toMatch(/iNAV moved/);
  });
});
