// Looks of cells as Excel has them.
import type { IStyleData, Nullable } from '@univerjs/core';
import type ExcelJS from 'exceljs';
import type { Looks } from './looks';

/** Looks as Excel has them; undefined = none. */
export type Styles = (looks: Looks) => Partial<ExcelJS.Style> | undefined;

/** One object for equal looks: the writer recognises it, where it would write each of a hundred thousand out to compare it. */
export function openStyles(): Styles {
  const known = new Map<string, Partial<ExcelJS.Style>>();
  const made = new WeakMap<object, Partial<ExcelJS.Style>>();
  return (looks) => {
    if (!looks) return undefined;
    const before = made.get(looks);
    if (before) return before;
    const fresh = styleOf(looks);
    const key = JSON.stringify(fresh);
    const style = known.get(key) ?? fresh;
    known.set(key, style);
    made.set(looks, style);
    return style;
  };
}

function styleOf(looks: IStyleData): Partial<ExcelJS.Style> {
  const color = argb(looks.cl?.rgb);
  const fill = argb(looks.bg?.rgb);
  const horizontal =
    looks.ht === 1 ? 'left' : looks.ht === 2 ? 'center' : looks.ht === 3 ? 'right' : undefined;
  const wrapText = looks.tb === 3;
  return {
    ...(looks.n?.pattern ? { numFmt: looks.n.pattern } : {}),
    ...(looks.bl || color
      ? { font: { bold: looks.bl === 1, ...(color ? { color: { argb: color } } : {}) } }
      : {}),
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } } : {}),
    ...(horizontal || wrapText ? { alignment: { wrapText, ...(horizontal ? { horizontal } : {}) } } : {}),
  };
}

export function argb(color: Nullable<string>): string | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color ?? '')?.[1];
  if (hex === undefined) return undefined;
  const six = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return `FF${six.toUpperCase()}`;
}
