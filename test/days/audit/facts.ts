// What an auditor reads off a day: fills, lines, orders and when they began and ended. It shares no code with the product and
// believes nothing but the file that was played, the tabs and the rows that came out.
import type { Cell, Cells, DayTrace, Rows, StepTrace } from '../types';

export type AuditSide = 'BUY' | 'SELL';

export interface AuditFill {
  /** Broker, ETF, side and number. */
  readonly key: string;
  readonly pool: string;
  readonly broker: string;
  readonly asset: string;
  readonly side: AuditSide;
  readonly quantity: number;
  /** In units of 1e-8 BRL. */
  readonly price: bigint;
  /** Seconds of the day; null where the feed tells no time. */
  readonly second: number | null;
  readonly status: string;
}

export interface AuditLine {
  readonly fill: string;
  readonly pool: string;
  readonly asset: string;
  readonly side: AuditSide;
  readonly broker: string;
  /** null = nobody's. */
  readonly cnpj: string | null;
  readonly shares: number;
  readonly price: bigint;
}

/** What a fund wanted of one ETF on one side, as it changed. */
export interface AuditOrder {
  readonly cnpj: string;
  readonly asset: string;
  readonly side: AuditSide;
  /** In time order; second -1 = since the morning; amount 0 = stopped, or gone. */
  readonly changes: readonly { readonly second: number; readonly amount: number }[];
}

export interface AuditFacts {
  readonly trace: DayTrace;
  /** As the last allocation saw them, busted ones included. */
  readonly fills: readonly AuditFill[];
  readonly lines: readonly AuditLine[];
  readonly orders: readonly AuditOrder[];
  /** The step that wrote the last allocation; null where none did. */
  readonly allocatedAt: number | null;
  /** By CNPJ and ETF; null = nothing is known of anybody. */
  readonly held: ReadonlyMap<string, number> | null;
  /** Shares in units asked for, by CNPJ, ETF and side. */
  readonly unitShares: ReadonlyMap<string, number>;
}

const DIGITS = /[^0-9A-Z]/g;
export const plainCnpj = (cell: Cell | undefined): string | null =>
  cell === null || cell === undefined || cell === '' ? null : String(cell).toUpperCase().replace(DIGITS, '');
export const sideOf = (cell: Cell | undefined): AuditSide =>
  cell === 'SELL' || cell === 'V' || cell === 'Sell' ? 'SELL' : 'BUY';
export const other = (side: AuditSide): AuditSide => (side === 'BUY' ? 'SELL' : 'BUY');
export const keyOf = (...parts: readonly (string | null)[]): string => parts.join('|');
const e8 = (cell: Cell | undefined): bigint => BigInt(Math.round(Number(cell) * 1e8));

export const secondAt = (at: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = at.split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
};

function secondIn(cell: Cell | undefined): number | null {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'number') return Math.round((cell % 1) * 86_400);
  return secondAt(/T(\d\d:\d\d:\d\d)/.exec(String(cell))?.[1] ?? '00:00:00');
}

export const fillsIn = (rows: Rows): readonly AuditFill[] =>
  rows.map((row): AuditFill => {
    const [broker, asset, side] = [String(row.broker), String(row.asset), sideOf(row.side)];
    return {
      key: keyOf(broker, asset, side, String(row.fill_id)),
      pool: keyOf(asset, side),
      broker,
      asset,
      side,
      quantity: Number(row.quantity),
      price: e8(row.price),
      second: secondIn(row.time),
      status: row.status === null ? 'EXECUTED' : String(row.status),
    };
  });

export const counted = (fills: readonly AuditFill[]): readonly AuditFill[] =>
  fills.filter(({ status }) => status !== 'BUSTED');

const lineIn = (row: Cells): AuditLine => {
  const [broker, asset, side] = [String(row.broker), String(row.asset), sideOf(row.side)];
  return {
    fill: keyOf(broker, asset, side, String(row.fill_id)),
    pool: keyOf(asset, side),
    broker,
    asset,
    side,
    cnpj: plainCnpj(row.cnpj),
    shares: Number(row.shares),
    price: e8(row.price),
  };
};

