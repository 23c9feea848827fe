// Counting again: every share of every fill is somebody's, and every cent with it.

import type { Cells, Rows } from '../types';
import {
  type AuditFacts,
  type AuditFill,
  type AuditLine,
  centsOf,
  counted,
  keyOf,
  moneyOf,
  other,
  plainCnpj,
  sideOf,
} from './facts';

function summed<T>(
  rows: readonly T[],
  key: (row: T) => string,
  value: (row: T) => number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + value(row));
  return sums;
}

function apart(
  what: string,
  one: ReadonlyMap<string, number>,
  two: ReadonlyMap<string, number>,
  most = 0,
): readonly string[] {
  return [...new Set([...one.keys(), ...two.keys()])]
    .filter((key) => Math.abs((one.get(key) ?? 0) - (two.get(key) ?? 0)) > most)
    .map((key) => `${what} ${key}: ${one.get(key) ?? 0} against ${two.get(key) ?? 0}`);
}

const block = ({ broker, asset, side }: AuditFill | AuditLine): string => keyOf(broker, asset, side);
const brokerIn = (row: Cells): string => String(row.exchange_code ?? '').replace(/ \(.*$/, '');
const bookedIn = (rows: Rows): Rows => rows.filter((row) => plainCnpj(row.cnpj) !== null);

/** 1. By fill; and what brokers are told, by broker, ETF and side. */
export function sharesAreOne({ fills, lines, trace, allocatedAt }: AuditFacts): readonly string[] {
  if (allocatedAt === null) return [];
  const odd = lines
    .filter(({ shares }) => !Number.isInteger(shares) || shares <= 0)
    .map(({ fill, shares }) => `line of ${fill}: ${shares} shares`);
  const executed = summed(
    counted(fills),
    ({ key }) => key,
    ({ quantity }) => quantity,
  );
  const given = summed(
    lines,
    ({ fill }) => fill,
    ({ shares }) => shares,
  );
  const somebodys = lines.filter(({ cnpj }) => cnpj !== null);
  const told = summed(
    bookedIn(trace.brokerOrders),
    (row) => keyOf(brokerIn(row), String(row.asset), sideOf(row.side)),
    (row) => Number(row.asset_amount),
  );
  return [
    ...odd,
    ...apart('fill', given, executed),
    ...apart(
      'told',
      told,
      summed(somebodys, block, ({ shares }) => shares),
    ),
  ];
}

/** 10. What brokers are told is what the fills cost; what the allocation shows of a pool, too. */
export function moneyIsOne({ fills, lines, trace, allocatedAt }: AuditFacts): readonly string[] {
  if (allocatedAt === null) return [];
  const open = new Set(lines.filter(({ cnpj }) => cnpj === null).map(({ pool }) => pool));
  const whole = counted(fills).filter(({ pool }) => !open.has(pool));
  const cost = (key: (fill: AuditFill) => string): ReadonlyMap<string, number> => {
    const groups = new Map<string, AuditFill[]>();
    for (const fill of whole) groups.set(key(fill), [...(groups.get(key(fill)) ?? []), fill]);
    return new Map(
      [...groups].map(([name, own]) => [
        name,
        centsOf(moneyOf(own.map(({ quantity: shares, price }) => ({ shares, price })))),
      ]),
    );
  };
  const booked = bookedIn(trace.brokerOrders).filter(
    (row) => !open.has(keyOf(String(row.asset), sideOf(row.side))),
  );
  const told = summed(
    booked,
    (row) => keyOf(brokerIn(row), String(row.asset), sideOf(row.side)),
    (row) =>
      row.amount === undefined || row.amount === null
        ? Math.round(Number(row.asset_amount) * Number(row.average_price) * 100)
        : Math.round(Number(row.amount) * 100),
  );
  return [
    ...apart('told money', told, cost(block), isByFill(trace.brokerOrders) ? booked.length : 0),
    // Nothing where the tab has no such figures.
    ...(trace.allocation.some(({ executed }) => executed !== undefined)
      ? [
          ...apart(
            'allocation money',
            allocated(trace.allocation, open),
            cost(({ pool }) => pool),
          ),
          ...deviations({ fills, lines, trace, allocatedAt }),
        ]
      : []),
  ];
}

/** Rows by fill are each rounded to the cent by their own price; only blocks add up whole. */
const isByFill = (rows: Rows): boolean => rows.some(({ amount }) => amount === undefined);

/** Own side as executed, the other side as given back. */
function allocated(rows: Rows, open: ReadonlySet<string>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (key: string, brl: number): void => {
    if (!open.has(key) && brl !== 0) sums.set(key, (sums.get(key) ?? 0) + Math.round(brl * 100));
  };
  for (const row of rows) {
    const [asset, side] = [String(row.asset), sideOf(row.side)];
    add(keyOf(asset, side), Number(row.executed));
    add(keyOf(asset, other(side)), Number(row.given_back));
  }
  return sums;
}

const blockBrokers = (rows: Rows): ReadonlySet<string> =>
  new Set(rows.filter((row) => row.allocate_by === 'block').map(({ name }) => String(name)));

/** In cents: what its lines cost, or what it is told at a broker that takes one average of all funds of a part of the day. */
function bookedAt(
  lines: readonly AuditLine[],
  cnpj: string,
  blocks: ReadonlySet<string>,
  told: Rows,
): number {
  const own = lines.filter((line) => line.cnpj === cnpj && !blocks.has(line.broker));
  return told
    .filter((row) => plainCnpj(row.cnpj) === cnpj && blocks.has(brokerIn(row)))
    .reduce((sum, row) => sum + Math.round(Number(row.amount) * 100), centsOf(moneyOf(own)));
}

/** No fund is further from what the allocation says it paid than the pool's prices lie apart, slice by slice. */
function deviations({
  fills,
  lines,
  trace,
}: Pick<AuditFacts, 'fills' | 'lines' | 'trace' | 'allocatedAt'>): readonly string[] {
  const isFew = (trace.file.tabs.settings ?? []).some(({ key }) => key === 'fill_lines');
  if (isFew) return [];
  return trace.allocation.flatMap((row) => {
    const cnpj = plainCnpj(row.cnpj);
    const pool = keyOf(String(row.asset), sideOf(row.side));
    // A row without a time comes in parts, each at its own price.
    const traded = [...counted(fills), ...lines].filter((own) => own.pool === pool);
    const prices = traded.map(({ price }) => Number(price) / 1e6);
    if (cnpj === null || prices.length === 0 || !(Number(row.executed) > 0)) return [];
    const paid = bookedAt(
      lines.filter((line) => line.pool === pool),
      cnpj,
      blockBrokers(trace.file.tabs.brokers ?? []),
      trace.brokerOrders.filter((told) => keyOf(String(told.asset), sideOf(told.side)) === pool),
    );
    const slices =
      1 +
      2 *
        trace.steps.filter(
          ({ status, call }) => status === 'applied' && call !== 'completeAdjustmentWorkflow',
        ).length;
    const most = slices * (Math.max(...prices) - Math.min(...prices) + 1) + 1;
    // A fund that changed its side may give back here what it had too much there, beside its order.
    const back = trace.allocation.find(
      (there) =>
        plainCnpj(there.cnpj) === cnpj &&
        keyOf(String(there.asset), other(sideOf(there.side))) === pool &&
        Number(there.given_back) > 0,
    );
    const off = Math.abs(paid - Math.round((Number(row.executed) + Number(back?.given_back ?? 0)) * 100));
    return off > most ? [`${cnpj} ${pool}: ledger ${row.executed}, fills ${paid / 100}`] : [];
  });
}
