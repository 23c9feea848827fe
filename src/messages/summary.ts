// To the traders: what a run prepared, found or stopped at, in the words of its preview.

import type { Language } from '../language/language';
import type { Message } from '../language/message';
import { print } from '../language/print';
import { composeBounded } from './compose';
import { type Block, list, paragraph } from './content';
import { type Findings, versionsOf } from './findings';
import type { MailMessage } from './mail';

export interface RunSummary extends Findings {
  readonly to: readonly string[];
  readonly deskName: string;
  readonly headline: Message;
  readonly facts: readonly { readonly label: Message; readonly value: Message }[];
}

export function summaryMail(mail: RunSummary): MailMessage {
  const { to, language, deskName, tradeDate } = mail;
  const headline = print(mail.headline, language);
  return composeBounded(
    { to, language, deskName, tradeDate, topic: headline },
    versionsOf(mail, () => [paragraph(headline), ...factList(mail.facts, language)]),
  );
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
