// Rows of a trades file whose cells do not stand under its headers: an amount with thousands commas that nobody put in
// quotation marks, another delimiter than the header's, a line that a lost quotation mark swallowed.

import { error, type Problem } from '../domain/problem';
import type { ProblemCode } from '../domain/problemCodes';
import { parseAmount } from '../domain/readFigures';
import { type Message, msg } from '../language/message';
import { address, isBlank } from './cell';
import { locate, type Source } from './headers';
import { dailyTrades } from './tabs';

type Row = readonly string[];

interface Shape {
  readonly delimiter: string;
  /** Cells of the header up to its last that is not blank. */
  readonly width: number;
  /** All of them, the blank ones at its end too. */
  readonly cells: number;
  readonly amount: number | undefined;
  /** 0-based columns that the desk reads. */
  readonly known: ReadonlySet<number>;
}

/** The rows that are not read, by their 0-based index, each with what is wrong. */
export function extraCells(
  grid: readonly Row[],
  source: Source,
  delimiter: string,
): ReadonlyMap<number, Problem> {
  const headerRow = source.headerRow ?? 0;
  const headers = grid[headerRow] ?? [];
  const { columns } = locate(dailyTrades, headers, source);
  const known = new Set(Object.values(columns));
  const shape = { delimiter, width: widthOf(headers), cells: headers.length, amount: columns.amount, known };
  const found = new Map<number, Problem>();
  grid.forEach((row, index) => {
    if (index <= headerRow || row.every(isBlank)) return;
    const wrong = misplaced(row, shape);
    if (wrong === null) return;
    const place = { tab: source.place, cell: address(index, wrong.column) };
    found.set(index, error(wrong.code, wrong.text, place));
  });
  return found;
}

const widthOf = (row: Row): number => {
  const last = [...row].reverse().findIndex((cell) => !isBlank(cell));
  return last < 0 ? 0 : row.length - last;
};

interface Wrong {
  readonly code: ProblemCode;
  readonly column: number;
  readonly text: Message;
}

function misplaced(row: Row, shape: Shape): Wrong | null {
  const { delimiter, width, amount } = shape;
  const broken = row.findIndex((cell) => /[\r\n]/.test(cell.trim()));
  if (broken >= 0)
    return {
      code: 'line-break',
      column: broken,
      text: msg(
        'the cell runs over several lines; a quotation mark is probably missing before or in this row',
      ),
    };
  const other = otherDelimiter(row, shape);
  if (other !== null)
    return {
      code: 'other-delimiter',
      column: 0,
      text: msg('the row is separated by {mark} and the header by {mark2}; separate all rows alike', {
        mark: shown(other),
        mark2: shown(delimiter),
      }),
    };
  const n = widthOf(row);
  if (n > width) return tooMany(row, n, shape);
  const cut = delimiter === ',' ? cutBefore(row, shape) : null;
  if (cut !== null) return cut;
  return amount !== undefined && delimiter === ',' && !shape.known.has(amount + 1)
    ? thousandsBehind(row, amount)
    : null;
}

/** Under its headers the row has more cells than these: an amount may be cut at its commas. */
function tooMany(row: Row, n: number, { delimiter, width, amount }: Shape): Wrong {
  const code = 'extra-cells';
  const counts = { n, n2: width };
  if (delimiter !== ',')
    return {
      code,
      column: width,
      text: msg('the row has {n} cells under {n2} headers; take out what is too much', counts),
    };
  const cut = amount === undefined ? null : parseAmount(row[amount]);
  const joined = amount === undefined ? null : joinedAmount(row.slice(amount, amount + 1 + n - width));
  return cut?.ok && joined !== null
    ? {
        code,
        column: amount ?? 0,
        text: msg(
          'the row has {n} cells under {n2} headers, so its amount may be {money} or {money2}; write the amount without a thousands comma, or in quotation marks',
          { ...counts, money: cut.value, money2: joined },
        ),
      }
    : {
        code,
        column: width,
        text: msg(
          'the row has {n} cells under {n2} headers; put cells that hold a comma in quotation marks',
          counts,
        ),
      };
}

