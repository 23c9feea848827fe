// 12: nobody gets more than it asked for of what another, whose order was in force then, still lacks.

import type { Cells } from '../types';
import {
  type AuditFacts,
  type AuditFill,
  type AuditOrder,
  counted,
  inForce,
  keyOf,
  plainCnpj,
  sideOf,
} from './facts';

interface Member {
  readonly order: AuditOrder;
  readonly key: string;
  /** BRL; below zero it has too much. */
  readonly missing: number;
}

/**
 * By the last fill that a fund got of its own side: it has too much then, and could have got fewer of it. Not where its order, or
 * the other's, was changed after that fill (what an order had when it was changed stays with it), and not on a side where funds
 * of the other give back: they are served after the orders, and what they had when they were restated stays with them.
 */
export function nobodyBeyond(facts: AuditFacts): readonly string[] {
  const { allocatedAt, lines } = facts;
  if (allocatedAt === null) return [];
  const fills = new Map(counted(facts.fills).map((fill) => [fill.key, fill]));
  const members = membersOf(facts);
  return members.flatMap((rich): readonly string[] => {
    const own = lines
      .filter(({ cnpj, asset, side }) => keyOf(cnpj, asset, side) === rich.key)
      .flatMap(({ fill }) => fills.get(fill) ?? []);
    const last = lastOf(own);
    if (last === null || last.second === null) return [];
    const { second, pool } = last;
    const share = shareIn(facts, pool);
    if (-rich.missing <= share || isChangedSince(rich.order, second)) return [];
    return members
      .filter(
        ({ order, key, missing }) =>
          key !== rich.key &&
          keyOf(order.asset, order.side) === pool &&
          missing > Math.max(share, leastSent(facts)) &&
          inForce(order, second) &&
          !isChangedSince(order, second) &&
          !isBounded(facts, order) &&
          !isGivenBack(facts, order),
      )
      .map(
        ({ key, missing }) =>
          `${rich.key} has ${-rich.missing} too much and got of ${last.key}, which ${key} could have had: it lacks ${missing}`,
      );
  });
}

/** Shares of block brokers are counted at the pool's average, as they are split. */
const missingIn = ({ residual, deviation }: Cells): number => Number(residual) + Number(deviation ?? 0);

function membersOf({ trace, orders }: AuditFacts): readonly Member[] {
  const byKey = new Map(orders.map((order) => [keyOf(order.cnpj, order.asset, order.side), order]));
  return trace.allocation.flatMap((row): readonly Member[] => {
    const key = keyOf(plainCnpj(row.cnpj), String(row.asset), sideOf(row.side));
    const order = byKey.get(key);
    return order === undefined ? [] : [{ order, key, missing: missingIn(row) }];
  });
}

const lastOf = (fills: readonly AuditFill[]): AuditFill | null =>
  [...fills].sort((a, b) => (b.second ?? 0) - (a.second ?? 0))[0] ?? null;

/** A share of the pool at its dearest, BRL, with what several of them are rounded by. */
const shareIn = ({ fills }: AuditFacts, pool: string): number =>
  2.05 * Math.max(0, ...fills.filter((fill) => fill.pool === pool).map(({ price }) => Number(price) / 1e8));

const isChangedSince = ({ changes }: AuditOrder, second: number): boolean =>
  changes.some((change) => change.second >= second);

/** A seller may have no more shares. */
const isBounded = ({ held }: AuditFacts, { side }: AuditOrder): boolean => side === 'SELL' && held !== null;

/** Some fund is at home on the other side: what it gives back here comes after the orders, and stays with it. */
const isGivenBack = ({ orders }: AuditFacts, { asset, side }: AuditOrder): boolean =>
  orders.some((other) => other.asset === asset && other.side !== side);

/** An order that nobody was asked to work has no part in anything: below the tolerance, or less than any broker takes. */
const leastSent = ({ trace: { file } }: AuditFacts): number =>
  (file.tabs.brokers ?? []).some((row) => row.min_ticket !== null)
    ? Number.POSITIVE_INFINITY
    : Number((file.tabs.settings ?? []).find(({ key }) => key === 'tolerance')?.value ?? 1_000);
