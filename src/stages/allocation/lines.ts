// Which shares of which fill go to which fund, and the proof that nothing was lost or made up.
import type { Cnpj } from '../../domain/cnpj';
import { type Fill, fillKey } from '../../domain/fill';
import { type Cents, centsFromE8, notionalE8 } from '../../domain/money';
import { error, type Problem } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { allocation } from '../../sheets/tabs';
import { allocateLedgerFills, type LedgerAnswer } from '../../solver';
import { poolKey } from '../day/keys';
import type { Pool } from '../ledger/pool';
import type { Standing } from '../standing/positions';
import { besideStaying, partKey } from './stayingLines';

/** Shares of one fill given to one fund; no fund = an exception that a person has to settle. */
export interface Line {
  /** A row without a time that grew over a claim's beginning comes in parts, each at its own price. */
  readonly fill: Fill;
  readonly cnpj: Cnpj | null;
  /** The slice of the day in which it happened. */
  readonly slice: string;
  readonly shares: number;
}

/**
 * Splits every slice's fills so that each fund's average price comes as near the slice's as whole shares allow.
 * @param staying lines that stay as they are where that puts no fund further from its slices' averages than the rule's bound
 */
export const linesOf = (
  { pools }: Standing,
  rule: FillRule = BY_PRICE,
  staying: readonly Line[] = [],
): readonly Line[] =>
  pools.flatMap((pool) => {
    const own = staying.filter(({ fill }) => poolKey(fill) === poolKey(pool));
    const beside = own.length === 0 ? null : poolLines(pool, rule.prefer, own);
    return beside !== null && furthest(pool, beside) <= rule.bound ? beside : ruledLines(pool, rule);
  });

/** Which fills a fund gets. */
export interface FillRule {
  readonly prefer: 'price' | 'few-lines';
  /** What few lines may put a fund from its slices' averages at most; in a pool where they would, price decides. */
  readonly bound: Cents;
}
const BY_PRICE: FillRule = { prefer: 'price', bound: 0 };

function ruledLines(pool: Pool, { prefer, bound }: FillRule): readonly Line[] {
  const by = (wish: FillRule['prefer']): readonly Line[] => poolLines(pool, wish) ?? [];
  if (prefer === 'price') return by('price');
  const few = by('few-lines');
  return furthest(pool, few) <= bound ? few : by('price');
}

/** How far the fund that is furthest from its slices' averages is from them, in cents. */
function furthest({ slices, price }: Pool, lines: readonly Line[]): Cents {
  const averages = new Map(slices.map(({ id, executed: own }) => [id, own.price ?? price]));
  const off = new Map<Cnpj, bigint>();
  for (const { cnpj, slice, shares, fill } of lines) {
    if (cnpj === null) continue;
    const own = notionalE8(shares, fill.price) - notionalE8(shares, averages.get(slice) ?? price);
    off.set(cnpj, (off.get(cnpj) ?? BigInt(0)) + own);
  }
  return Math.max(0, ...[...off.values()].map((each) => Math.abs(centsFromE8(each))));
}

/** null where these lines cannot stay. */
function poolLines(
  pool: Pool,
  prefer: FillRule['prefer'],
  staying: readonly Line[] = [],
): readonly Line[] | null {
  if (pool.fills.length === 0) return staying.length === 0 ? [] : null;
  const funds = new Map(pool.claims.map(({ id, cnpj }) => [id, cnpj]));
  const answer = pool.split?.answer;
  const aside = pool.aside.map(({ slice, fill }) => ({ fill, cnpj: null, slice, shares: fill.quantity }));
  const asideKeys = new Set(aside.map(lineOf));
  const booked = staying.filter((line) => !asideKeys.has(lineOf(line)));
  const whole = {
    slices: pool.slices.map(({ id, fills }) => ({
      id,
      // A row without a time that grew over a boundary lies in several slices: each part is a fill of its own.
      fills: fills.map((fill) => ({ id: partKey(id, fill), price: fill.price, quantity: fill.quantity })),
    })),
    // Two claims of one fund are one fund in a slice: it gets one line of a fill.
    claims: byFund(answer?.claims ?? [], funds),
    unplaced: answer?.unplaced ?? allOf(pool),
  };
  const question = booked.length === 0 ? whole : besideStaying(whole, booked);
  if (question === null) return null;
  const { lines } = allocateLedgerFills({ prefer, ...question });
  const fills = new Map(
    pool.slices.flatMap((slice) => slice.fills.map((fill) => [partKey(slice.id, fill), fill] as const)),
  );
  const given = lines.flatMap(({ slice, fillId, claimId, shares }) => {
    const fill = fills.get(fillId);
    return fill ? [{ fill, cnpj: claimId, slice, shares }] : [];
  });
  return together([...aside, ...booked, ...given]);
}

