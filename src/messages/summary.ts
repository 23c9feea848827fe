// To the traders: what a run prepared, found or stopped at, in the words of its preview.

import { type Problem, printProblem } from '../domain/problem';
import type { IsoDate } from '../domain/stamp';
import type { Language } from '../language/language';
import type { Message } from '../language/message';
import { print } from '../language/print';
import { compose } from './compose';
import { type Block, heading, list, paragraph } from './content';
import type { MailMessage } from './mail';
import { wordsOf } from './words';

export interface RunSummary {
  readonly to: readonly string[];
  readonly language: Language;
  readonly deskName: string;
  readonly tradeDate: IsoDate;
  readonly headline: Message;
  readonly facts: readonly { readonly label: Message; readonly value: Message }[];
  /** What stands in the way, and what to do about it. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export function summaryMail(mail: RunSummary): MailMessage {
  const { to, language, deskName, tradeDate } = mail;
  const headline = print(mail.headline, language);
  const words = wordsOf(language);
  return compose({
    to,
    language,
    deskName,
    tradeDate,
    topic: headline,
    content: [
      paragraph(headline),
      ...factList(mail.facts, language),
      ...section(words.summary.problems, mail.problems, language),
      ...section(words.summary.warnings, mail.warnings, language),
    ],
  });
}

/** The figures of a run with their names. */
export const factList = (facts: RunSummary['facts'], language: Language): readonly Block[] =>
  facts.length === 0
    ? []
    : [
        list(
          facts.map(({ label, value }) => ({
            label: print(label, language),
            text: print(value, language),
            detail: null,
          })),
        ),
      ];

/** A list under its title; nothing where there is nothing to list. */
export function section(title: string, problems: readonly Problem[], language: Language): readonly Block[] {
  if (problems.length === 0) return [];
  return [
    heading(`${title} (${problems.length})`),
    list(problems.map((problem) => ({ label: '', text: printProblem(problem, language), detail: null }))),
  ];
}
