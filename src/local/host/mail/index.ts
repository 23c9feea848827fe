// Mail on a laptop: real SMTP to a server on loopback that keeps every message in the outbox.

import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import { SMTPServer } from 'smtp-server';
import { type Clock, saoPauloDate } from '../clock';
import { type Journal, withoutLog } from '../journal/journal';
import type { DeliveredMail, Mail, MailHost } from './mail';
import { openOutbox } from './outbox';

export type { DeliveredMail } from './mail';

/** Recipients a day that Apps Script allows an account: a desk's is its firm's. */
const DAILY_RECIPIENTS = { consumer: 100, workspace: 1_500 } as const;
const RECIPIENTS_A_MESSAGE = 50;

/** The server refuses the message, or keeps it and fails to say so: the sender cannot tell the two apart. */
export type MailFault = 'refuse' | 'lose answer';

export interface LocalMail extends MailHost {
  readonly port: number;
  /** Everything delivered so far, in order, the mails of earlier sessions included. */
  readonly outbox: readonly DeliveredMail[];
  /** Mails of these that went out and that the desk does not know of: what noted them was lost. */
  readonly forgotten: readonly DeliveredMail[];
  /** Hands over each mail from now on, before `send` returns. */
  onDelivery(listener: (mail: DeliveredMail) => void): void;
  /** For tests: what goes wrong with a message to these recipients; null = nothing. */
  fault: ((recipients: readonly string[]) => MailFault | null) | null;
  close(): Promise<void>;
}

export interface MailOptions {
  readonly dir: string;
  readonly clock: Clock;
  /** Whose account sends; the user of the host. */
  readonly from?: string;
  /** Whether the account is a consumer's; else it is one of a firm's Workspace. */
  readonly consumer?: boolean;
  /** The order that every delivery takes its place in. */
  readonly journal?: Journal;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export async function openMail(options: MailOptions): Promise<LocalMail> {
  const { clock, from = 'user@host.example', consumer = false } = options;
  const quota = DAILY_RECIPIENTS[consumer ? 'consumer' : 'workspace'];
  const [, domain = 'host.example'] = from.split('@');
  const outbox = await openOutbox(
    options.dir,
    options.journal ?? withoutLog('at once'),
    options.journal === undefined ? null : `${options.dir}.json`,
  );
  const listeners: ((mail: DeliveredMail) => void)[] = [];
  let sending: Promise<unknown> = Promise.resolve();

  const receive: Receive = (recipients) => {
    const incoming = outbox.receive(recipients);
    return {
      add: incoming.add,
      drop: incoming.drop,
      async end() {
        const fault = local.fault?.(recipients) ?? null;
        if (fault === 'refuse') {
          incoming.drop();
          throw new Error('Try again later');
        }
        const mail = await incoming.keep();
        for (const listener of listeners) listener(mail);
        if (fault === 'lose answer') throw new Error('Connection lost');
      },
    };
  };

  const { server, port } = await listen(receive);
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    logger: false,
    pool: true,
    maxConnections: 1,
  });

  const remaining = (): number => {
    const today = saoPauloDate(clock.now());
    const sent = outbox.mails.filter((mail) => saoPauloDate(mail.sentAt) === today);
    return Math.max(0, quota - sent.reduce((sum, mail) => sum + mail.recipients.length, 0));
  };

  const deliver = async (mail: Mail): Promise<void> => {
    checkRecipients(mail, remaining());
    const id = String(outbox.next()).padStart(4, '0');
    await transport.sendMail({
      ...messageOf(mail),
      from: { name: mail.name ?? '', address: from },
      date: new Date(clock.now()),
      // Fixed instead of random, so that the same day leaves the same files.
      messageId: `<${id}@${domain}>`,
      baseBoundary: `desk-${id}`,
    });
  };

  const local: LocalMail = {
    port,
    outbox: outbox.mails,
    forgotten: outbox.forgotten,
    fault: null,
    remaining,
    onDelivery: (listener) => {
      listeners.push(listener);
    },
    // One after the other: two runs that send at once must not draw the same number.
    send(mail) {
      const sent = sending.then(() => deliver(mail));
      sending = sent.catch(() => undefined);
      return sent;
    },
    async close() {
      await sending;
      transport.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return local;
}

/** Takes a message piece by piece, and delivers it at its end; `drop` = it never came to one. */
type Receive = (recipients: readonly string[]) => {
  add(piece: Buffer): void;
  end(): Promise<void>;
  drop(): void;
};

/** An SMTP server on loopback that hands over each message as it comes. */
async function listen(receive: Receive): Promise<{ readonly server: SMTPServer; readonly port: number }> {
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
      take(stream, () => receive(recipients)).then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return { server, port: (server.server.address() as AddressInfo).port };
}

/** To its end also where it cannot be kept: the sender hears of nothing before. */
async function take(stream: AsyncIterable<Buffer>, begin: () => ReturnType<Receive>): Promise<void> {
  let trouble: unknown = null;
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return trouble === null ? work() : undefined;
    } catch (error) {
      trouble = error;
      return undefined;
    }
  };
  const message = attempt(begin);
  for await (const piece of stream) attempt(() => message?.add(piece));
  if (trouble === null) return message?.end();
  message?.drop();
  throw trouble;
}

/** As Apps Script refuses. */
function checkRecipients(mail: Mail, remaining: number): void {
  const recipients = [mail.to, mail.cc ?? '', mail.bcc ?? ''].flatMap(parseAddresses);
  if (recipients.length === 0) throw new Error('Failed to send email: no recipient');
  if (recipients.length > RECIPIENTS_A_MESSAGE)
    throw new Error('Limit Exceeded: Email Recipients Per Message.');
  if (recipients.length > remaining) throw new Error('Service invoked too many times for one day: email.');
}

/** A mail as nodemailer takes it, but for who sends it and when. */
const messageOf = (mail: Mail) => ({
  to: mail.to,
  ...(mail.cc ? { cc: mail.cc } : {}),
  ...(mail.bcc ? { bcc: mail.bcc } : {}),
  ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
  subject: mail.subject,
  text: mail.text,
  ...(mail.html ? { html: mail.html } : {}),
  attachments: (mail.attachments ?? []).map((part) => ({
    filename: part.name,
    contentType: part.contentType,
    // The same bytes, not a copy of them.
    content: Buffer.from(part.content.buffer, part.content.byteOffset, part.content.byteLength),
  })),
});

function parseAddresses(list: string): readonly string[] {
  return addressparser(list, { flatten: true }).map(({ address }) => {
    if (!/^[^\s@]+@[^\s@]+$/.test(address ?? '')) throw new Error(`Invalid email: ${list}`);
    return address ?? '';
  });
}
