// Makes a mail of its content: both renderings, recipients named once, a subject on one line.

import { utf8Length } from '../domain/bytes';
import type { IsoDate } from '../domain/stamp';
import { figuresOf } from '../language/figures';
import type { Language } from '../language/language';
import { type Content, oneLine, paragraph } from './content';
import type { Attachment, MailMessage } from './mail';
import { renderHtml, type Width } from './renderHtml';
import { renderText } from './renderText';
import { wordsOf } from './words';

export interface Draft {
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly language: Language;
  readonly deskName: string;
  readonly tradeDate: IsoDate;
  /** It goes to another house: with a greeting. */
  readonly isLetter?: boolean;
  /** `prose` where it is not said. */
  readonly width?: Width;
  /** What the mail is about; the desk and the date are put before it. */
  readonly topic: string;
}

/** One way to say what a mail says: the rows themselves, or totals of them with the rows in a file. */
export interface Version {
  /** Lines of its tables and lists. */
  readonly rows: number;
  readonly content: () => Content;
  readonly attachments: readonly Attachment[];
}

/**
 * What a mail's two bodies take together at most, where less detail makes them shorter: half of what the smallest account may
 * send (200 KB), so that no provider cuts it short.
 */
const LONGEST_BODIES = 100 * 1000;
/** More rows are longer in any case: nobody prints a hundred thousand to find that out. */
const MOST_ROWS = 500;

/** MailApp refuses longer ones. */
const LONGEST_SUBJECT = 250;

/** A mail that is short by its nature. */
export const compose = (draft: Draft, content: Content): MailMessage =>
  composeBounded(draft, [{ rows: 0, content: () => content, attachments: [] }]);

/** @param versions the most detailed first: the first that is short enough goes; the last, whose length no number of rows makes, always */
export function composeBounded(draft: Draft, versions: readonly Version[]): MailMessage {
  const [first, ...less] = versions;
  if (first && less.length > 0 && first.rows > MOST_ROWS) return composeBounded(draft, less);
  const mail = printed(draft, first);
  const isShort = utf8Length(mail.html) + utf8Length(mail.text) <= LONGEST_BODIES;
  return isShort || less.length === 0 ? mail : composeBounded(draft, less);
}

function printed(draft: Draft, version: Version | undefined): MailMessage {
  const { language, deskName } = draft;
  const to = unique(draft.to, []);
  const subject = subjectOf([deskName, figuresOf(language).date(draft.tradeDate), draft.topic]);
  const words = wordsOf(language);
  const content = [
    ...(draft.isLetter ? [paragraph(words.greeting)] : []),
    ...(version?.content() ?? []),
    paragraph(words.signature(deskName)),
  ];
  return {
    to,
    cc: unique(draft.cc ?? [], to),
    subject,
    text: renderText(content),
    html: renderHtml(content, subject, language, draft.width),
    attachments: version?.attachments ?? [],
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