/** What nobody gets of a fill is one line, whether or not a broker is to blame for all of it. */
function together(lines: readonly Line[]): readonly Line[] {
  const fills = [...new Set(lines.map(({ fill }) => fillKey(fill)))].sort();
  const places = new Map(fills.map((key, place) => [key, place]));
  const byFill: Map<string, Line>[] = fills.map(() => new Map());
  for (const line of lines) {
    const own = byFill[places.get(fillKey(line.fill)) ?? 0];
    const key = takerOf(line);
    const known = own?.get(key);
    own?.set(key, known === undefined ? line : { ...line, shares: line.shares + known.shares });
  }
  return byFill.flatMap((own) => [...own].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line));
}

const lineOf = (line: Line): string => `${fillKey(line.fill)}/${takerOf(line)}/${line.shares}`;

/** Who gets it, and in which slice. */
const takerOf = ({ slice, cnpj }: Line): string => `${slice}/${cnpj ?? '~'}`;

type ClaimRows = LedgerAnswer['claims'];

function byFund(claims: ClaimRows, funds: ReadonlyMap<string, Cnpj>) {
  const sums = new Map<Cnpj, Map<string, number>>();
  for (const { id, slices } of claims) {
    const cnpj = funds.get(id) ?? id;
    const own = sums.get(cnpj) ?? new Map<string, number>();
    sums.set(cnpj, own);
    for (const { slice, shares } of slices) own.set(slice, (own.get(slice) ?? 0) + shares);
  }
  return [...sums].map(([id, own]) => ({
    id,
    slices: [...own].map(([slice, shares]) => ({ slice, shares })),
  }));
}

const allOf = (pool: Pool) =>
  pool.slices
    .filter(({ executed: own }) => own.shares > 0)
    .map(({ id, executed: own }) => ({ slice: id, shares: own.shares }));

/**
 * Counts again, from fills and lines alone: every fill given out whole, every fund given what the split says.
 * (Rules on fair allocation, CVM Resolution 21 and 35: what was executed is what was allocated.)
 */
export function reconcile({ pools }: Standing, lines: readonly Line[]): readonly Problem[] {
  const byFill = sums(lines, ({ fill }) => fillKey(fill));
  const byMember = sums(lines, ({ fill: { asset, side }, cnpj }) => memberOf(asset, side, cnpj));
  const broken = new Set(
    lines.filter(({ shares }) => !Number.isInteger(shares) || shares <= 0).map(({ fill }) => poolKey(fill)),
  );
  const wrong = (text: Message): Problem => error('not-reconciled', text, { tab: allocation.name });
  return pools.flatMap((pool) => {
    const { side, asset: code } = pool;
    const fills = pool.fills
      .filter((fill) => byFill.get(fillKey(fill)) !== fill.quantity)
      .map((fill) =>
        wrong(
          msg(
            '{side} {code}: fill {fill} of {broker} over {n} {n|share|shares} is not allocated exactly; nothing was written, report it',
            { side, code, fill: fill.fillId, broker: fill.broker, n: fill.quantity },
          ),
        ),
      );
    const funds = [...pool.sharesByFund]
      .filter(([cnpj, shares]) => (byMember.get(memberOf(code, side, cnpj)) ?? 0) !== shares)
      .map(([cnpj, shares]) =>
        wrong(
          msg(
            '{side} {code}: fund {cnpj} is due {n} {n|share|shares} and gets another number; nothing was written, report it',
            { side, code, cnpj, n: shares },
          ),
        ),
      );
    const parts = broken.has(poolKey(pool))
      ? [
          wrong(
            msg('{side} {code}: a line is not a whole number of shares; nothing was written, report it', {
              side,
              code,
            }),
          ),
        ]
      : [];
    return [...fills, ...funds, ...parts];
  });
}

const memberOf = (asset: string, side: string, cnpj: Cnpj | null): string =>
  `${side} ${cnpj ?? '~'} ${asset}`;

function sums(lines: readonly Line[], keyOf: (line: Line) => string): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const line of lines) {
    const key = keyOf(line);
    total.set(key, (total.get(key) ?? 0) + line.shares);
  }
  return total;
}