export function factsOf(trace: DayTrace): AuditFacts {
  const allocatedAt = trace.steps.findLastIndex(
    ({ call, status }) => call === 'completeAdjustmentWorkflow' && status === 'applied',
  );
  const held = trace.file.tabs.holdings ?? [];
  return {
    trace,
    fills: allocatedAt < 0 ? [] : fillsIn(trace.steps[allocatedAt]?.executions ?? []),
    lines: allocatedAt < 0 ? [] : (trace.lines ?? []).map(lineIn),
    orders: ordersOf(trace),
    allocatedAt: allocatedAt < 0 ? null : allocatedAt,
    held:
      held.length === 0
        ? null
        : new Map(held.map((row) => [keyOf(plainCnpj(row.cnpj), String(row.asset)), Number(row.shares)])),
    unitShares: new Map(
      trace.units.map((row) => [
        keyOf(plainCnpj(row.cnpj), String(row.asset), sideOf(row.side)),
        Number(row.units) * Number(row.unit_shares),
      ]),
    ),
  };
}

const amountsIn = (rows: Rows): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(plainCnpj(row.cnpj), String(row.asset), sideOf(row.side));
    sums.set(key, (sums.get(key) ?? 0) + Number(row.amount));
  }
  return sums;
};

/** From the steps that were applied: what the list said then, and what a person stopped. */
function ordersOf({ steps, file }: DayTrace): readonly AuditOrder[] {
  const changes = new Map<string, { second: number; amount: number }[]>();
  let isOpen = false;
  let before: ReadonlyMap<string, number> = new Map();
  steps.forEach((step, at) => {
    if (step.status !== 'applied') return;
    const now = amountsIn(step.intents);
    const second = isOpen ? secondAt(step.at) : -1;
    for (const key of new Set([...before.keys(), ...now.keys()])) {
      const amount = now.get(key) ?? 0;
      if (amount === (before.get(key) ?? 0)) continue;
      changes.set(key, [...(changes.get(key) ?? []), { second, amount }]);
    }
    before = now;
    isOpen = isOpen || step.orders.length > 0;
    if (step.call !== 'cancelOrders') return;
    for (const [key, own] of changes)
      if (isStopped(key, wishOf(file.steps[at]?.args?.[0])))
        own.push({ second: secondAt(step.at), amount: 0 });
  });
  return [...changes].map(([key, own]) => {
    const [cnpj = '', asset = '', side = ''] = key.split('|');
    return { cnpj, asset, side: sideOf(side), changes: own };
  });
}

interface Wish {
  readonly asset: string | null;
  readonly cnpj: string | null;
  readonly side: string | null;
  readonly broker: string | null;
}

function wishOf(arg: unknown): Wish {
  const given: Partial<Record<string, unknown>> = Object.assign({}, arg);
  const text = (key: string): string | null => {
    const value = given[key];
    return value === undefined || value === null || value === '' ? null : String(value);
  };
  return { asset: text('asset'), cnpj: plainCnpj(text('cnpj')), side: text('side'), broker: text('broker') };
}

/** A stop at one broker ends no fund's order. */
function isStopped(key: string, wish: Wish): boolean {
  const [cnpj, asset, side] = key.split('|');
  return (
    wish.broker === null &&
    (wish.asset === null || wish.asset === asset) &&
    (wish.cnpj === null || wish.cnpj === cnpj) &&
    (wish.side === null || wish.side === side)
  );
}

/** Whether the order was in force at that second; what happens in the second of a change was before it. */
export function inForce({ changes }: AuditOrder, second: number): boolean {
  const last = changes.findLast((change) => change.second < second);
  return last !== undefined && last.amount > 0;
}

/** Cents, rounded half up. */
export const centsOf = (sum: bigint): number => Number((sum + 500_000n) / 1_000_000n);
export const moneyOf = (rows: readonly { readonly shares: number; readonly price: bigint }[]): bigint =>
  rows.reduce((sum, { shares, price }) => sum + BigInt(shares) * price, 0n);

export const applied = (step: StepTrace): boolean => step.status === 'applied';
