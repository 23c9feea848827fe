// A seeded source of chance, so that every run of the tests sees the same thousand days.
import { effort } from '../effort';

export interface Chance {
  /** A real number from 0 up to 1. */
  real(): number;
  /** A whole number from 0 up to, not including, `below`. */
  whole(below: number): number;
  /** True with this probability. */
  is(probability: number): boolean;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const real = (): number => {
    state = (state + 0x6d2b79f5) >>> 0; // mulberry32
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { real, whole: (below) => Math.floor(real() * below), is: (probability) => real() < probability };
}

export function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  return items
    .map((item) => ({ item, key: chance.real() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Under mutation testing the same statements are checked on fewer and smaller days, thousands of times over. */
const isMutating = process.env.STRYKER_MUTATOR_WORKER !== undefined;

export const MANY_DAYS = isMutating ? 30 : effort(30, 1_000);
export const QUICK_DAYS = isMutating ? 100 : effort(100, 1_000); // of a statement that takes microseconds
export const FEW_DAYS = isMutating ? 8 : effort(4, 60);
export const ODD_DAYS = isMutating ? 8 : effort(4, 200);
export const SIZES = isMutating ? [3, 10] : [3, 10, 30, 300];
export const MANY_FUNDS = isMutating ? 100 : 10_000;
export const SOME_FILLS = isMutating ? 200 : 5_000;
export const MANY_FILLS = isMutating ? 1_000 : 100_000;
