// Sends each mail at most once: "sending" is written down before it goes, "sent" after (mailJournal.ts). What the platform refused
// certainly did not go: it is named, and the rest goes.
import { type Message, verbatim } from '../../language/message';
import type { MailMessage } from '../../messages/mail';
import type { KeyedMail } from '../../stages/day/keyedMail';
import type { Reserved } from '../journal/pending';
import type { Services } from '../services';
import { type MailServices, marked, type OpenMail, openMailsOf, propertyOf, unsentOf } from './mailJournal';

export interface MailResult {
  readonly sent: number;
  /** Mails that may have gone already. */
  readonly doubtful: readonly OpenMail[];
  /** Mails that certainly did not go and are not tried again by themselves. */
  readonly refused: readonly OpenMail[];
  /** Mails for which there is no quota today. */
  readonly waiting: Reserved;
  /** Mails behind one of which nobody knows: they go with the next run. */
  readonly held: number;
}

export const recipientsOf = ({ message }: KeyedMail): number => message.to.length + message.cc.length;

const sumOf = (mails: readonly KeyedMail[]): number =>
  mails.reduce((sum, mail) => sum + recipientsOf(mail), 0);

/**
 * Sends what there is quota for, in this order; the rest waits. One that is refused is noted and the next is sent; behind one of
 * which nobody knows nothing more is tried, so that no second one comes into doubt.
 * @param reserved recipients that others wait for: they are not used up
 */
export function sendMails(services: MailServices, mails: readonly KeyedMail[], reserved = 0): MailResult {
  const { journal } = services;
  const unsent = unsentOf(services, mails);
  const open = unsent.slice(0, roomFor(services, unsent, reserved));
  const sending = ({ key }: KeyedMail): string => marked('sending', key, services.now());
  const [first] = open;
  if (first) journal.set(propertyOf(services, first.key), sending(first));
  let sent = 0;
  let tried = 0;
  let isOut = false;
  for (const mail of open) {
    const { key, message } = mail;
    const answer = handOver(services, message);
    if (answer.kind === 'no quota') {
      journal.remove(propertyOf(services, key));
      isOut = true;
      break;
    }
    tried += 1;
    if (answer.kind === 'unknown') break;
    if (answer.kind === 'sent') sent += 1;
    const came =
      answer.kind === 'refused' ? marked('refused', key, services.now(), answer.why) : marked('sent', key);
    const next = open[tried];
    // What came of that one and that the next is sending is one fact: one call for each mail.
    journal.setAll({
      [propertyOf(services, key)]: came,
      ...(next ? { [propertyOf(services, next.key)]: sending(next) } : {}),
    });
  }
  const left = unsent.slice(tried);
  const waiting = isOut ? left : unsent.slice(open.length);
  const all = openMailsOf(services, mails);
  return {
    sent,
    doubtful: all.filter(({ status }) => status === 'sending'),
    refused: all.filter(({ status }) => status === 'refused'),
    waiting: { mails: waiting.length, recipients: sumOf(waiting) },
    held: left.length - waiting.length,
  };
}

type HandedOver =
  | { readonly kind: 'sent' | 'no quota' | 'unknown' }
  | { readonly kind: 'refused'; readonly why: Message };

function handOver({ mailer }: Pick<Services, 'mailer'>, message: MailMessage): HandedOver {
  try {
    const refusal = mailer.send(message);
    if (refusal === null) return { kind: 'sent' };
    return refusal.noQuota ? { kind: 'no quota' } : { kind: 'refused', why: refusal.why };
  } catch {
    // An error of the platform in the middle of it: it may have gone.
    return { kind: 'unknown' };
  }
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

/**
 * Sends one that did not go, to other recipients; it is in doubt until the platform has taken it.
 * @returns why it did not go this time either; null = it went
 * @throws what the platform said where nobody knows
 */
export function sendElsewhere(
  services: MailServices,
  { mail: { key, message } }: OpenMail,
  to: readonly string[],
): Message | null {
  const property = propertyOf(services, key);
  services.journal.set(property, marked('sending', key, services.now(), verbatim(to.join(', '))));
  const refusal = services.mailer.send({ ...message, to, cc: [] });
  const came = refusal === null ? marked('sent', key) : marked('refused', key, services.now(), refusal.why);
  services.journal.set(property, came);
  return refusal?.why ?? null;
}
