// The table of the blotter: ETF × side, sorted and filtered as somebody asks, with brokers and funds below each on demand.
import type { PrintedBlotter, ShownSide } from '../doors/blotter';
import { detailOf } from './blotterDetail';
import { words } from './blotterWords';
import { h } from './dom';
import { bps, heat, percent, priceOf, reais } from './figures';
import { filled, language } from './page';
import { sparkline } from './sparkline';

export interface Wish {
  readonly text: string;
  readonly side: 'both' | 'BUY' | 'SELL';
  readonly openOnly: boolean;
}

type ColumnName = keyof typeof COLUMNS;

interface Column {
  /** What the column is sorted by; null = last, whichever way. */
  readonly by: (side: ShownSide) => string | number | null;
  readonly cell: (side: ShownSide, hours: PrintedBlotter['hours']) => Node | string | null;
  readonly shade?: (side: ShownSide) => string;
}

const COLUMNS = {
  target: { by: (s) => s.target, cell: (s) => reais(s.target, language) },
  done: { by: (s) => s.done, cell: (s) => doneBar(s) },
  primary: { by: (s) => s.primary, cell: (s) => reais(s.primary, language) },
  executed: { by: (s) => s.executed, cell: (s) => reais(s.executed, language) },
  open: { by: (s) => s.open, cell: (s) => reais(s.open, language) },
  over: { by: (s) => s.over, cell: (s) => reais(s.over, language) },
  averagePrice: { by: (s) => s.averagePrice, cell: (s) => priceOf(s.averagePrice, language) },
  inavBps: { by: (s) => s.inavBps, cell: (s) => bps(s.inavBps, language), shade: (s) => heat(s.inavBps) },
  vwapBps: { by: (s) => s.vwapBps, cell: (s) => bps(s.vwapBps, language), shade: (s) => heat(s.vwapBps) },
  limitPrice: { by: (s) => s.limitPrice, cell: (s) => priceOf(s.limitPrice, language) },
  headroomBps: {
    by: (s) => s.headroomBps,
    cell: (s) => bps(s.headroomBps, language),
    // Little room is as bad as a bad price.
    shade: (s) => (s.headroomBps === null ? '' : heat(s.headroomBps < 0 ? 30 : s.headroomBps < 10 ? 12 : 0)),
  },
  lastFill: { by: (s) => s.lastFill, cell: (s) => s.lastFill ?? '–' },
} satisfies Readonly<Record<string, Column>>;

const NAMES: readonly ColumnName[] = [
  'target',
  'done',
  'primary',
  'executed',
  'open',
  'over',
  'averagePrice',
  'inavBps',
  'vwapBps',
  'limitPrice',
  'headroomBps',
  'lastFill',
];

interface Sorted {
  readonly column: ColumnName | 'asset';
  readonly ascending: boolean;
}

/** What is open in money stands first: that is what somebody looks for. */
let sorted: Sorted = { column: 'open', ascending: false };
/** Which sides stand unfolded: kept while the figures move. */
const unfolded = new Set<string>();

const keyOf = ({ asset, side }: ShownSide): string => `${asset}-${side}`;
const nameOf = ({ asset, side }: ShownSide): string => `${asset} ${words.side[side]}`;

/** @param again draws the table once more: another order was asked for */
export function sideTable(
  { sides, hours, isOpen }: PrintedBlotter,
  wish: Wish,
  again: () => void,
): readonly HTMLElement[] {
  if (!isOpen) return [h('p', { class: 'quiet' }, words.noDay)];
  const shown = sides
    .filter((side) => fits(side, wish))
    .sort(inOrder)
    .map((side) => narrowed(side, wish));
  if (shown.length === 0) return [h('p', { class: 'quiet' }, words.nothingFits)];
  return [
    h(
      'table',
      { class: 'sides' },
      h('caption', { class: 'unseen' }, words.table),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          header('asset', words.column.asset, again),
          ...NAMES.map((name) => header(name, words.column[name], again)),
          h('th', { scope: 'col', class: 'plain' }, words.column.course),
        ),
      ),
      ...shown.map((side) => body(side, hours)),
    ),
    h('p', { class: 'quiet help' }, words.vwapHelp),
  ];
}

