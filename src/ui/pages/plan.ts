// What a plan will do, or a run has done: figures, tabs, rows, files, warnings. The same block before and after.
import type { PrintedProblem, PrintedReport, PrintedSummary } from '../../desk/log/report';
import { announce, h } from './dom';
import { filled } from './page';
import { words } from './previewWords';
import { problemList } from './problems';
import { ask, reasonOf } from './script';

type Effects = Pick<PrintedReport, 'tabs' | 'rowsSaved' | 'files'>;

/** Figures in a row; what takes a line of its own comes last. */
export function factList({ facts }: PrintedSummary): HTMLElement | null {
  if (facts.length === 0) return null;
  const isWide = ({ value }: (typeof facts)[number]): boolean => value.length > LONGEST_FIGURE;
  const items = [...facts.filter((fact) => !isWide(fact)), ...facts.filter(isWide)].map((fact) =>
    h('div', { class: isWide(fact) && 'wide' }, h('dt', {}, fact.label), h('dd', {}, fact.value)),
  );
  return h('dl', { class: 'facts' }, ...items);
}

const LONGEST_FIGURE = 26;

/** @param mails how many, and to how many recipients where that is known */
export function effectList(
  { tabs, rowsSaved, files }: Effects,
  mails: { readonly count: number; readonly recipients: number | null },
): HTMLElement {
  const row = (label: string, values: readonly (string | HTMLElement)[]) =>
    values.length > 0 &&
    h('div', {}, h('dt', {}, label), h('dd', {}, ...values.map((value) => h('span', {}, value))));
  const counted = (rows: number): string => filled(words.rows, { n: rows });
  return h(
    'dl',
    { class: 'effects' },
    row(words.sends, [mailCount(mails)]),
    row(
      words.tabs,
      tabs.map(({ name, rows }) => h('span', {}, h('b', {}, name), ` ${counted(rows)}`)),
    ),
    row(words.warehouse, rowsSaved > 0 ? [counted(rowsSaved)] : []),
    row(words.files, files),
  );
}

function mailCount({ count, recipients }: Parameters<typeof effectList>[1]): string {
  if (count === 0) return words.none;
  return recipients === null
    ? filled(words.mails, { n: count })
    : filled(words.mailsTo, { n: count, n2: recipients });
}

/** More than this many stand folded: the mails must stay in sight. */
const FOLD_WARNINGS = 4;

/** @param keys by which they can be put away once they were read; left out = they cannot */
export function warningList(
  warnings: readonly PrintedProblem[],
  keys: readonly string[] = [],
): HTMLElement | null {
  if (warnings.length === 0) return null;
  const away = h('button', { type: 'button', id: 'put-away', class: 'away' }, words.putAway);
  const list: HTMLElement = h(
    'details',
    { class: 'notice warning', open: warnings.length <= FOLD_WARNINGS },
    h('summary', {}, filled(words.warnings, { n: warnings.length })),
    problemList(warnings, 'warnings'),
    keys.length > 0 && away,
  );
  away.addEventListener('click', () => {
    void ask('putAway', keys).then(
      () => list.replaceWith(h('p', { class: 'quiet' }, filled(words.away, { n: keys.length }))),
      (error: unknown) => announce(reasonOf(error)),
    );
  });
  return list;
}

/** What nothing depends on: said once, without a colour. */
export const calmList = (calm: readonly PrintedProblem[]): HTMLElement | null =>
  calm.length === 0 ? null : h('div', { class: 'quiet calm' }, ...calm.map(({ text }) => h('p', {}, text)));
