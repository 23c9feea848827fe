// Sends each mail at most once: "sending" is written down before it goes, "sent" after. What is left at "sending" may
// or may not have gone: only the trader can tell.
import type { IsoDate } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import type { KeyedMail } from '../../stages/day/outcome';
import type { Services } from '../services';
import type { Reserved } from './pending';

type MailServices = Pick<Services, 'journal' | 'mailer' | 'digest'>;

/** What it was is in the property's name, as a hash: a key may be longer than a property. */
interface MailMark {
  readonly status: 'sending' | 'sent';
  /** The day that its key begins with. */
  readonly day: IsoDate;
}

const marked = (status: MailMark['status'], key: string): string =>
  JSON.stringify({ status, day: key.slice(0, DAY_LENGTH) } satisfies MailMark);
const DAY_LENGTH = '2024-11-08'.length;

export interface MailResult {
  readonly sent: number;
  /** Mails that may have gone already, in words. */
  readonly doubtful: readonly Message[];
  /** Mails for which there is no quota today. */
  readonly waiting: Reserved;
}

const PREFIX = 'mail:';
const propertyOf = (services: MailServices, key: string): string =>
  PREFIX + services.digest(key).slice(0, 32);

const markOf = (services: MailServices, key: string): MailMark | null => {
  const stored = services.journal.get(propertyOf(services, key));
  return stored === null ? null : JSON.parse(stored);
};

export const anyMailStarted = (services: MailServices, mails: readonly KeyedMail[]): boolean =>
  mails.some(({ key }) => markOf(services, key) !== null);

export const recipientsOf = ({ message }: KeyedMail): number => message.to.length + message.cc.length;

/**
 * Sends what there is quota for, in this order; the rest waits.
 * @param reserved recipients that others wait for: they are not used up
 */
export function sendMails(services: MailServices, mails: readonly KeyedMail[], reserved = 0): MailResult {
  let sent = 0;
  let left: number | null = null;
  const waiting = { mails: 0, recipients: 0 };
  const doubtful: Message[] = [];
  for (const mail of mails) {
    const { key, message } = mail;
    const mark = markOf(services, key);
    if (mark?.status === 'sent') continue;
    if (mark?.status === 'sending') {
      doubtful.push(
        msg('"{subject}" to {recipients}', { subject: message.subject, recipients: message.to.join(', ') }),
      );
      continue;
    }
    left ??= services.mailer.remainingRecipients() - reserved;
    if (waiting.mails > 0 || recipientsOf(mail) > left) {
      waiting.mails += 1;
      waiting.recipients += recipientsOf(mail);
      continue;
    }
    left -= recipientsOf(mail);
    const property = propertyOf(services, key);
    services.journal.set(property, marked('sending', key));
    services.mailer.send(message);
    services.journal.set(property, marked('sent', key));
    sent += 1;
  }
  return { sent, doubtful, waiting };
}

/** The trader's word on doubtful mails: they went (never send them again), or they did not (send them). */
export function settleMails(services: MailServices, mails: readonly KeyedMail[], went: boolean): void {
  for (const { key } of mails) {
    if (markOf(services, key)?.status !== 'sending') continue;
    const property = propertyOf(services, key);
    if (went) services.journal.set(property, marked('sent', key));
    else services.journal.remove(property);
  }
}

/** Forgets the marks of earlier days: their mails can no longer be sent by anybody. */
export function forgetMails(services: MailServices, tradeDate: IsoDate): void {
  for (const property of services.journal.keys(PREFIX)) {
    const stored = services.journal.get(property);
    if (stored === null) continue;
    // An older version kept the whole key.
    const { day, key = '' }: Partial<MailMark> & { readonly key?: string } = JSON.parse(stored);
    if ((day ?? key.slice(0, DAY_LENGTH)) !== tradeDate) services.journal.remove(property);
  }
}
