// Columns of a trades file that the desk does not read, and that may contradict every row all the same: another day, another
// currency, an order that was cancelled. Read as if they were not there, they would be traded.
import { error, type Problem } from '../domain/problem';
import { type IsoDate, parseIsoDate } from '../domain/stamp';
import { folded } from '../domain/words';
import { type Message, msg } from '../language/message';
import { address, type Cell, type Grid, isBlank } from './cell';
import type { Source } from './headers';

interface Contrary {
  readonly names: readonly string[];
  readonly isWrong: (cell: string, today: IsoDate | null) => boolean;
  readonly said: (holes: {
    readonly header: string;
    readonly value: string;
    readonly n: number;
    readonly date: string;
  }) => Message;
}

/** `2024-11-08T00:00:00` is its day. */
const dayOf = (cell: string): IsoDate | null => {
  const day = parseIsoDate(cell.trim().split(/[T ]/)[0]);
  return day.ok ? day.value : null;
};

const CONTRARY: readonly Contrary[] = [
  {
    names: ['data', 'date', 'dia', 'pregao', 'tradedate', 'orderdate', 'dataordem', 'datadaordem'].concat([
      'datapregao',
      'datadopregao',
      'datanegocio',
      'datadonegocio',
      'dataoperacao',
      'datadaoperacao',
    ]),
    isWrong: (cell, today) => today !== null && dayOf(cell) !== null && dayOf(cell) !== today,
    said: (holes) =>
      msg(
        '{n} {n|row is|rows are} of {value} in the column {header}, and today is {date}; import today’s file, or take the column out',
        holes,
      ),
  },
  {
    names: ['moeda', 'currency', 'ccy', 'divisa'],
    isWrong: (cell) => !['brl', 'r', 'real', 'reais', ''].includes(folded(cell)),
    said: (holes) =>
      msg(
        '{n} {n|row is|rows are} in {value} in the column {header}, and amounts are read as BRL; convert {n|it|them}, or take {n|it|them} out',
        holes,
      ),
  },
  {
    names: ['status', 'situacao', 'estado', 'state', 'orderstatus', 'statusdaordem'],
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
    const contrary = CONTRARY.find(({ names }) => names.includes(folded(String(name ?? ''))));
    return contrary === undefined
      ? []
      : wrongValues(grid, headerRow, column, (cell) => contrary.isWrong(cell, today)).map(
          ({ value, rows: [row = headerRow, ...more] }) =>
            error(
              'contrary-column',
              contrary.said({
                header: `"${String(name).trim()}"`,
                value,
                n: more.length + 1,
                date: today ?? '',
              }),
              { tab: source.place, cell: address(row, column) },
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
