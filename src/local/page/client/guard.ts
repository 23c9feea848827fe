// What the script has protected with a warning: whoever changes it is asked, as in Sheets, and may go on.
import { type Area, type ProtectionSpec, parseA1 } from '../../host/browser';
import type { Mutation } from '../protocol';
import { words } from './words';

export interface Guard {
  /** What is protected from now on. */
  show(protections: readonly ProtectionSpec[]): void;
  /** Whether what was done in the sheet stands; asks where it reaches into what is protected. */
  allows(mutations: readonly Mutation[]): Promise<boolean>;
}

/** As Sheets: who has said yes is left alone for five minutes, in that tab. */
const LEFT_ALONE_MS = 5 * 60_000;
const MOVES = /^sheet\.mutation\.(insert|remove|delete|move|reorder)-/;
const WHOLE = { rows: 1e6, columns: 1e4 };

/** @param ask resolves to whether the reader wants it all the same */
export function openGuard(ask: (title: string, text: string) => Promise<boolean>): Guard {
  let protections: readonly ProtectionSpec[] = [];
  const allowed = new Map<string, number>();

  const reaches = (mutation: Mutation): ProtectionSpec | undefined => {
    const { subUnitId } = mutation.params;
    const cells = MOVES.test(mutation.id) ? null : filledCells(mutation);
    if (cells?.length === 0) return undefined;
    return protections.find(({ sheet, range }) => {
      if (sheet !== subUnitId) return false;
      if (range === null) return true;
      const area = parseA1(range, WHOLE);
      return cells?.some(([row, column]) => isIn(area, row + 1, column + 1)) ?? false;
    });
  };

  return {
    show(next) {
      protections = next;
    },
    async allows(mutations) {
      const [touched] = mutations.flatMap((mutation) => reaches(mutation) ?? []);
      if (touched === undefined) return true;
      if ((allowed.get(touched.sheet) ?? 0) > performance.now()) return true;
      const { title, text } = words.protected;
      // The sheet is still ending what was typed, and gives itself the focus after it.
      await new Promise((resolve) => setTimeout(resolve));
      const is = await ask(title, [text, touched.description].filter((line) => line !== '').join('\n'));
      if (is) allowed.set(touched.sheet, performance.now() + LEFT_ALONE_MS);
      return is;
    },
  };
}

const isIn = ({ row, column, rows, columns }: Area, atRow: number, atColumn: number): boolean =>
  atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;

const CONTENT = ['v', 'f', 'p', 'si'];

/** The cells whose content a mutation changes, counted from 0; none for a change of looks or of the grid. */
function filledCells({ id, params }: Mutation): readonly (readonly [number, number])[] {
  if (id !== 'sheet.mutation.set-range-values' || !('cellValue' in params)) return [];
  const rows: Readonly<Record<string, Readonly<Record<string, object | null>>>> = {
    ...(typeof params.cellValue === 'object' ? params.cellValue : {}),
  };
  return Object.entries(rows).flatMap(([row, line]) =>
    Object.entries(line).flatMap(([column, cell]): (readonly [number, number])[] =>
      cell === null || CONTENT.some((key) => key in cell) ? [[Number(row), Number(column)]] : [],
    ),
  );
}
