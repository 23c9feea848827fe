// A decision table: sorted by any of its columns, its rows picked where the reader may, long ones shown by the page.
import type { PrintedTable, PrintedTableRow } from '../../desk/log/printedTable';
import { fill, h } from './dom';
import { filled } from './page';
import { words } from './previewWords';

const { table: says } = words;

/** More are built when somebody asks for them. */
const ROWS_SHOWN = 150;

export interface Picking {
  /** What is picked from now on, by key. */
  picked(keys: readonly string[]): void;
}

let tables = 0;

/** Without the columns in which nothing stands: they would push the others out of sight. */
function withoutBlank(table: PrintedTable): PrintedTable {
  const says = (at: number): boolean =>
    at === 0 ||
    table.rows.some(({ cells }) => (cells[at]?.text ?? '') !== '') ||
    (table.total?.[at] ?? '') !== '';
  const here = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, at) => says(at));
  return {
    ...table,
    columns: here(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: here(row.cells) })),
    total: table.total === null ? null : here(table.total),
  };
}

/** @param picking where rows can be picked: told at each tick */
export function decisionTable(whole: PrintedTable, picking: Picking | null = null): HTMLElement {
  const table = withoutBlank(whole);
  tables += 1;
  const id = `decision-${tables}`;
  const body = h('tbody');
  const sorting: Sorting = { column: null, down: false };
  let most = ROWS_SHOWN;
  const more = h('button', {
    type: 'button',
    class: 'more',
    click: () => {
      most = Number.POSITIVE_INFINITY;
      draw();
    },
  });
  const canPick = picking !== null && table.rows.some(({ isPicked }) => isPicked !== null);
  const draw = (): void => {
    const rows = sorted(table.rows, sorting);
    fill(body, ...rows.slice(0, most).map((row) => rowOf(table, row, canPick ? picking : null)));
    more.hidden = rows.length <= most;
    more.textContent = filled(says.more, { n: Math.max(0, rows.length - most) });
  };
  const head = h(
    'tr',
    {},
    canPick && h('td'),
    ...table.columns.map((_, at) => heading(table, at, sorting, draw)),
  );
  draw();
  return h(
    'section',
    { class: 'decision' },
    h('h2', { id }, table.title),
    h(
      'div',
      { class: 'scroll', role: 'region', tabindex: 0, 'aria-labelledby': id },
      h('table', { 'aria-labelledby': id }, h('thead', {}, head), body, totalOf(table, canPick)),
    ),
    more,
  );
}

interface Sorting {
  column: number | null;
  down: boolean;
}

function heading({ columns }: PrintedTable, at: number, sorting: Sorting, draw: () => void): HTMLElement {
  const column = columns[at];
  const label = column?.label ?? '';
  const title = column?.help ?? filled(says.sort, { name: label });
  const sort = h('button', { type: 'button', title }, label);
  const cell = h('th', { scope: 'col', class: column?.isFigure === true && 'figure' }, sort);
  sort.addEventListener('click', () => {
    // Figures begin with the largest, names with the first.
    const first = column?.isFigure ?? false;
    sorting.down = sorting.column === at ? !sorting.down : first;
    sorting.column = at;
    for (const other of cell.parentElement?.children ?? []) other.removeAttribute('aria-sort');
    cell.setAttribute('aria-sort', sorting.down ? 'descending' : 'ascending');
    draw();
  });
  return cell;
}

/** What is not known stands last, whichever way. */
function sorted(rows: readonly PrintedTableRow[], { column, down }: Sorting): readonly PrintedTableRow[] {
  if (column === null) return rows;
  const of = (row: PrintedTableRow): string | number | null => row.cells[column]?.order ?? null;
  return rows.slice().sort((one, other) => {
    const [a, b] = [of(one), of(other)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
    return down ? -order : order;
  });
}

function rowOf({ columns, rows }: PrintedTable, row: PrintedTableRow, picking: Picking | null): HTMLElement {
  const cells = row.cells.map(({ text, order }, at) => {
    const figure = columns[at]?.isFigure === true;
    const below = typeof order === 'number' && order < 0;
    const kind = [figure && 'figure', below && 'below', columns[at]?.isSentence === true && 'sentence']
      .filter((each) => each !== false)
      .join(' ');
    if (at > 0) return h('td', { class: kind }, text);
    const mark = row.isOdd && h('span', { class: 'odd-mark', title: says.odd }, '!');
    return h('th', { scope: 'row' }, mark, row.isOdd && h('span', { class: 'unseen' }, says.odd), text);
  });
  return h(
    'tr',
    { class: [row.isOdd && 'odd', row.isPicked === false && 'left-out'].filter(Boolean).join(' ') },
    picking !== null && h('td', {}, tickOf(rows, row, picking)),
    ...cells,
  );
}

function tickOf(
  rows: readonly PrintedTableRow[],
  { key, isPicked, cells }: PrintedTableRow,
  picking: Picking,
): HTMLElement | null {
  if (key === null || isPicked === null) return null;
  const name = cells
    .slice(0, 3)
    .map(({ text }) => text)
    .join(' ');
  const tick = h('input', { type: 'checkbox', id: `pick-${key}`, 'aria-label': filled(says.pick, { name }) });
  tick.checked = isPicked;
  tick.addEventListener('change', () =>
    picking.picked(
      rows.flatMap((row) => {
        const is = row.key === key ? tick.checked : row.isPicked === true;
        return row.key !== null && is ? [row.key] : [];
      }),
    ),
  );
  return tick;
}

const totalOf = ({ total, columns }: PrintedTable, canPick: boolean): HTMLElement | null =>
  total &&
  h(
    'tfoot',
    {},
    h(
      'tr',
      {},
      canPick && h('td'),
      ...total.map((text, at) =>
        at === 0
          ? h('th', { scope: 'row' }, text)
          : h('td', { class: columns[at]?.isFigure === true && 'figure' }, text),
      ),
    ),
  );
