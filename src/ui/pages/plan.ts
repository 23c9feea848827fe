// What a plan will do, or a run has done: figures, tabs, rows, files, warnings. The same block before and after.
import type { Preview, RunReport } from '../../stages/runner';
import { h } from './dom';
import { language, words } from './page';
import { type Located, problemList } from './problems';
import { type Said, sayLabel, sayValue } from './said';

const { preview: says } = words;

type Effects = Pick<RunReport, 'tabs' | 'rowsSaved' | 'files'>;

const langOf = (said: Said): string | false => (said.language === language ? false : said.language);

export function factList({ facts }: Preview['summary']): HTMLElement | null {
  if (facts.length === 0) return null;
  const items = facts.map(({ label, value }) => {
    const said = sayValue(value, language);
    const wide = said.text.length > 28 && 'wide';
    return h(
      'div',
      { class: wide },
      h('dt', {}, sayLabel(label, language)),
      h('dd', { lang: langOf(said) }, said.text),
    );
  });
  return h('dl', { class: 'facts' }, ...items);
}

/** @param mails how many, and to how many recipients where that is known */
export function effectList(
  { tabs, rowsSaved, files }: Effects,
  mails: { readonly count: number; readonly recipients: number | null },
): HTMLElement {
  const { count, recipients } = mails;
  const sent =
    count === 0
      ? says.nothingSent
      : `${words.mails(count)}${recipients === null ? '' : ` · ${words.recipients(recipients)}`}`;
  const row = (label: string, ...values: readonly (string | HTMLElement)[]) =>
    values.length === 0
      ? null
      : h('div', {}, h('dt', {}, label), ...values.map((value) => h('dd', {}, value)));
  return h(
    'dl',
    { class: 'effects' },
    row(says.sends, sent),
    row(
      says.writes,
      ...tabs.map(({ name, rows }) =>
        h('span', {}, h('b', {}, name), ' ', h('span', { class: 'quiet' }, words.rows(rows))),
      ),
    ),
    row(says.saves, ...(rowsSaved > 0 ? [says.inWarehouse(rowsSaved)] : [])),
    row(says.keeps, ...files),
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
  const label = parts.join(` ${words.and} `);
  return label === '' ? says.confirm : label.charAt(0).toUpperCase() + label.slice(1);
}
