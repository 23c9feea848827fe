// The outbox: every delivered mail as one numbered .eml file, read back in order after a restart.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { simpleParser } from 'mailparser';
import * as v from 'valibot';
import { readJson, syncFile, syncFolder, writeWhole } from '../book/files';
import { type Journal, readOrSetAside } from '../journal/journal';
import type { DeliveredMail } from './mail';

/** Names the true recipients, as a delivery agent does: blind copies are in no other header. */
const ENVELOPE = 'X-Envelope-To';

export interface Outbox {
  /** Delivered mails in the order in which they were delivered. */
  readonly mails: readonly DeliveredMail[];
  /** Mails whose files lie here and of which nothing else that is kept knows: what noted them was lost. */
  readonly forgotten: readonly DeliveredMail[];
  next(): number;
  /** @param raw the message in pieces */
  keep(raw: readonly Buffer[], recipients: readonly string[]): Promise<DeliveredMail>;
}

/** A mail is delivered once it is noted; its file is brought up to that. */
const Noted = v.object({ file: v.string(), base64: v.string() });

/**
 * What the rest of the desk stands at, kept with every checkpoint: it knows the mails up to this number, but for these files. A mail is
 * noted before its file is written, so one that lies here and is neither in the journal nor known went out and was forgotten.
 */
const Known = v.object({ upTo: v.number(), forgotten: v.array(v.string()) });

const numberOf = (name: string): number => Number(/^(\d{4,})-.*\.eml$/.exec(name)?.[1] ?? Number.NaN);

/** @param known where that stands; null = nobody asks */
export async function openOutbox(dir: string, journal: Journal, known: string | null): Promise<Outbox> {
  mkdirSync(dir, { recursive: true });
  const stood = known === null ? undefined : readOrSetAside(journal, known, () => readJson(known, Known));
  const replayed = new Set<string>();
  let forgotten: readonly DeliveredMail[] = [];
  const mails: DeliveredMail[] = [];
  /** Written since the last checkpoint, and perhaps not on disk. */
  const loose = new Set<string>();
  const write = (name: string, content: Buffer): void => {
    const file = join(dir, name);
    writeFileSync(`${file}.new`, content);
    renameSync(`${file}.new`, file);
    loose.add(file);
  };
  const notes = journal.join('outbox', {
    replay(record) {
      const { file, base64 } = v.parse(Noted, record);
      write(file, Buffer.from(base64, 'base64'));
      replayed.add(file);
    },
    checkpoint() {
      for (const file of loose) if (existsSync(file)) syncFile(file);
      syncFolder(join(dir, 'any'));
      loose.clear();
      keepKnown();
    },
  });
  const keepKnown = (): void => {
    if (known === null) return;
    const still = forgotten.map(({ file }) => basename(file));
    writeWhole(known, `${JSON.stringify({ upTo: mails.at(-1)?.number ?? 0, forgotten: still })}\n`);
  };
  const files = readdirSync(dir);
  for (const half of files.filter((name) => name.endsWith('.new'))) rmSync(join(dir, half));
  const numbered = files
    .map((name) => ({ name, number: numberOf(name) }))
    .filter(({ number }) => !Number.isNaN(number));
  for (const { name, number } of numbered.sort((a, b) => a.number - b.number)) {
    mails.push(await parse(readFileSync(join(dir, name)), join(dir, name), number));
  }
  // A desk of an earlier version kept no such file: its mails are known, unless what knew them is lost.
  const upTo = stood?.upTo ?? (journal.isBroken ? 0 : lastOf(journal.stood));
  const isForgotten = ({ file, number }: DeliveredMail): boolean =>
    !replayed.has(basename(file)) && (number > upTo || (stood?.forgotten.includes(basename(file)) ?? false));
  if (known !== null) forgotten = mails.filter(isForgotten);
  if (stood === undefined) keepKnown();
  // A number is never given twice, also where its mail is gone.
  const next = (): number => Math.max(mails.at(-1)?.number ?? 0, stood?.upTo ?? 0) + 1;

  return {
    mails,
    forgotten,
    next,
    async keep(raw, recipients) {
      const number = next();
      const full = Buffer.concat([Buffer.from(`${ENVELOPE}: ${recipients.join(', ')}\r\n`), ...raw]);
      const mail = await parse(full, '', number);
      const name = `${String(number).padStart(4, '0')}-${slug(mail.subject)}.eml`;
      notes.note({ file: name, base64: full.toString('base64') });
      notes.sync();
      write(name, full);
      const kept = { ...mail, file: join(dir, name) };
      mails.push(kept);
      return kept;
    },
  };
}

/** The last mail that lay there at a checkpoint: what was told of it is gone, so whatever came later may be forgotten. */
const lastOf = (stood: Journal['stood']): number =>
  stood === null
    ? Number.POSITIVE_INFINITY
    : Math.max(0, ...stood.map((name) => numberOf(basename(name))).filter((number) => !Number.isNaN(number)));

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
