// Columns of a trades file that the desk does not read, and that may contradict every row all the same: another day, another
// currency, an order that was cancelled. Read as if they were not there, they would be traded.
import { error, type Problem } from '../domain/problem';
import type { IsoDate } from '../domain/stamp';
import { folded } from '../domain/words';
import { type Message, msg } from '../language/message';
import { address, type Cell, type Grid, isBlank } from './cell';
import { dayWritten } from './dayWritten';
import type { Source } from './headers';

interface Contrary {
  /** @param name the header's letters and digits alone */
  readonly isName: (name: string) => boolean;
  readonly isWrong: (cell: string, today: IsoDate | null) => boolean;
  readonly said: (holes: {
    readonly header: string;
    readonly value: string;
    readonly n: number;
    readonly date: string;
  }) => Message;
}

/** `Data do pregão`, `Dt. operação`, `Trade date`: days of the trade itself; that of a settlement or a price may be another. */
const DAY =
  /^(?:(?:data|dt|date)(?:d[aeo])?(?:pregao|ordem|ordens|negocio|negociacao|operacao|boleta)?|dia|pregao|(?:trade|trading|order)date)$/;

const isDashes = (cell: string): boolean => /^[-–—\s]*$/.test(cell);

const CONTRARY: readonly Contrary[] = [
  {
    isName: (name) => DAY.test(name),
    isWrong: (cell, today) => {
      const day = today === null || isDashes(cell) ? null : dayWritten(cell, today);
      return day !== null && day !== today;
    },
    said: (holes) =>
      msg(
        '{n} {n|row is|rows are} of {value} in the column {header}, and today is {date}; import today’s file, or take the column out',
        holes,
      ),
  },
  {
    // What nobody can read may be another day: it would be traded without a word.
    isName: (name) => DAY.test(name),
    isWrong: (cell, today) => today !== null && !isDashes(cell) && dayWritten(cell, today) === null,
    said: (holes) =>
      msg(
        '{n} {n|row has|rows have} {value} in the column {header}, which is no day that the desk can read, and today is {date}; write the day like 2025-01-31 or 31/01/2025, or take the column out',
        holes,
      ),
  },
  {
    isName: (name) => ['moeda', 'currency', 'ccy', 'divisa'].includes(name),
    isWrong: (cell) => !['brl', 'r', 'real', 'reais', ''].includes(folded(cell)),
    said: (holes) =>
      msg(
        '{n} {n|row is|rows are} in {value} in the column {header}, and amounts are read as BRL; convert {n|it|them}, or take {n|it|them} out',
        holes,
      ),
  },
  {
    isName: (name) =>
      ['status', 'situacao', 'estado', 'state', 'orderstatus', 'statusdaordem'].includes(name),
    isWrong: (cell) =>
      /^(cancel|cxl|reje|void|anulad|exclui|estorn|deleted|expired|expirad|recus)/.test(folded(cell)),
    said: (holes) =>
      msg(
        '{n} {n|row is|rows are} {value} in the column {header}, and would be traded; take {n|it|them} out of the file',
        holes,
      ),
  },
];

/** One sentence for each column and value, at the first row that has it. */
export function contraryColumns(grid: Grid, source: Source, today: IsoDate | null): readonly Problem[] {
  const headerRow = source.headerRow ?? 0;
  const headers = grid[headerRow] ?? [];
  return headers.flatMap((name, column): readonly Problem[] => {
    const word = folded(String(name ?? ''));
    return CONTRARY.filter(({ isName }) => isName(word)).flatMap(({ isWrong, said }) =>
      wrongValues(grid, headerRow, column, (cell) => isWrong(cell, today)).map(
        ({ value, rows: [row = headerRow, ...more] }) => {
          const header = `"${String(name).trim()}"`;
          const text = said({ header, value, n: more.length + 1, date: today ?? '' });
          return error('contrary-column', text, { tab: source.place, cell: address(row, column) });
        },
      ),
    );
  });
}

function wrongValues(grid: Grid, headerRow: number, column: number, isWrong: (cell: string) => boolean) {
  const found = new Map<string, number[]>();
  grid.forEach((cells, row) => {
    const cell: Cell = cells[column] ?? null;
    if (row <= headerRow || isBlank(cell) || !isWrong(String(cell))) return;
    const value = String(cell).trim();
    found.set(value, [...(found.get(value) ?? []), row]);
  });
  return [...found.entries()].map(([value, rows]) => ({ value, rows }));
}
