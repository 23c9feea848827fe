// How many whole shares cash pays for.

export const DUST = 5e-7; // BRL: half of what the check lets a fund overdraw, for sums of floats

/** BRL and BRL a share; zero where nothing is left. R$ 187.20 hold three shares of 62.40, whatever the floats say. */
export function sharesPaid(left: number, price: number): number {
  return Math.max(0, Math.floor((left + DUST) / price));
}
