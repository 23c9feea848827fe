// 5. Caps: never below what was done when they were written, and falling only where something calls for less.

import type { Cells, StepTrace } from '../types';
import { type AuditFacts, type AuditFill, fillsIn, keyOf, sideOf } from './facts';

const cents = (cell: Cells[string] | undefined): number => Math.round(Number(cell) * 100);

/** What may lower a cap: a stop, an amendment, units; in a re-run morning the list itself. */
const LOWERS = ['cancelOrders', 'applyStage', 'runPrimaryCalculation', 'runInitialOrders'];

export function capsHold(facts: AuditFacts): readonly string[] {
  const { trace } = facts;
  return trace.steps.flatMap((step, at) => [
    ...step.orders
      .filter((row) => cents(row.cap) < cents(row.executed))
      .map((row) => `${step.at} ${nameOf(row)}: cap ${row.cap} below ${row.executed} executed`),
    ...(at === 0 || LOWERS.includes(step.call ?? '') ? [] : fallen(trace.steps.slice(0, at), step, facts)),
  ]);
}

const nameOf = (row: Cells): string => keyOf(String(row.asset), sideOf(row.side), String(row.broker));

const toleranceOf = (settings: readonly Cells[]): number =>
  Number(settings.find(({ key }) => key === 'tolerance')?.value ?? 1_000) * 100;

/**
 * By pool. On a side where funds give back, the cap falls with what is over; and what was busted or corrected is not executed
 * any more.
 */
function fallen(earlier: readonly StepTrace[], step: StepTrace, facts: AuditFacts): readonly string[] {
  const before = earlier.at(-1);
  if (before === undefined || step.status !== 'applied') return [];
  const [then, now] = [totals(before), totals(step)];
  return [...then].flatMap(([pool, cap]): readonly string[] => {
    const after = now.get(pool) ?? 0;
    if (
      after >= cap - slackOf(step, pool, facts) - beyondCaps(before, step, pool) ||
      isGivenBack(step, pool) ||
      isTakenBack(earlier.slice(writtenAt(earlier, pool)), step, pool)
    )
      return [];
    return [`${step.at} ${step.call} ${pool}: caps ${cap / 100} before, ${after / 100} now`];
  });
}

/**
 * In cents: what is below the tolerance, or below one share, is no demand any more; units that were asked for are worth what
 * the iNAV says now; what an ended order keeps is shares, worth what its slice cost on average once all is reported; and who
 * sells all that it holds calls for no more than that is worth.
 */
function slackOf(step: StepTrace, pool: string, facts: AuditFacts): number {
  const { trace, orders, unitShares } = facts;
  const [asset = '', side = ''] = pool.split('|');
  const prices = trace.file.feeds
    .filter(({ at }) => at <= step.at)
    .flatMap(({ quotes }) => quotes?.[asset]?.inav ?? []);
  const least = Math.max(toleranceOf(trace.file.tabs.settings ?? []), ...prices.map((price) => price * 100));
  const funds = orders.filter((order) => order.asset === asset && order.side === side).length;
  const ended = orders
    .filter((order) => order.asset === asset && order.side === side && order.changes.length > 1)
    .reduce((sum, { changes }) => sum + Math.max(...changes.map(({ amount }) => amount)), 0);
  const traded = fillsIn(step.executions)
    .filter((fill) => fill.pool === pool)
    .map(({ price }) => Number(price));
  const apart = traded.length === 0 ? 0 : Math.max(...traded) / Math.min(...traded) - 1;
  const inUnits = [...unitShares].reduce(
    (sum, [key, shares]) => sum + (key.endsWith(`|${pool}`) ? shares : 0),
    0,
  );
  const inShares = side === 'SELL' ? heldBySellers(facts, asset) : 0;
  const all = [...prices, ...traded];
  return (
    funds * (least + 1) +
    inUnits * (Math.max(...prices) - Math.min(...prices)) * 100 +
    inShares * (Math.max(...all) - Math.min(...all)) * 100 +
    ended * apart * 100
  );
}

const heldBySellers = ({ held, orders }: AuditFacts, asset: string): number =>
  orders
    .filter((order) => order.asset === asset && order.side === 'SELL')
    .reduce((sum, { cnpj }) => sum + (held?.get(keyOf(cnpj, asset)) ?? 0), 0);

/** In cents: what brokers had traded beyond their caps, or before they had them, and told of since, needs nobody else's room. */
function beyondCaps(before: StepTrace, step: StepTrace, pool: string): number {
  const fills = fillsIn(step.executions).filter((fill) => fill.pool === pool && fill.status !== 'BUSTED');
  return [...new Set(fills.map(({ broker }) => broker))].reduce((sum, broker) => {
    const done = fills
      .filter((fill) => fill.broker === broker)
      .reduce((total, { quantity, price }) => total + BigInt(quantity) * price, 0n);
    const row = before.orders.find((own) => nameOf(own) === keyOf(...pool.split('|'), broker));
    return sum + Math.max(0, Number(done / 1_000_000n) + 1 - cents(row?.cap ?? 0));
  }, 0);
}

function totals({ orders }: StepTrace): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of orders) {
    const pool = keyOf(String(row.asset), sideOf(row.side));
    sums.set(pool, (sums.get(pool) ?? 0) + cents(row.cap));
  }
  return sums;
}

/** Some fund is at home on the other side. */
const isGivenBack = ({ intents }: StepTrace, pool: string): boolean =>
  intents.some((row) => {
    const [asset, side] = pool.split('|');
    return row.asset === asset && sideOf(row.side) !== side;
  });

/** The step that wrote the caps of the pool last: a stage that was applied may have left them as they were. */
function writtenAt(earlier: readonly StepTrace[], pool: string): number {
  const written = ({ orders }: StepTrace): string =>
    orders
      .filter((row) => keyOf(String(row.asset), sideOf(row.side)) === pool)
      .map((row) => `${row.broker} ${row.version}`)
      .sort()
      .join();
  return earlier.findLastIndex((step, at) => at === 0 || written(step) !== written(earlier[at - 1] ?? step));
}

/** Since the caps were written last. */
function isTakenBack(earlier: readonly StepTrace[], step: StepTrace, pool: string): boolean {
  const now = new Map(fillsIn(step.executions).map((fill) => [fill.key, fill]));
  const done = (fill: AuditFill): bigint =>
    fill.status === 'BUSTED' ? 0n : BigInt(fill.quantity) * fill.price;
  return earlier
    .flatMap(({ executions }) => fillsIn(executions))
    .some((fill) => {
      const after = now.get(fill.key);
      return fill.pool === pool && after !== undefined && done(after) < done(fill);
    });
}
