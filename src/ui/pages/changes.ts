// What is different in a plan that changed between preview and confirmation: a trader looks at that first.

import type { PrintedPreview as Preview } from '../../desk/run/report';
import type { Language } from '../../language/language';
import { sayFigures, sayLabel } from './said';
import type { Words } from './words';

type Difference = Words['preview']['difference'];

/** More than these are not read in a hurry. */
const MOST = 6;

export function changesBetween(
  before: Preview,
  after: Preview,
  words: Difference,
  language: Language,
): readonly string[] {
  const known = new Set(before.warnings.map(({ key }) => key));
  const all = [
    ...facts(before, after, words, language),
    ...mails(before, after, words),
    // The same warning with other figures is no news.
    ...after.warnings.filter(({ key }) => !known.has(key)).map(({ text }) => words.warning(text)),
    ...rows(before, after, words),
  ];
  return all.length > MOST ? [...all.slice(0, MOST - 1), words.more(all.length - MOST + 1)] : all;
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

function mails(before: Preview, after: Preview, words: Difference): readonly string[] {
  const earlier = byReader(before.mails);
  const later = byReader(after.mails);
  const changed = [...later].flatMap(([key, mail]) => {
    const old = earlier.get(key);
    if (!old) return [words.mailAdded(mail.to.join(', '))];
    return JSON.stringify(old) === JSON.stringify(mail) ? [] : [words.mailChanged(mail.to.join(', '))];
  });
  const gone = [...earlier]
    .filter(([key]) => !later.has(key))
    .map(([, { to }]) => words.mailRemoved(to.join(', ')));
  return [...changed, ...gone];
}

function rows(before: Preview, after: Preview, words: Difference): readonly string[] {
  const earlier = new Map(before.tabs.map((tab) => [tab.name, tab.rows]));
  return after.tabs.flatMap((tab) => {
    const old = earlier.get(tab.name) ?? 0;
    return old === tab.rows ? [] : [words.rows(tab.name, old, tab.rows)];
  });
}

function facts(before: Preview, after: Preview, words: Difference, language: Language): readonly string[] {
  const earlier = new Map(before.summary.facts.map(({ label, value }) => [label, value]));
  return after.summary.facts.flatMap(({ label, value }) => {
    const old = earlier.get(label);
    if (old === undefined || old === value) return [];
    const print = (text: string) => sayFigures(text, language).text;
    return [words.fact(sayLabel(label, language), print(old), print(value))];
  });
}
