// The outbox: every delivered mail as one numbered .eml file, read back in order after a restart.

import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
  /** A message that comes in pieces. @param recipients everybody it is for */
  receive(recipients: readonly string[]): Incoming;
}

/** A message that is not delivered yet: it lies on disk under a name that the next start throws away. */
export interface Incoming {
  add(piece: Buffer): void;
  /** Delivers it, or throws and leaves nothing. */
  keep(): Promise<DeliveredMail>;
  drop(): void;
}

/** A mail is delivered once it is noted; its file is brought up to that. `more` = the rest is noted behind it, with it. */
const Noted = v.object({ file: v.string(), base64: v.string(), more: v.optional(v.literal(true)) });

/** Of a large mail that much is in memory at once. */
const PIECE_BYTES = 1_000_000;

/**
 * What the rest of the desk stands at, kept with every checkpoint: it knows the mails up to this number, but for these files. A mail is
 * noted before its file is written, so one that lies here and is neither in the journal nor known went out and was forgotten.
 */
const Known = v.object({ upTo: v.number(), forgotten: v.array(v.string()) });

const numberOf = (name: string): number => Number(/^(\d{4,})-.*\.eml$/.exec(name)?.[1] ?? Number.NaN);

/** @param known where that stands; null = nobody asks */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export async function openOutbox(dir: string, journal: Journal, known: string | null): Promise<Outbox> {
  mkdirSync(dir, { recursive: true });
  const stood = known === null ? undefined : readOrSetAside(journal, known, () => readJson(known, Known));
  const replayed = new Set<string>();
  let forgotten: readonly DeliveredMail[] = [];
  const mails: DeliveredMail[] = [];
  /** Written since the last checkpoint, and perhaps not on disk. */
  const loose = new Set<string>();
  /** Under its own name it is whole at any moment. */
  const place = (whole: string, name: string): void => {
    const file = join(dir, name);
    renameSync(whole, file);
    loose.add(file);
  };
  let pieces: Buffer[] = [];
  const notes = journal.join('outbox', {
    replay(record) {
      const { file, base64, more } = v.parse(Noted, record);
      pieces.push(Buffer.from(base64, 'base64'));
      if (more) return;
      const whole = join(dir, `${file}.new`);
      writeFileSync(whole, Buffer.concat(pieces));
      pieces = [];
      place(whole, file);
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
    mails.push(await parse(join(dir, name), number));
  }
  // A desk of an earlier version kept no such file: its mails are known, unless what knew them is lost.
  const upTo = stood?.upTo ?? (journal.isBroken ? 0 : lastOf(journal.stood));
  const isForgotten = ({ file, number }: DeliveredMail): boolean =>
    !replayed.has(basename(file)) && (number > upTo || (stood?.forgotten.includes(basename(file)) ?? false));
  if (known !== null) forgotten = mails.filter(isForgotten);
  if (stood === undefined) keepKnown();
  // A number is never given twice, also where its mail is gone.
  const next = (): number => Math.max(mails.at(-1)?.number ?? 0, stood?.upTo ?? 0) + 1;

  const deliver = async (whole: string): Promise<DeliveredMail> => {
    const number = next();
    const mail = await parse(whole, number);
    const name = `${String(number).padStart(4, '0')}-${slug(mail.subject)}.eml`;
    const records = recordsOf(whole, name);
    const [only] = records;
    if (records.length === 1) notes.note(only?.());
    else notes.together(() => records.forEach((record) => void notes.note(record())));
    notes.sync();
    place(whole, name);
    const kept = { ...mail, file: join(dir, name) };
    mails.push(kept);
    return kept;
  };
  let received = 0;

  return {
    mails,
    forgotten,
    next,
    receive(recipients) {
      received += 1;
      const whole = join(dir, `incoming-${received}.new`);
      const open = openSync(whole, 'w');
      const add = (piece: Buffer): void => writeFileSync(open, piece);
      add(Buffer.from(`${ENVELOPE}: ${recipients.join(', ')}\r\n`));
      // Closed before it is moved: some systems move no open file.
      const drop = (): void => rmSync(whole, { force: true });
      return {
        add,
        drop() {
          closeSync(open);
          drop();
        },
        async keep() {
          closeSync(open);
          try {
            return await deliver(whole);
          } finally {
            drop();
          }
        },
      };
    },
  };
}

/** What notes the message in that file, piece by piece; each is read when it is asked for. */
function recordsOf(whole: string, name: string): readonly (() => v.InferInput<typeof Noted>)[] {
  const { size } = statSync(whole);
  const count = Math.max(1, Math.ceil(size / PIECE_BYTES));
  return Array.from({ length: count }, (_, at) => () => {
    const base64 = bytesAt(whole, at * PIECE_BYTES, PIECE_BYTES).toString('base64');
    return { file: name, base64, ...(at + 1 < count ? { more: true as const } : {}) };
  });
}

/** At most so many bytes of a file, from a place on. */
function bytesAt(file: string, from: number, most: number): Buffer {
  const bytes = Buffer.alloc(Math.min(most, statSync(file).size - from));
  const open = openSync(file, 'r');
  try {
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(open, bytes, done, bytes.length - done, from + done);
      if (read === 0) throw new Error(`${file} was cut while it was read`);
      done += read;
    }
  } finally {
    closeSync(open);
  }
  return bytes;
}

/** The last mail that lay there at a checkpoint: what was told of it is gone, so whatever came later may be forgotten. */
const lastOf = (stood: Journal['stood']): number =>
  stood === null
    ? Number.POSITIVE_INFINITY
    : Math.max(0, ...stood.map((name) => numberOf(basename(name))).filter((number) => !Number.isNaN(number)));

async function parse(file: string, number: number): Promise<DeliveredMail> {
  const mail = await simpleParser(createReadStream(file), { skipTextToHtml: true });
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
