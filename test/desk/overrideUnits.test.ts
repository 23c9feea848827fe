// A person sets the units of one fund: with a reason, within what it can have, told wherever its units are, and never lost half-way.
import { describe, expect, it } from '@jest/globals';
import { deskBlotter } from '../../src/desk/look/deskBlotter';
import { deskOverview } from '../../src/desk/look/overview';
import { overrideUnits, type UnitsWanted } from '../../src/desk/person/overrideUnits';
import { preview } from '../../src/desk/run/runner';
import { SaidError } from '../../src/language/print';
import type { Cell } from '../../src/sheets/cell';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { printedBlotter } from '../../src/ui/doors/blotter';
import { STEP } from '../effort';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said, texts } from '../fakes/said';
import { DELTA, MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, HASH11, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

const STAGE = primaryUnits('all', true);
const WISH: UnitsWanted = { asset: 'HASH11', cnpj: ALFA, side: null, units: 5, reason: 'one basket less' };

function midday(change: (desk: MemoryDesk) => void = () => undefined): MemoryDesk {
  const desk = workedDay();
  change(desk);
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  preview(desk.services, STAGE);
  desk.mails.length = 0;
  return desk;
}

const unitsOf = (desk: MemoryDesk): Readonly<Record<string, unknown>> =>
  Object.fromEntries(desk.book.records('primary-requests').map(({ fund, units }) => [String(fund), units]));

const refusal = (desk: MemoryDesk, wish: Partial<UnitsWanted>): string => {
  try {
    return `taken: ${said(overrideUnits(desk.services, { ...WISH, ...wish }))}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('units that a person sets', () => {
  it('are asked for as set, and the other funds’ are chosen beside them', () => {
    const desk = midday();
    overrideUnits(desk.services, WISH);
    expect(apply(desk.services, STAGE).status).toBe('applied');
    // Without it all seven are ALFA's; two of them would leave BETA and GAMA too much over, one does not.
    expect(unitsOf(desk)).toEqual({ 'ALFA FIF': 5, 'BETA FIF': 1, 'GAMA FIF': 0 });
    expect(desk.mails.find(({ to }) => to.includes('lotes@serra.example'))?.text).toMatch(/\b5\b/);
  });

  it('are told in preview, primary-requests, log and the evening mail', () => {
    const desk = midday();
    overrideUnits(desk.services, WISH);
    const told = '5 units of HASH11 for ALFA FIF, set by trader@desk.example: one basket less';
    const shown = preview(desk.services, STAGE);
    expect(texts(shown.warnings)).toContain(`primary-requests: ${told}`);
    expect(shown.decisions[0]?.rows.map(({ isOdd }) => isOdd)).toEqual([true, false, false]);
    apply(desk.services, STAGE);
    const [alfa] = desk.book.records('primary-requests').filter(({ fund }) => fund === 'ALFA FIF');
    expect(alfa?.reasons).toBe('5 units set by trader@desk.example: one basket less');
    const log = desk.book.records('log');
    expect(log.map(({ headline }) => headline)).toContain(
      '5 units of HASH11 set for ALFA FIF: one basket less',
    );
    expect(String(log.at(-1)?.details)).toContain(told);
    desk.world.now = AT.evening;
    expect(apply(desk.services, finalAllocation()).status).toBe('applied');
    const mail = desk.mails.filter(({ to }) => to.includes('traders@desk.example')).at(-1);
    expect(mail?.text).toMatch(
      /Units by hand +5 units of BUY HASH11 for ALFA +one basket less +trader@desk\.example/,
    );
  });

  it('stand in status, blotter, sidebar and the traders’ mails, from the moment they are set until the evening', () => {
    const desk = midday();
    const told = '5 units set by trader@desk.example: one basket less';
    const notes = (tab: string) =>
      desk.book
        .records(tab)
        .filter(({ note }) => note !== null && note !== '')
        .map(({ fund, name, note }) => [fund ?? name ?? null, note]);
    const everywhere = () => {
      for (const shown of [notes('status'), notes('blotter')])
        expect(shown).toEqual([
          [null, 'a person set the units of 1 fund'],
          ['ALFA', told],
        ]);
      const { funds, assets } = deskOverview(desk.services, null);
      expect(funds.map(({ note }) => note)).toEqual([told, null, null]);
      expect(assets.map(({ note }) => note)).toEqual(['a person set the units of 1 fund']);
      const [side] = printedBlotter(deskBlotter(desk.services), 'pt').sides;
      expect(side?.note).toBe('uma pessoa definiu os lotes de 1 fundo');
      expect(side?.funds[0]?.note).toBe('5 lotes definidos por trader@desk.example: one basket less');
    };
    overrideUnits(desk.services, WISH);
    everywhere();
    apply(desk.services, STAGE);
    everywhere();
    desk.world.now = AT.afternoon;
    desk.world.quotes = [{ ...HASH11, inav: 66, asOf: AT.afternoon }];
    expect(apply(desk.services, adjustmentCycle(null)).status).toBe('applied');
    everywhere();
    const mail = desk.mails.filter(({ to }) => to.includes('traders@desk.example')).at(-1);
    expect(mail?.text.replace(/\s+/g, ' ')).toContain(`units by hand: ALFA FIF, BUY HASH11: ${told}`);
    const next = desk.book
      .records('adjustments')
      .map(({ fund, next: says }) => [fund, String(says)] as const);
    expect(next.filter(([, says]) => says.endsWith(`; ${told}`)).map(([fund]) => fund)).toEqual(['ALFA FIF']);
    expect(next.filter(([, says]) => says.endsWith('; a person set the units of 1 fund'))).toHaveLength(1);
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    const [document = ''] = [...desk.files].flatMap(([name, text]) => (name.endsWith('.html') ? [text] : []));
    const pages = document.split('<div class="page">').slice(1);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.filter((page) => page.includes(`Units by hand: ${told}.`))).toHaveLength(1);
    expect(pages.find((page) => page.includes(told))).toContain('ALFA FIF');
  });

  it('are not decided by the default of a setting that cannot be read', () => {
    const desk = midday();
    desk.book.tabs.get('settings')?.push(['tolerance', 'much']);
    expect(refusal(desk, {})).toMatch(/^settings!B\d+: tolerance "much" is not an amount/);
  });

  it('stand nowhere once they are taken back', () => {
    const desk = midday();
    overrideUnits(desk.services, WISH);
    overrideUnits(desk.services, { ...WISH, units: null, reason: 'the basket came' });
    for (const tab of ['status', 'blotter'])
      expect(desk.book.records(tab).filter(({ note }) => String(note ?? '') !== '')).toEqual([]);
  });

  it('are decided by the desk again when they are taken back', () => {
    const desk = midday();
    overrideUnits(desk.services, WISH);
    overrideUnits(desk.services, { ...WISH, units: null, reason: 'the basket came' });
    apply(desk.services, STAGE);
    expect(unitsOf(desk)).toEqual({ 'ALFA FIF': 7, 'BETA FIF': 0, 'GAMA FIF': 0 });
  });

  it.each(['tracking-error', 'money'])(
    'stand, split by %s, in a day of two families and both sides',
    (split) => {
      const desk = twoFamilies();
      desk.book.fill('settings', [...desk.book.records('settings'), { key: 'split_by', value: split }]);
      apply(desk.services, initialOrders());
      desk.world.now = AT.midday;
      desk.world.fills = [...MORNING_FILLS];
      preview(desk.services, STAGE);
      overrideUnits(desk.services, { ...WISH, units: 4 });
      overrideUnits(desk.services, { ...WISH, cnpj: DELTA, side: 'SELL', units: 1 });
      expect(apply(desk.services, STAGE).status).toBe('applied');
      const rows = desk.book.records('primary-requests').filter(({ asset }) => asset === 'HASH11');
      expect(rows.map(({ fund, side, units }) => `${fund} ${side} ${units}`)).toEqual(
        expect.arrayContaining(['ALFA FIF BUY 4', 'DELTA FIF SELL 1']),
      );
      desk.world.now = AT.afternoon;
      expect(['applied', 'unchanged']).toContain(apply(desk.services, adjustmentCycle(null)).status);
    },
  );

  it('end with the day', () => {
    const desk = midday();
    overrideUnits(desk.services, WISH);
    desk.world.now = '2024-11-11T10:15:00';
    desk.world.fills = [];
    apply(desk.services, initialOrders());
    desk.world.now = '2024-11-11T12:30:00';
    apply(desk.services, STAGE);
    expect(unitsOf(desk)['ALFA FIF']).not.toBe(5);
  });
});

describe('units that cannot be', () => {
  it('are refused with the true reason', () => {
    const funds = (row: Readonly<Record<string, Cell>>) => (desk: MemoryDesk) =>
      desk.book.fill(
        'fund-stats',
        desk.book.records('fund-stats').map((each) => (each.cnpj === ALFA ? { ...each, ...row } : each)),
      );
    expect(refusal(midday(), { units: 9 })).toBe(
      '9 units of HASH11 are more than ALFA FIF can have, 8: its order of R$ 10,000,000.00 is 8 units, rounded up',
    );
    expect(refusal(midday(funds({ cash: 10_000_000.5 })), { units: 9 })).toContain('can have, 8');
    const poor = midday(funds({ cash: 10_000_000 }));
    poor.book.fill(
      'fund-stats',
      poor.book
        .records('fund-stats')
        .map((each) => (each.cnpj === ALFA ? { ...each, cash: 3_000_000 } : each)),
    );
    expect(refusal(poor, { units: 3 })).toBe(
      '3 units of HASH11 are more than ALFA FIF can have, 2: cash R$ 3,000,000.00',
    );
    expect(refusal(midday(funds({ primary_access: 'no' })), { units: 1 })).toContain(
      'can have, 0: no access to the primary market',
    );
    expect(refusal(midday(funds({ max_units: 'HASH11: 3' })), { units: 4 })).toContain(
      'can have, 3: at most 3 units a day',
    );
  });

  it('are refused without a reason, without an order, and once they are requested', () => {
    const desk = midday();
    expect(refusal(desk, { reason: '  ' })).toBe('units are set with a reason; write why');
    expect(refusal(desk, { asset: 'BITH11' })).toContain('has no order in BITH11 today');
    expect(refusal(desk, { side: 'SELL' })).toContain('has no order in HASH11 today');
    apply(desk.services, STAGE);
    expect(refusal(desk, {})).toBe('the units of HASH11 are requested already; call the administrator');
    expect(refusal(workedDay(), {})).not.toContain('taken');
  });

  it('are found out at midday too, where cash is gone since: nothing is asked for', () => {
    const desk = midday();
    overrideUnits(desk.services, WISH);
    desk.book.fill(
      'fund-stats',
      desk.book
        .records('fund-stats')
        .map((each) => (each.cnpj === ALFA ? { ...each, cash: 1_000_000 } : each)),
    );
    const { status, problems } = apply(desk.services, STAGE);
    expect(status).toBe('refused');
    expect(problems.join()).toContain('5 units of HASH11 are more than ALFA FIF can have, 0: cash');
    overrideUnits(desk.services, { ...WISH, units: null, reason: 'no cash' });
    expect(apply(desk.services, STAGE).status).toBe('applied');
    expect(unitsOf(desk)).toMatchObject({ 'ALFA FIF': 0 });
  });
});

describe('a script that dies while units are set', () => {
  it.each(['before', 'after'] as const)('%s any call: they are set or not, and midday runs', (when) => {
    let call = 1;
    for (let isDead = true; isDead; call += STEP) {
      const desk = midday();
      desk.killAt(call, when);
      isDead = false;
      try {
        overrideUnits(desk.services, WISH);
      } catch (error) {
        // Cut off while it was written down, it says that it has not begun.
        if (!(error instanceof Killed) && !(error instanceof SaidError)) throw error;
        isDead = true;
      }
      desk.killAt(null);
      expect(apply(desk.services, STAGE).status).toBe('applied');
      expect([5, 7]).toContain(unitsOf(desk)['ALFA FIF']);
      if (!isDead) expect(unitsOf(desk)['ALFA FIF']).toBe(5);
    }
    expect(call).toBeGreaterThan(5);
  });
});