/** As many cells as headers, and yet what may be the amount's end stands under a header that the desk does not read. */
function thousandsBehind(row: Row, amount: number): Wrong | null {
  const [cell = '', behind = ''] = row.slice(amount, amount + 2);
  const isEnd = /^\d{1,2}$/.test(behind.trim()) || /^(R\$ ?)?\d{1,3}$/i.test(cell.trim());
  if (!isEnd || !/^\d{1,3}(\.\d{1,2})?$/.test(behind.trim())) return null;
  const [cut, joined] = [parseAmount(cell), joinedAmount([cell, behind])];
  if (!cut.ok || joined === null) return null;
  return {
    code: 'extra-cells',
    column: amount,
    text: msg(
      'the amount may be {money} or, with the cell behind it, {money2}; write the amount with its cents, like 1500.00',
      { money: cut.value, money2: joined },
    ),
  };
}

/**
 * Two cells before the amount's end may be one number that was cut at its comma: then the amount stands one cell further on,
 * which nobody notices where the row's last cell is missing. A column that the desk reads would not have its cell there.
 */
function cutBefore(row: Row, { amount, cells, known }: Shape): Wrong | null {
  if (amount === undefined || [...known].some((column) => column > amount)) return null;
  const at = row.slice(0, amount).findIndex((cell, column) => {
    const decimals = (row[column + 1] ?? '').trim();
    return !known.has(column) && /^(R\$ ?)?-?\d[\d.]*$/i.test(cell.trim()) && /^\d{1,4}%?$/.test(decimals);
  });
  const other = parseAmount(row[amount + 1] ?? null);
  if (at < 0 || !(other.ok || (at + 1 === amount && row.length < cells))) return null;
  const one = parseAmount(row[amount]);
  const holes = {
    ...{ n: row.length, n2: cells },
    ...{ one: (row[at] ?? '').trim(), other: (row[at + 1] ?? '').trim() },
  };
  return {
    code: 'cut-cell',
    column: amount,
    text:
      one.ok && other.ok
        ? msg(
            'the amount may be {money} or, if "{one},{other}" is one number that a comma has cut, {money2}; put numbers that hold a comma in quotation marks',
            { ...holes, money: one.value, money2: other.value },
          )
        : msg(
            'the row has {n} cells under {n2} headers, and "{one},{other}" may be one number that a comma has cut; write every cell, and numbers that hold a comma in quotation marks',
            holes,
          ),
  };
}

/** The cells as one amount: groups of three digits, or at the end one or two as cents. In cents; null = it is none. */
function joinedAmount(cells: Row): number | null {
  const parts = cells.map((cell) => cell.trim().replace(/^R\$ ?/i, ''));
  const [first = '', ...others] = parts;
  const last = others[others.length - 1] ?? '';
  const groups = /^\d{1,2}$/.test(last) ? others.slice(0, -1) : others;
  if (!/^\d+$/.test(first) || !groups.every((part) => /^\d{3}(\.\d{1,2})?$/.test(part))) return null;
  const cents = groups.length < others.length ? `.${last}` : '';
  const amount = parseAmount(Number(first + groups.join('') + cents));
  return amount.ok ? amount.value : null;
}

/** A row in one piece that another mark would cut into as many as the header has. */
function otherDelimiter(row: Row, { delimiter, width }: Shape): string | null {
  if (widthOf(row) > 1 || width < 2) return null;
  const marks = [',', ';', '\t', '|'].filter((mark) => mark !== delimiter);
  return marks.find((mark) => (row[0] ?? '').split(mark).length >= width) ?? null;
}

const shown = (mark: string): string => (mark === '\t' ? 'TAB' : `"${mark}"`);