function fits(of: ShownSide, { text, side, openOnly }: Wish): boolean {
  if (side !== 'both' && of.side !== side) return false;
  if (openOnly && of.open <= 0) return false;
  const names = [of.asset, ...of.brokers.map(({ broker }) => broker), ...of.funds.map(({ fund }) => fund)];
  return names.some((name) => matches(name, text));
}

const matches = (name: string, text: string): boolean =>
  name.toLowerCase().includes(text.trim().toLowerCase());

/** What was looked for and no more: of brokers and of funds, those that it names; all where it names none, or the ETF. */
function narrowed(of: ShownSide, { text, openOnly }: Wish): ShownSide {
  const only = <R>(rows: readonly R[], nameOf: (row: R) => string): readonly R[] => {
    const own = matches(of.asset, text) ? rows : rows.filter((row) => matches(nameOf(row), text));
    return own.length === 0 ? rows : own;
  };
  const open = of.funds.filter((fund) => !openOnly || fund.open > 0);
  return { ...of, brokers: only(of.brokers, ({ broker }) => broker), funds: only(open, ({ fund }) => fund) };
}

function inOrder(a: ShownSide, b: ShownSide): number {
  const { column, ascending } = sorted;
  const [one, other] =
    column === 'asset' ? [keyOf(a), keyOf(b)] : [COLUMNS[column].by(a), COLUMNS[column].by(b)];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const order = one < other ? -1 : one > other ? 1 : 0;
  return (ascending ? order : -order) || (keyOf(a) < keyOf(b) ? -1 : 1);
}

function header(column: Sorted['column'], title: string, again: () => void): HTMLElement {
  const isSorted = sorted.column === column;
  const sort = (): void => {
    // Figures are wanted largest first, names from A.
    sorted = { column, ascending: isSorted ? !sorted.ascending : column === 'asset' };
    again();
  };
  return h(
    'th',
    { scope: 'col', ...(isSorted ? { 'aria-sort': sorted.ascending ? 'ascending' : 'descending' } : {}) },
    h(
      'button',
      {
        type: 'button',
        id: `sort-${column}`,
        class: 'sort',
        title: filled(words.sortBy, { column: title }),
        click: sort,
      },
      title,
    ),
  );
}

function body(side: ShownSide, hours: PrintedBlotter['hours']): HTMLElement {
  const key = keyOf(side);
  const detail = h(
    'tr',
    { id: `detail-${key}`, class: 'detail' },
    h('td', { colspan: NAMES.length + 2 }, ...detailOf(side, nameOf(side))),
  );
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'fold',
      id: `fold-${key}`,
      'aria-controls': `detail-${key}`,
      click: () => turn(!unfolded.has(key)),
    },
    h('b', {}, side.asset),
    ' ',
    h('span', { class: side.side.toLowerCase() }, words.side[side.side]),
  );
  const turn = (open: boolean): void => {
    if (open) unfolded.add(key);
    else unfolded.delete(key);
    toggle.ariaExpanded = String(open);
    detail.hidden = !open;
  };
  turn(unfolded.has(key));
  const cells = NAMES.map((name) => {
    const { cell, shade }: Column = COLUMNS[name];
    return h('td', { class: shade === undefined ? name : `${name} ${shade(side)}` }, cell(side, hours));
  });
  return h(
    'tbody',
    {},
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, toggle),
      ...cells,
      h('td', { class: 'course' }, sparkline(side, hours)),
    ),
    detail,
  );
}

function doneBar({ done }: ShownSide): HTMLElement {
  const part = h('span', { class: 'part' });
  part.style.width = `${Math.max(0, Math.min(100, done * 100)).toFixed(1)}%`;
  return h(
    'div',
    { class: 'done-bar' },
    h('span', { class: 'figure' }, percent(done, language)),
    h('span', { class: 'bar' }, part),
  );
}
