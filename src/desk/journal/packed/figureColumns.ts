// Brings every spelling of an amount (BRL in a tab, text in the warehouse, cents in the state) to one column of whole numbers, so that
// it is packed once.

/** How whole numbers are written in a column: in hundredths, or as text, or both. Whole numbers that are numbers need none. */
export interface Notation {
  readonly hundredths: boolean;
  readonly text: boolean;
}

type Whole = readonly (number | null)[];

/** null where the column holds anything else, or is whole numbers as it stands. */
export function figuresOf(
  values: readonly unknown[],
): { readonly whole: Whole; readonly notation: Notation } | null {
  const isText = values.some((value) => typeof value === 'string');
  const numbers: (number | null)[] = [];
  for (let at = 0; at < values.length; at += 1) {
    const number = numberOf(values[at], isText);
    if (number === undefined) return null;
    numbers.push(number);
  }
  const hundredths = numbers.some((number) => number !== null && !Number.isInteger(number));
  if (!hundredths && !isText) return null;
  const notation = { hundredths, text: isText };
  const whole = hundredths ? numbers.map((number) => number && Math.round(number * 100)) : numbers;
  const back = written(whole, notation);
  return values.every((value, at) => Object.is(back[at], value)) ? { whole, notation } : null;
}

/** The column as it was. */
export const written = (whole: readonly unknown[], { hundredths, text }: Notation): readonly unknown[] =>
  whole.map((value) => {
    if (typeof value !== 'number') return null;
    const number = hundredths ? value / 100 : value;
    return text ? String(number) : number;
  });

/** undefined where it is none, or none of this kind. */
function numberOf(value: unknown, isText: boolean): number | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return isText ? undefined : value;
  return typeof value === 'string' && /^-?\d/.test(value) ? Number(value) : undefined;
}
