// The money problem as a mixed-integer program in units, not BRL: what a peer has to solve.

import type { LinearProgram, Row, Variable } from '../../src/solver/linearProgram';
import type { Book, Slot } from '../../src/solver/money/book';

type Term = Row['terms'][number];

interface Built {
  readonly variables: Variable[];
  readonly rows: Row[];
  readonly shares: Map<string, Term[]>;
  readonly units: Map<string, Term[]>;
  readonly cash: Map<number, Term[]>;
}

/**
 * Strengthened form: u = w + (m + 1)z with m = ⌊V/L⌋, z binary and w ≤ m(y − z), y binary carrying the fee; shares
 * are continuous. All money is divided by the largest unit value, so that coefficients stay near 1.
 */
export function modelOf(book: Book): LinearProgram {
  const scale = Math.max(...book.assets.map((asset) => asset.unitValue));
  const built: Built = { variables: [], rows: [], shares: new Map(), units: new Map(), cash: new Map() };
  book.slots.forEach((slot, at) => {
    addSlot(built, slot, at, scale);
  });
  for (const asset of book.assets) {
    const executed = (asset.price * asset.executedShares) / asset.unitValue;
    built.rows.push({ terms: built.shares.get(asset.id) ?? [], atLeast: executed, atMost: executed });
    const units = built.units.get(asset.id);
    if (asset.maxTotalUnits === undefined || !units) continue;
    built.rows.push({ terms: units, atMost: asset.maxTotalUnits });
  }
  for (const [fund, terms] of built.cash) {
    const cash = book.funds[fund]?.cash ?? Infinity;
    if (cash < Infinity) built.rows.push({ terms, atMost: cash / scale });
  }
  return { variables: built.variables, rows: built.rows };
}

/** Shares money x, units w + (m+1)z, residual p − n, all in units of the asset. */
function addSlot(built: Built, slot: Slot, at: number, scale: number): void {
  const { asset, unitCap } = slot;
  const unit = asset.unitValue / scale;
  const m = Math.min(unitCap, Math.floor(Math.max(0, slot.target) / asset.unitValue));
  const perUnit = (unit * asset.primaryBps) / 1e4;
  const fee = asset.feePerRequest / scale;
  addShares(built, slot, at, slot.shareCap, scale);
  const units: Term[] = [];
  const canRoundUp = unitCap > m;
  if (canRoundUp) {
    built.variables.push({
      name: `z${at}`,
      cost: (m + 1) * perUnit + (m > 0 ? 0 : fee),
      whole: true,
      atMost: 1,
    });
    units.push({ variable: `z${at}`, factor: m + 1 });
  }
  if (m > 0) {
    const up: Term[] = canRoundUp ? [{ variable: `z${at}`, factor: 1 }] : [];
    built.variables.push({ name: `w${at}`, cost: perUnit, whole: true, atMost: m });
    built.variables.push({ name: `y${at}`, cost: fee, whole: true, atMost: 1 });
    built.rows.push({
      terms: [{ variable: `w${at}`, factor: 1 / m }, ...up, { variable: `y${at}`, factor: -1 }],
      atMost: 0,
    });
    units.push({ variable: `w${at}`, factor: 1 });
  }
  push(built.units, asset.id, units);
  const value = slot.target / asset.unitValue;
  built.rows.push({ terms: [...units, ...balance(at)], atLeast: value, atMost: value });
  if (slot.holdings < Infinity) {
    const share = asset.unitValue / asset.price / asset.sharesPerUnit;
    built.rows.push({
      terms: [...units, { variable: `x${at}`, factor: share }],
      atMost: slot.holdings / asset.sharesPerUnit,
    });
  }
  if (asset.side === 'BUY') {
    push(
      built.cash,
      slot.fund,
      [...units, { variable: `x${at}`, factor: 1 }].map((term) => ({ ...term, factor: term.factor * unit })),
    );
  }
}

function addShares(built: Built, { asset }: Slot, at: number, cap: number, scale: number): void {
  const penalty = (asset.residualPenalty * asset.unitValue) / scale;
  const atMost = (cap * asset.price) / asset.unitValue;
  built.variables.push({ name: `x${at}`, cost: 0, atMost });
  built.variables.push({ name: `p${at}`, cost: penalty });
  built.variables.push({ name: `n${at}`, cost: penalty });
  push(built.shares, asset.id, [{ variable: `x${at}`, factor: 1 }]);
}

function balance(at: number): Term[] {
  return [
    { variable: `x${at}`, factor: 1 },
    { variable: `p${at}`, factor: 1 },
    { variable: `n${at}`, factor: -1 },
  ];
}

function push<Key>(terms: Map<Key, Term[]>, key: Key, more: readonly Term[]): void {
  const known = terms.get(key);
  if (known) known.push(...more);
  else terms.set(key, [...more]);
}
