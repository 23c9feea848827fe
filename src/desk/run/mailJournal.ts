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

const sumOf = (mails: readonly KeyedMail[]): number =>
  mails.reduce((sum, mail) => sum + recipientsOf(mail), 0);

/**
 * Sends what there is quota for, in this order; the rest waits.
 * @param reserved recipients that others wait for: they are not used up
 */
export function sendMails(services: MailServices, mails: readonly KeyedMail[], reserved = 0): MailResult {
  const marks = mails.map((mail) => ({ ...mail, mark: markOf(services, mail.key) }));
  const doubtful = marks
    .filter(({ mark }) => mark?.status === 'sending')
    .map(({ message }) =>
      msg('"{subject}" to {recipients}', { subject: message.subject, recipients: message.to.join(', ') }),
    );
  const unsent = marks.filter(({ mark }) => mark === null);
  const open = unsent.slice(0, roomFor(services, unsent, reserved));
  const [first] = open;
  if (first) services.journal.set(propertyOf(services, first.key), marked('sending', first.key));
  open.forEach(({ key, message }, index) => {
    services.mailer.send(message);
    // That one is sent and the next is sending is one fact: one call for each mail.
    const next = open[index + 1];
    services.journal.setAll({
      [propertyOf(services, key)]: marked('sent', key),
      ...(next ? { [propertyOf(services, next.key)]: marked('sending', next.key) } : {}),
    });
  });
  const waiting = unsent.slice(open.length);
  return {
    sent: open.length,
    doubtful,
    waiting: { mails: waiting.length, recipients: sumOf(waiting) },
  };
}

/** How many of these mails the day's quota takes. */
function roomFor(services: MailServices, mails: readonly KeyedMail[], reserved: number): number {
  if (mails.length === 0) return 0;
  let left = services.mailer.remainingRecipients() - reserved;
  const at = mails.findIndex((mail) => {
    left -= recipientsOf(mail);
    return left < 0;
  });
  return at < 0 ? mails.length : at;
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
