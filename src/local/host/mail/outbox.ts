// The outbox: every delivered mail as one numbered .eml file, read back in order after a restart.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { DeliveredMail } from './mail';

/** Names the true recipients, as a delivery agent does: blind copies are in no other header. */
const ENVELOPE = 'X-Envelope-To';

export interface Outbox {
  /** Delivered mails in the order in which they were delivered. */
  readonly mails: readonly DeliveredMail[];
  next(): number;
  keep(raw: Buffer, recipients: readonly string[]): Promise<DeliveredMail>;
}

export async function openOutbox(dir: string): Promise<Outbox> {
  mkdirSync(dir, { recursive: true });
  const mails: DeliveredMail[] = [];
  const files = readdirSync(dir);
  for (const half of files.filter((name) => name.endsWith('.new'))) rmSync(join(dir, half));
  const numbered = files.flatMap((name) => {
    const number = /^(\d{4,})-.*\.eml$/.exec(name)?.[1];
    return number === undefined ? [] : [{ name, number: Number(number) }];
  });
  for (const { name, number } of numbered.sort((a, b) => a.number - b.number)) {
    mails.push(await parse(readFileSync(join(dir, name)), join(dir, name), number));
  }
  const next = (): number => (mails.at(-1)?.number ?? 0) + 1;

  return {
    mails,
    next,
    async keep(raw, recipients) {
      const number = next();
      const full = Buffer.concat([Buffer.from(`${ENVELOPE}: ${recipients.join(', ')}\r\n`), raw]);
      const mail = await parse(full, '', number);
      const file = join(dir, `${String(number).padStart(4, '0')}-${slug(mail.subject)}.eml`);
      writeFileSync(`${file}.new`, full);
      renameSync(`${file}.new`, file);
      const kept = { ...mail, file };
      mails.push(kept);
      return kept;
    },
  };
}

async function parse(raw: Buffer, file: string, number: number): Promise<DeliveredMail> {
  const mail = await simpleParser(raw, { skipTextToHtml: true });
  const header = mail.headers.get(ENVELOPE.toLowerCase());
  return {
    number,
    file,
    sentAt: mail.date?.getTime() ?? 0,
    from: addresses(mail.from)[0] ?? '',
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    recipients: typeof header === 'string' ? header.split(/,\s*/) : [],
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || null,
    attachments: mail.attachments.map((part) => ({
      name: part.filename ?? '',
      contentType: part.contentType,
      content: part.content,
    })),
  };
}

interface Addresses {
  readonly value: readonly { readonly address?: string | undefined }[];
}

const addresses = (field: Addresses | readonly Addresses[] | undefined): readonly string[] =>
  [field ?? []]
    .flat()
    .flatMap((list) => list.value)
    .flatMap((one) => (one.address === undefined ? [] : [one.address]));

/** A file name anybody can read and every disk takes: letters without accents, digits, hyphens. */
export const slug = (subject: string): string =>
  subject
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || 'mail';
