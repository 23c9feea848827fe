// Sends each mail at most once: "sending" is written down before it goes, "sent" after. What is left at "sending" may
// or may not have gone: only the trader can tell.
import { type Message, msg } from '../../language/message';
import type { KeyedMail } from '../../stages/day/outcome';
import type { Services } from '../services';

type MailServices = Pick<Services, 'journal' | 'mailer' | 'digest'>;

interface MailMark {
  readonly status: 'sending' | 'sent';
  readonly key: string;
}

export interface MailResult {
  readonly sent: number;
  /** Mails that may have gone already, in words. */
  readonly doubtful: readonly Message[];
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

export function sendMails(services: MailServices, mails: readonly KeyedMail[]): MailResult {
  let sent = 0;
  const doubtful: Message[] = [];
  for (const { key, message } of mails) {
    const mark = markOf(services, key);
    if (mark?.status === 'sent') continue;
    if (mark?.status === 'sending') {
      doubtful.push(
        msg('"{subject}" to {recipients}', { subject: message.subject, recipients: message.to.join(', ') }),
      );
      continue;
    }
    const property = propertyOf(services, key);
    services.journal.set(property, JSON.stringify({ status: 'sending', key } satisfies MailMark));
    services.mailer.send(message);
    services.journal.set(property, JSON.stringify({ status: 'sent', key } satisfies MailMark));
    sent += 1;
  }
  return { sent, doubtful };
}

/** The trader's word on doubtful mails: they went (never send them again), or they did not (send them). */
export function settleMails(services: MailServices, mails: readonly KeyedMail[], went: boolean): void {
  for (const { key } of mails) {
    if (markOf(services, key)?.status !== 'sending') continue;
    const property = propertyOf(services, key);
    if (went) services.journal.set(property, JSON.stringify({ status: 'sent', key } satisfies MailMark));
    else services.journal.remove(property);
  }
}

/** Forgets the marks of earlier days: their mails can no longer be sent by anybody. */
export function forgetMails(services: MailServices, tradeDate: string): void {
  for (const property of services.journal.keys(PREFIX)) {
    const stored = services.journal.get(property);
    const mark: MailMark | null = stored === null ? null : JSON.parse(stored);
    if (mark && !mark.key.startsWith(tradeDate)) services.journal.remove(property);
  }
}
