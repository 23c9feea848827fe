// The end-of-day report's record, whatever was filled: its parts add up to its wholes, and those to what was executed.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readState } from '../../src/desk/journal/stateStore';
import { openBook } from '../../src/desk/openBook';
import type { Fill } from '../../src/domain/fill';
import type { Side } from '../../src/domain/trade';
import type { DayReport } from '../../src/messages/report/report';
import { allocateDay } from '../../src/stages/allocation/dayAllocation';
import { readInputs, readSettingsTab, STANDING_TABS } from '../../src/stages/day/inputs';
import { isOpen } from '../../src/stages/day/state';
import { dayReport } from '../../src/stages/report/dayReport';
import { finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { examples } from '../effort';
import { copyDesk } from '../fakes/copyDesk';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { at, MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { AT, DATE, fill } from '../fixtures/workedDay';

const midday = (): MemoryDesk => {
  const desk = twoFamilies();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = MORNING_FILLS;
  apply(desk.services, primaryUnits('all', true));
  desk.world.now = AT.evening;
  return desk;
};

const anyFills = fc
  .array(
    fc.record({
      broker: fc.constantFrom('Aurora', 'Meridian'),
      side: fc.constantFrom<Side>('BUY', 'SELL'),
      quantity: fc.integer({ min: 1, max: 4_000 }),
      cents: fc.integer({ min: 62_00, max: 63_00 }),
      isBusted: fc.boolean(),
    }),
    { maxLength: 10 },
  )
  .map((rows) =>
    rows.map(
      ({ broker, side, quantity, cents, isBusted }, index): Fill => ({
        ...at(broker, 'HASH11', fill(`R${index + 10}`, side, quantity, cents / 100, `${DATE}T15:00:00`)),
        status: isBusted ? 'BUSTED' : 'EXECUTED',
      }),
    ),
  );

/** The report of the allocation that the desk has made. */
function reportOf({ services }: MemoryDesk): DayReport {
  const book = openBook(services.book);
  const { settings } = readSettingsTab(book.read);
  const { state } = readState(book, services.journal, services.digest);
  const known = { now: services.now(), user: services.user(), settings, state, owed: [] };
  const { inputs } = readInputs(book.read, STANDING_TABS, known);
  if (!isOpen(state)) throw new Error('no day is open');
  const open = { ...inputs, state };
  return dayReport(open, allocateDay(open, services.digest), { warnings: [] });
}

const sum = <R>(rows: readonly R[], of: (row: R) => number): number =>
  rows.reduce((all, row) => all + of(row), 0);
const isOf =
  (side: { readonly asset: string; readonly side: Side }) =>
  (row: { readonly asset: string; readonly side: Side }): boolean =>
    row.asset === side.asset && row.side === side.side;

describe('the report', () => {
  const start = midday();

  it('adds up, whatever was filled and busted', () => {
    fc.assert(
      fc.property(anyFills, (more) => {
        const desk = copyDesk(start);
        desk.world.fills = [...MORNING_FILLS, ...more];
        apply(desk.services, finalAllocation());
        const { sides, funds, brokers, routes, mixes, total, exceptions } = reportOf(desk);
        const counted = desk.world.fills.filter(({ status }) => status !== 'BUSTED');
        const lines = funds.flatMap((one) => one.lines);

        expect(sum(brokers, ({ shares }) => shares)).toBe(sum(counted, ({ quantity }) => quantity));
        expect(total.open + total.over).toBe(total.residual);
        for (const figure of ['open', 'over'] as const)
          expect(sum(sides, (side) => side[figure])).toBe(total[figure]);
        const { all, own: forOwn, forOthers, nobodys } = total.secondary;
        expect(all).toBe(sum(brokers, ({ money }) => money));
        expect(forOwn + forOthers + nobodys).toBe(all);
        expect(forOwn).toBe(sum(sides, ({ executed }) => executed));
        expect(forOthers).toBe(sum(sides, ({ givenBack }) => givenBack));
        expect(total.primary).toBe(sum(routes, ({ primary }) => primary?.money ?? 0));
        expect(total.target).toBe(sum(sides, ({ target }) => target));
        for (const side of sides) {
          const own = lines.filter((line) => isOf(side)(line) && !line.isGiveBack);
          for (const figure of [
            ...(['ordered', 'asked', 'target', 'executed', 'primary'] as const),
            ...(['givenBack', 'residual', 'open', 'over'] as const),
          ])
            expect(sum(own, (line) => line[figure])).toBe(side[figure]);
          expect(side.target - side.primary - side.executed + side.givenBack).toBe(side.residual);
        }
        for (const route of routes) {
          const own = brokers.filter(isOf(route));
          expect(route.secondary?.count ?? 0).toBe(sum(own, ({ shares }) => shares));
          // Each broker's cost is rounded to its cent.
          const cost = sum(own, (line) => line.cost?.money ?? 0);
          expect(Math.abs((route.secondary?.cost?.money ?? 0) - cost)).toBeLessThanOrEqual(own.length);
        }
        for (const mix of mixes) {
          const own = lines.filter(isOf(mix)).flatMap(({ beyond }) => beyond ?? []);
          expect(own).toHaveLength(mix.funds);
          expect(Math.abs(sum(own, ({ money }) => money))).toBeLessThanOrEqual(mix.funds);
          expect(mix.worst.money).toBe(Math.max(...own.map(({ money }) => money)));
          expect(mix.best.money).toBe(Math.min(...own.map(({ money }) => money)));
        }
        const busts = more.filter(({ status }) => status === 'BUSTED');
        expect(exceptions.filter(({ kind }) => kind === 'bust').length > 0).toBe(busts.length > 0);
      }),
      examples(40),
    );
  });

  it('measures a fill by the instruction in force when it was done, and nobody’s fill by none', () => {
    const desk = copyDesk(start);
    const strange: Fill = at('Meridian', 'HASH11', fill('X1', 'SELL', 100, 62, `${DATE}T15:00:00`));
    desk.world.fills = [...MORNING_FILLS, strange];
    apply(desk.services, finalAllocation());
    const instructions = desk.book.records('orders');
    const { brokers } = reportOf(desk);
    const asked = instructions.some(({ broker, side }) => broker === 'Meridian' && side === 'SELL');
    const own = brokers.find(({ broker, side }) => broker === 'Meridian' && side === 'SELL');
    expect(own?.shares).toBe(100);
    expect(own?.cost === null).toBe(!asked);
  });
});
