// Makes a mail of its content: both renderings, recipients named once, a subject on one line.

import type { IsoDate } from '../domain/stamp';
import { figuresOf } from '../language/figures';
import type { Language } from '../language/language';
import { type Content, oneLine, paragraph } from './content';
import type { Attachment, MailMessage } from './mail';
import { renderHtml } from './renderHtml';
import { renderText } from './renderText';
import { wordsOf } from './words';

export interface Draft {
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly language: Language;
  readonly deskName: string;
  readonly tradeDate: IsoDate;
  /** What the mail is about; the desk and the date are put before it. */
  readonly topic: string;
  readonly content: Content;
  readonly attachments?: readonly Attachment[];
}

/** MailApp refuses longer ones. */
const LONGEST_SUBJECT = 250;

export function compose(draft: Draft): MailMessage {
  const { language, deskName } = draft;
  const to = unique(draft.to, []);
  const subject = subjectOf([deskName, figuresOf(language).date(draft.tradeDate), draft.topic]);
  const content = [...draft.content, paragraph(wordsOf(language).signature(deskName))];
  return {
    to,
    cc: unique(draft.cc ?? [], to),
    subject,
    text: renderText(content),
    html: renderHtml(content, subject, language),
    attachments: draft.attachments ?? [],
  };
}

export function csvAttachment(name: string, content: string): Attachment {
  return { name, mimeType: 'text/csv', content };
}

/** Each ETF once, in the order in which they come up: `BITH11, HASH11`. */
export function assetsOf(lines: readonly { readonly asset: string }[]): string {
  return [...new Set(lines.map((line) => line.asset))].join(', ');
}

function subjectOf(parts: readonly string[]): string {
  const subject = parts.map(oneLine).join(' | ');
  return subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1)}…` : subject;
}

/** Addresses differ by more than capitals and blanks; those in `others` are left out. */
function unique(addresses: readonly string[], others: readonly string[]): readonly string[] {
  const seen = new Set(others.map((address) => address.toLowerCase()));
  return addresses.map(oneLine).filter((address) => {
    const key = address.toLowerCase();
    const fresh = key !== '' && !seen.has(key);
    seen.add(key);
    return fresh;
  });
}
