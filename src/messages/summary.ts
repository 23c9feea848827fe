// To the traders: what a run prepared, found or stopped at, in the words of its preview.

import type { IsoDate } from '../domain/stamp';
import type { Language } from '../language/language';
import { compose } from './compose';
import { type Block, heading, list, paragraph } from './content';
import type { MailMessage } from './mail';
import { sayLabel, sayText } from './said/said';
import { wordsOf } from './words';

export interface RunSummary {
  readonly to: readonly string[];
  readonly language: Language;
  readonly deskName: string;
  readonly tradeDate: IsoDate;
  readonly headline: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What stands in the way, and what to do about it. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

export function summaryMail(mail: RunSummary): MailMessage {
  const { to, language, deskName, tradeDate } = mail;
  const headline = sayText(mail.headline, language);
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
            label: sayLabel(label, language),
            text: sayText(value, language),
            detail: null,
          })),
        ),
      ];

/** A list under its title; nothing where there is nothing to list. */
export function section(title: string, texts: readonly string[], language: Language): readonly Block[] {
  if (texts.length === 0) return [];
  return [
    heading(`${title} (${texts.length})`),
    list(texts.map((text) => ({ label: '', text: sayText(text, language), detail: null }))),
  ];
}
