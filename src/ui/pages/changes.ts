// What is different in a plan that changed between preview and confirmation: a trader looks at that first.
import type { PrintedPreview as Preview } from '../../desk/log/report';
import { fillIn } from '../../language/fill';
import type { Language } from '../../language/language';
import type { ValuesOf } from '../../language/message';
import type { PREVIEW } from '../words/preview';

type PreviewWords = Pick<typeof PREVIEW, 'difference' | 'more'>;
type Filled = <Key extends string>(word: Key, values: ValuesOf<Key>) => string;

/** More than these are not read in a hurry. */
const MOST = 6;

export function changesBetween(
  before: Preview,
  after: Preview,
  { difference: words, more }: PreviewWords,
  language: Language,
): readonly string[] {
  const filled: Filled = (word, values) => fillIn(word, values, language, () => '');
  const known = new Set(before.warnings.map(({ key }) => key));
  const all = [
    ...changedFacts(before, after).map((fact) => filled(words.fact, fact)),
    ...changedMails(before, after).map(({ change, to }) => filled(words[change], { to })),
    // The same warning with other figures is no news.
    ...after.warnings.filter(({ key }) => !known.has(key)).map(({ text }) => filled(words.warning, { text })),
    ...changedRows(before, after).map((tab) => filled(words.rows, tab)),
  ];
  return all.length > MOST ? [...all.slice(0, MOST - 1), filled(more, { n: all.length - MOST + 1 })] : all;
}

/** Subjects may be what changed: a mail is known by its readers, and by its place where they get several. */
function byReader(mails: Preview['mails']): ReadonlyMap<string, Preview['mails'][number]> {
  const byKey = new Map<string, Preview['mails'][number]>();
  for (const mail of mails) {
    const to = mail.to.join(', ');
    const same = [...byKey.values()].filter((other) => other.to.join(', ') === to).length;
    byKey.set(`${to}\n${same}`, mail);
  }
  return byKey;
}

interface ChangedMail {
  readonly change: 'mailAdded' | 'mailRemoved' | 'mailChanged';
  readonly to: string;
}

function changedMails(before: Preview, after: Preview): readonly ChangedMail[] {
  const earlier = byReader(before.mails);
  const later = byReader(after.mails);
  const changed = [...later].flatMap(([key, mail]): readonly ChangedMail[] => {
    const old = earlier.get(key);
    const to = mail.to.join(', ');
    if (!old) return [{ change: 'mailAdded', to }];
    return JSON.stringify(old) === JSON.stringify(mail) ? [] : [{ change: 'mailChanged', to }];
  });
  const gone = [...earlier].flatMap(([key, { to }]): readonly ChangedMail[] =>
    later.has(key) ? [] : [{ change: 'mailRemoved', to: to.join(', ') }],
  );
  return [...changed, ...gone];
}

function changedRows(before: Preview, after: Preview) {
  const earlier = new Map(before.tabs.map((tab) => [tab.name, tab.rows]));
  return after.tabs.flatMap((tab) => {
    const old = earlier.get(tab.name) ?? 0;
    return old === tab.rows ? [] : [{ tab: tab.name, n: old, n2: tab.rows }];
  });
}

function changedFacts(before: Preview, after: Preview) {
  const earlier = new Map(before.summary.facts.map(({ label, value }) => [label, value]));
  return after.summary.facts.flatMap(({ label, value }) => {
    const old = earlier.get(label);
    return old === undefined || old === value ? [] : [{ label, before: old, after: value }];
  });
}
