import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromSaoPaulo } from '../../../src/local/host/clock';
import { inavAt, marketDay } from '../../../src/local/market/day';
import { FIGURES, type Figures, SAMPLE_DATE } from '../../../src/local/market/figures';
import type { Order } from '../../../src/local/market/instructions';
import { type Fill, workPool } from '../../../src/local/market/working';

const hash11 = FIGURES.get('HASH11') as Figures;
const day = marketDay(hash11, 7, SAMPLE_DATE);
const pool = { seed: 7, broker: 'Corretora Aurora', side: 'BUY' as const, hasBust: false };
const at = (time: string): number => fromSaoPaulo(`${SAMPLE_DATE}T${time}`);
const order = (receivedAt: number, version: number, cap: number, limits: Partial<Order> = {}): Order => ({
  broker: pool.broker,
  tradeDate: SAMPLE_DATE,
  asset: 'HASH11',
  side: 'BUY',
  version,
  cap: cap * 100,
  limitPrice: null,
  limitBps: null,
  receivedAt,
  ...limits,
});
const money = (fills: readonly Fill[]): number =>
  fills.reduce((sum, fill) => sum + fill.price * fill.quantity, 0) / 100;

describe('a broker at work', () => {
  it('does nothing before the mail and stops within a share of the cap', () => {
    const fills = workPool(day, pool, [order(at('10:15:00'), 1, 500_000)]);
    expect(fills.length).toBeGreaterThan(5);
    expect(Math.min(...fills.map((fill) => fill.at))).toBeGreaterThan(at('10:15:00'));
    expect(money(fills)).toBeLessThanOrEqual(500_000);
    expect(money(fills)).toBeGreaterThan(500_000 - 63);
  });

  it('takes at most a fifth of what the market trades in five minutes', () => {
    const fills = workPool(day, pool, [order(at('09:00:00'), 1, 1e9)]);
    for (const bucket of day.buckets) {
      const own = fills.filter((fill) => fill.at >= bucket.at && fill.at < bucket.at + 300_000);
      expect(own.reduce((sum, fill) => sum + fill.quantity, 0)).toBeLessThanOrEqual(bucket.shares * 0.2);
    }
    expect(fills.length).toBeGreaterThan(day.buckets.length);
  });

  it('never trades beyond the limit price nor further from the iNAV than the limit in bps', () => {
    const capped = workPool(day, pool, [order(at('10:15:00'), 1, 1e9, { limitPrice: 6220 })]);
    expect(capped.length).toBeGreaterThan(0);
    expect(Math.max(...capped.map((fill) => fill.price))).toBe(6220);
    const close = workPool(day, pool, [order(at('10:15:00'), 1, 1e9, { limitBps: 1 })]);
    expect(close.length).toBeGreaterThan(0);
    for (const fill of close) expect(fill.price / 100 / inavAt(day, fill.at)).toBeLessThanOrEqual(1.0001);
  });

  it('sells no lower than the limit price', () => {
    const sells = workPool(day, { ...pool, side: 'SELL' }, [
      { ...order(at('10:15:00'), 1, 1e9, { limitPrice: 6230 }), side: 'SELL' },
    ]);
    expect(sells.length).toBeGreaterThan(0);
    expect(Math.min(...sells.map((fill) => fill.price))).toBeGreaterThanOrEqual(6230);
  });

  it('replaces the cap by a higher version, ignores a repeated or older one, and stops at cap 0', () => {
    const first = order(at('10:15:00'), 1, 300_000);
    const raised = order(at('13:00:00'), 2, 400_000);
    const stale = order(at('14:00:00'), 1, 9_000_000);
    expect(money(workPool(day, pool, [first, raised]))).toBeGreaterThan(400_000 - 63);
    expect(workPool(day, pool, [first, raised, stale, raised])).toEqual(workPool(day, pool, [first, raised]));
    const stopped = workPool(day, pool, [order(at('10:15:00'), 1, 1e9), order(at('11:00:00'), 2, 0)]);
    expect(Math.max(...stopped.map((fill) => fill.at))).toBeLessThanOrEqual(at('11:00:00'));
  });

  it('never changes what it had done before a mail, whatever the mail says', () => {
    const time = fc.integer({ min: at('09:00:00') / 1000, max: at('18:00:00') / 1000 }).map((s) => s * 1000);
    const later = fc.array(fc.record({ at: time, cap: fc.integer({ min: 0, max: 5_000_000 }) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(later, fc.boolean(), (mails, hasBust) => {
        const orders = mails.sort((a, b) => a.at - b.at).map((mail, i) => order(mail.at, i + 2, mail.cap));
        const all = [order(at('09:30:00'), 1, 2_000_000), ...orders];
        const full = workPool(day, { ...pool, hasBust }, all);
        for (const [i, { receivedAt }] of all.entries()) {
          const known = workPool(day, { ...pool, hasBust }, all.slice(0, i));
          const until = (fills: readonly Fill[]) => fills.filter((fill) => fill.at <= receivedAt);
          expect(until(full)).toEqual(until(known));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('reports every fill after it happened and before the desk’s last run', () => {
    const fills = workPool(day, pool, [order(at('10:00:00'), 1, 1e9)]);
    for (const fill of fills) {
      expect(fill.reportedAt).toBeGreaterThan(fill.at);
      expect(fill.confirmedAt).toBeGreaterThanOrEqual(fill.reportedAt);
      expect(fill.confirmedAt).toBeLessThan(day.session.end);
    }
    expect(fills.filter((fill) => fill.reportedAt - fill.at > 120_000).length).toBeGreaterThan(0);
    expect(fills.filter((fill) => fill.reportedAt > day.session.close).length).toBeGreaterThan(0);
    expect(fills.filter((fill) => fill.confirmedAt > fill.reportedAt).length).toBeGreaterThan(0);
  });

  it('works again what the exchange has cancelled, once it is told', () => {
    const orders = [order(at('10:15:00'), 1, 400_000)];
    const kept = workPool(day, pool, orders);
    const fills = workPool(day, { ...pool, hasBust: true }, orders);
    const busted = fills.filter((fill) => fill.bustedAt !== null);
    expect(busted).toHaveLength(1);
    const bustedAt = busted[0]?.bustedAt ?? 0;
    expect(fills.filter((fill) => fill.at <= bustedAt)).toHaveLength(kept.length);
    expect(money(fills) - money(busted)).toBeGreaterThan(400_000 - 63);
  });
});
