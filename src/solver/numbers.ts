// Arithmetic that keeps the last cent where plain floats lose it: a residual is the small difference of large products.

const SPLITTER = 134217729; // 2^27 + 1 (Veltkamp)

/** The rounding error of the product a·b, so that a·b + productError(a, b) is exact (Dekker). */
function productError(a: number, b: number): number {
  const bigA = SPLITTER * a;
  const highA = bigA - (bigA - a);
  const lowA = a - highA;
  const bigB = SPLITTER * b;
  const highB = bigB - (bigB - b);
  const lowB = b - highB;
  return lowA * lowB - (a * b - highA * highB - lowA * highB - highA * lowB);
}

/** target − price·count, good to the last bits even when both are 10¹² and their difference is a cent. */
export function remainder(target: number, price: number, count: number): number {
  return target - price * count - productError(price, count);
}

/** Deterministic order of names, the same on every machine (no locale). */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
