// What a plan will do, or a run has done: figures, tabs, rows, files, warnings. The same block before and after.
import type { PrintedPreview as Preview, PrintedReport as RunReport } from '../../desk/run/report';
import { h } from './dom';
import { language, words } from './page';
import { type Located, problemList } from './problems';
import { capitalised, type Said, sayFigures, sayLabel } from './said';

const { preview: says } = words;

type Effects = Pick<RunReport, 'tabs' | 'rowsSaved' | 'files'>;

const langOf = (said: Said): string | false => (said.language === language ? false : said.language);

/** Figures in a row; what takes a line of its own comes last. */
export function factList({ facts }: Preview['summary']): HTMLElement | null {
  if (facts.length === 0) return null;
  const said = facts.map(({ label, value }) => ({
    label: sayLabel(label, language),
    value: sayFigures(value, language),
  }));
  const isWide = ({ value }: (typeof said)[number]): boolean => value.text.length > LONGEST_FIGURE;
  const items = [...said.filter((fact) => !isWide(fact)), ...said.filter(isWide)].map((fact) =>
    h(
      'div',
      { class: isWide(fact) && 'wide' },
      h('dt', {}, fact.label),
      h('dd', { lang: langOf(fact.value) }, fact.value.text),
    ),
  );
  return h('dl', { class: 'facts' }, ...items);
}

const LONGEST_FIGURE = 26;

/** @param mails how many, and to how many recipients where that is known */
export function effectList(
  { tabs, rowsSaved, files }: Effects,
  mails: { readonly count: number; readonly recipients: number | null },
): HTMLElement {
  const { count, recipients } = mails;
  const readers = recipients === null ? '' : ` · ${words.recipients(recipients)}`;
  const row = (label: string, values: readonly (string | HTMLElement)[]) =>
    values.length > 0 &&
    h('div', {}, h('dt', {}, label), h('dd', {}, ...values.map((value) => h('span', {}, value))));
  return h(
    'dl',
    { class: 'effects' },
    row(says.mails, [count === 0 ? says.none : `${words.mails(count)}${readers}`]),
    row(
      says.tabs,
      tabs.map(({ name, rows }) => h('span', {}, h('b', {}, name), ` ${words.rows(rows)}`)),
    ),
    row(says.warehouse, rowsSaved > 0 ? [words.rows(rowsSaved)] : []),
    row(says.files, files),
  );
}

/** More than this many stand folded: the mails must stay in sight. */
const FOLD_WARNINGS = 4;

export function warningList(warnings: readonly Located[]): HTMLElement | null {
  if (warnings.length === 0) return null;
  return h(
    'details',
    { class: 'notice warning', open: warnings.length <= FOLD_WARNINGS },
    h('summary', {}, says.warnings(warnings.length)),
    problemList(warnings, 'warnings'),
  );
}

/** What the button will do, in one line: "Send 4 mails and write 3 tabs". */
export function confirmLabel({ mails, tabs, files, rowsSaved }: Preview): string {
  const things = [tabs.length > 0 && words.tabs(tabs.length), files.length > 0 && words.files(files.length)]
    .filter((thing): thing is string => thing !== false)
    .join(` ${words.and} `);
  const parts = [
    mails.length > 0 && says.send(words.mails(mails.length)),
    things !== '' && says.write(things),
    mails.length === 0 && things === '' && rowsSaved > 0 && says.saveRows(words.rows(rowsSaved)),
  ].filter((part): part is string => part !== false);
  return parts.length === 0 ? says.confirm : capitalised(parts.join(` ${words.and} `));
}
