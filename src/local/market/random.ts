// Chance that repeats: a stream of numbers that depends on its keys alone, so one pool never stirs another.

/** The next number in [0, 1). */
export type Random = () => number;

/** FNV-1a over the keys seeds a mulberry32 generator. */
export function randomOf(...keys: readonly (string | number)[]): Random {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(keys.join('\u0000'))) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from low to high, both included. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** Roughly normal, mean 0, standard deviation 1, never beyond 3.5. */
export const bell = (random: Random): number => {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return Math.max(-3.5, Math.min(3.5, sum));
};
