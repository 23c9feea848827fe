// What an import would change, tab by tab: rows that come, change cell by cell, and go.
import type { PrintedImportPreview, PrintedRow, PrintedTab } from '../doors/import';
import type { IMPORT } from '../words/import';
import { h } from './dom';
import { filled, pageWords } from './page';

const words: typeof IMPORT = pageWords();

/** More rows of one kind are counted: nobody reads on. */
const MOST = 300;
const KINDS = ['removed', 'changed', 'added'] as const;

const count = (rows: readonly PrintedRow[], kind: PrintedRow['kind']): number =>
  rows.filter((row) => row.kind === kind).length;

/** One sentence for all tabs. */
export function changesTitle({ tabs }: Pick<PrintedImportPreview, 'tabs'>): string {
  const rows = tabs.flatMap((tab) => tab.rows);
  return rows.length === 0
    ? words.noChange
    : filled(words.wouldChange, {
        n: count(rows, 'added'),
        n2: count(rows, 'changed'),
        n3: count(rows, 'removed'),
      });
}

/** @param isSummed its orders stand in tables above: then the rows are there for whoever asks */
export function tabChanges({ tab, rows, same }: PrintedTab, isSummed = false): HTMLElement {
  const heading = filled(words.tabChange, {
    tab,
    n: count(rows, 'added'),
    n2: count(rows, 'changed'),
    n3: count(rows, 'removed'),
    n4: same,
  });
  const lists = KINDS.map((kind) => rowsOf(rows, kind));
  const isFolded = isSummed && tab === 'daily-trades' && rows.length > 0;
  return isFolded
    ? h('details', {}, h('summary', {}, heading), ...lists)
    : h('section', {}, h('h2', {}, heading), ...lists);
}

function rowsOf(rows: readonly PrintedRow[], kind: PrintedRow['kind']): HTMLElement | null {
  const own = rows.filter((row) => row.kind === kind);
  if (own.length === 0) return null;
  const items = own.slice(0, MOST).map((row) => h('li', { class: kind }, ...rowLine(row)));
  const more = own.length > MOST && h('li', { class: 'quiet' }, filled(words.more, { n: own.length - MOST }));
  return h('ul', { class: 'rows' }, ...items, more);
}

/** The sign is for the eye; the word is for those who listen. */
const rowLine = ({ kind, row, name, cells }: PrintedRow): readonly HTMLElement[] => [
  h('span', { class: 'kind' }, words[kind]),
  h(
    'span',
    {},
    h('b', {}, name),
    h('span', { class: 'quiet' }, ` ${filled(words.row, { n: row })}`),
    ...cells
      .filter(({ before, after }) => kind === 'changed' || !name.split(' · ').includes(after ?? before ?? ''))
      .map(({ header, before, after }) =>
        h('span', { class: 'cell' }, ...cellLine(kind, header, before, after)),
      ),
  ),
];

function cellLine(
  kind: PrintedRow['kind'],
  header: string,
  before: string | null,
  after: string | null,
): readonly (HTMLElement | string)[] {
  const label = h('span', { class: 'quiet' }, `${header}: `);
  if (kind !== 'changed') return [label, after ?? before ?? words.blank];
  return [label, h('del', {}, before ?? words.blank), ' → ', h('ins', {}, after ?? words.blank)];
}
