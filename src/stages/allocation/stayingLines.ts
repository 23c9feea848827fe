// Lines that stay while a day is split again: what brokers booked whose fills are the same need not be booked anew. What is left
// of the pool is given out beside them.
import type { Cnpj } from '../../domain/cnpj';
import { type Fill, fillKey } from '../../domain/fill';

interface Staying {
  readonly fill: Fill;
  readonly cnpj: Cnpj | null;
  readonly slice: string;
  readonly shares: number;
}

interface Part {
  readonly slice: string;
  readonly shares: number;
}

interface Question {
  readonly slices: readonly {
    readonly id: string;
    readonly fills: readonly { readonly id: string; readonly price: number; readonly quantity: number }[];
  }[];
  readonly claims: readonly { readonly id: string; readonly slices: readonly Part[] }[];
  readonly unplaced: readonly Part[];
}

/** A row without a time that grew over a boundary lies in several slices: each part is a fill of its own. */
export const partKey = (slice: string, fill: Fill): string => `${slice} ${fillKey(fill)}`;

const keyOf = (who: string | null, slice: string): string => JSON.stringify([who, slice]);

/** null where somebody has more of the lines than it is due now, or where a fill of them is another one: then all is given anew. */
export function besideStaying(question: Question, staying: readonly Staying[]): Question | null {
  const taken = sums(staying, ({ cnpj, slice }) => keyOf(cnpj, slice));
  const given = sums(staying, ({ fill, slice }) => partKey(slice, fill));
  const left = (who: string | null, { slice, shares }: Part): Part => {
    const key = keyOf(who, slice);
    const rest = shares - (taken.get(key) ?? 0);
    taken.delete(key);
    return { slice, shares: rest };
  };
  const claims = question.claims.map(({ id, slices }) => ({
    id,
    slices: slices.map((part) => left(id, part)),
  }));
  const unplaced = question.unplaced.map((part) => left(null, part));
  const isWhole = question.slices.every(({ fills }) =>
    fills.every((fill) => (given.get(fill.id) ?? fill.quantity) === fill.quantity),
  );
  const isDue = [...claims.flatMap(({ slices }) => slices), ...unplaced].every(({ shares }) => shares >= 0);
  if (!isWhole || !isDue || taken.size > 0) return null;
  return {
    slices: question.slices.map(({ id, fills }) => ({
      id,
      fills: fills.filter((fill) => !given.has(fill.id)),
    })),
    claims: claims.map((claim) => ({ ...claim, slices: some(claim.slices) })),
    unplaced: some(unplaced),
  };
}

const some = (parts: readonly Part[]): readonly Part[] => parts.filter(({ shares }) => shares > 0);

function sums(lines: readonly Staying[], key: (line: Staying) => string): Map<string, number> {
  const total = new Map<string, number>();
  for (const line of lines) total.set(key(line), (total.get(key(line)) ?? 0) + line.shares);
  return total;
}
