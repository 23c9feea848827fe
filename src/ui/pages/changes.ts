// What is different in a plan that changed between preview and confirmation: a trader looks at that first.

import type { Language } from '../../domain/broker';
import { printProblem } from '../../domain/problem';
import type { Preview } from '../../stages/runner';
import { sayLabel, sayValue } from './said';
import type { Words } from './words';

export function changesBetween(
  before: Preview,
  after: Preview,
  words: Words['preview']['difference'],
  language: Language,
): readonly string[] {
  const mailsBefore = new Map(before.mails.map((mail) => [nameOf(mail), mail]));
  const mailsAfter = new Set(after.mails.map(nameOf));
  const rowsBefore = new Map(before.tabs.map(({ name, rows }) => [name, rows]));
  const known = new Set(before.warnings.map(printProblem));
  return [
    ...facts(before, after, words, language),
    ...after.tabs.flatMap(({ name, rows }) => {
      const earlier = rowsBefore.get(name) ?? 0;
      return earlier === rows ? [] : [words.rows(name, earlier, rows)];
    }),
    ...after.mails.flatMap((mail) => {
      const earlier = mailsBefore.get(nameOf(mail));
      if (!earlier) return [words.mailAdded(mail.to.join(', '))];
      return JSON.stringify(earlier) === JSON.stringify(mail) ? [] : [words.mailChanged(mail.to.join(', '))];
    }),
    ...before.mails
      .filter((mail) => !mailsAfter.has(nameOf(mail)))
      .map(({ to }) => words.mailRemoved(to.join(', '))),
    ...after.warnings
      .map(printProblem)
      .filter((text) => !known.has(text))
      .map(words.warning),
  ];
}

/** Subjects carry figures that may be what changed; the recipients and the place among their mails name a mail. */
const nameOf = ({ to, subject }: Preview['mails'][number]): string =>
  `${to.join(',')} ${subject.replace(/[\d.,]+/g, '#')}`;

function facts(
  before: Preview,
  after: Preview,
  words: Words['preview']['difference'],
  language: Language,
): readonly string[] {
  const earlier = new Map(before.summary.facts.map(({ label, value }) => [label, value]));
  return after.summary.facts.flatMap(({ label, value }) => {
    const old = earlier.get(label);
    if (old === undefined || old === value) return [];
    const print = (text: string) => sayValue(text, language).text;
    return [words.fact(sayLabel(label, language), print(old), print(value))];
  });
}
