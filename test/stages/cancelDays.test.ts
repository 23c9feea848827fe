// Random days that are stopped in any way at any moment: no cap below what is done, nothing that was stopped begins again.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  adjustmentCycle,
  amend,
  cancel,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
} from '../../src/stages/stages';
import { examples } from '../effort';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { AURORA, MERIDIAN } from '../fixtures/twoBrokers';
import { ALFA, BETA, DATE, fill, GAMA, trade, workedDay } from '../fixtures/workedDay';

const FUNDS = [ALFA, BETA, GAMA];
const BROKERS = ['Aurora', 'Meridian'];

const anyScope = fc.record({
  fund: fc.option(fc.nat(2)),
  broker: fc.option(fc.nat(1)),
  side: fc.option(fc.constantFrom('BUY', 'SELL')),
});
const anyStep = fc.oneof(
  fc.record({
    kind: fc.constant('fill' as const),
    broker: fc.nat(1),
    shares: fc.integer({ min: 1, max: 30_000 }),
  }),
  fc.record({ kind: fc.constant('cancel' as const), scope: anyScope }),
  fc.record({ kind: fc.constantFrom('initial' as const, 'primary' as const, 'round' as const) }),
  fc.record({
    kind: fc.constant('amend' as const),
    fund: fc.nat(2),
    amount: fc.integer({ min: 0, max: 9_000_000 }),
  }),
);

interface Cap {
  readonly broker: string;
  readonly side: string;
  readonly cap: number;
  readonly executed: number;
}

const capsOf = (desk: MemoryDesk): readonly Cap[] =>
  desk.book.records('orders').map(({ broker, side, cap, executed }) => ({
    broker: String(broker),
    side: String(side),
    cap: Number(cap),
    executed: Number(executed),
  }));

const asked = (desk: MemoryDesk): number =>
  desk.book.records('order-intents').reduce((sum, { amount }) => sum + Number(amount), 0);

const cancelWish = ({
  fund,
  broker,
  side,
}: {
  fund: number | null;
  broker: number | null;
  side: string | null;
}) => ({
  reason: 'stop',
  ...(fund === null || broker !== null ? {} : { cnpj: FUNDS[fund] ?? '' }),
  ...(broker === null ? {} : { broker: BROKERS[broker] ?? '' }),
  ...(side === null ? {} : { side }),
});

describe('any day that is stopped', () => {
  it('never caps below what is done, never opens again what was stopped, and allocates every share', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 2, maxLength: 9 }), (steps) => {
        const desk = workedDay();
        desk.book.fill('brokers', [AURORA, MERIDIAN]);
        const rows = [6_000_000, 2_000_000, 300_000];
        const write = () =>
          desk.book.fill(
            'daily-trades',
            rows.map((amount, fund) => trade(FUNDS[fund] ?? '', amount)),
          );
        write();
        apply(desk.services, initialOrders());
        const stopped = new Set<string>();
        steps.forEach((step, index) => {
          desk.world.now = `${DATE}T11:${String(10 + index * 5).padStart(2, '0')}:00`;
          const before = { caps: capsOf(desk), asked: asked(desk) };
          let stage: Stage | null = null;
          if (step.kind === 'fill')
            desk.world.fills = [
              ...desk.world.fills,
              {
                ...fill(`F${index}`, 'BUY', step.shares, 62.4, desk.world.now),
                broker: BROKERS[step.broker] ?? '',
              },
            ];
          else if (step.kind === 'amend') {
            rows[step.fund] = step.amount;
            write();
            stage = amend('another amount');
          } else if (step.kind === 'cancel') stage = cancel(cancelWish(step.scope));
          else if (step.kind === 'primary') stage = primaryUnits('all', true);
          else stage = step.kind === 'round' ? adjustmentCycle(9) : initialOrders();
          if (stage === null) return;
          const report = apply(desk.services, stage);
          if (step.kind === 'cancel' && report.problems.length > 0)
            expect(report.problems.join()).toContain('no order of the day is what was asked for');
          const caps = capsOf(desk);
          for (const { cap, executed } of caps) expect(cap).toBeGreaterThanOrEqual(executed);
          // Nobody but a person who amends asks for more.
          if (step.kind !== 'amend') expect(asked(desk)).toBeLessThanOrEqual(before.asked);
          for (const { broker, side, cap, executed } of caps)
            if (stopped.has(`${broker} ${side}`)) expect(cap).toBe(executed);
          if (step.kind === 'cancel' && report.status === 'applied') {
            const { broker, side } = step.scope;
            for (const own of ['BUY', 'SELL'])
              if (broker !== null && (side === null || side === own))
                stopped.add(`${BROKERS[broker]} ${own}`);
            // Whoever stops something begins nothing on either side.
            const sides = (of: readonly Cap[]) => [...new Set(of.map((known) => known.side))].sort();
            expect(sides(caps)).toEqual(sides(before.caps));
          }
          // What nobody asks for is worked by nobody.
          if (asked(desk) === 0)
            for (const { side, cap, executed } of caps) if (side === 'BUY') expect(cap).toBe(executed);
        });
        desk.world.now = `${DATE}T18:40:00`;
        const { problems, status } = apply(desk.services, finalAllocation());
        expect([problems, status]).toEqual([[], 'applied']);
        const shares = desk.book.records('allocation').reduce((sum, row) => sum + Number(row.shares), 0);
        expect(shares).toBe(desk.world.fills.reduce((sum, { quantity }) => sum + quantity, 0));
      }),
      { ...examples(60), endOnFailure: true },
    );
  });
});
