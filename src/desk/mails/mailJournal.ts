// What the journal knows of each mail: being sent, sent, refused or given up. A mail left at "sending" may or may not have gone: only
// its recipient can tell, so a person settles it. Sending itself: sendMails.ts.
import type { IsoDate, Stamp } from '../../domain/stamp';
import { timeOf } from '../../domain/stamp';
import { type Message, msg, verbatim } from '../../language/message';
import { print } from '../../language/print';
import type { KeyedMail } from '../../stages/day/keyedMail';
import type { Services } from '../services';

export type MailServices = Pick<Services, 'journal' | 'mailer' | 'digest' | 'now'>;

/** `dropped`: a person told its recipient in another way, or gave it up; or a later mail took its place. */
type MailStatus = 'sending' | 'sent' | 'refused' | 'dropped';

/** What it was is in the property's name, as a hash: a key may be longer than a property. */
interface MailMark {
  readonly status: MailStatus;
  /** The day that its key begins with. */
  readonly day: IsoDate;
  /** When it was handed over; null once that is of no interest, or where an older version did not write it down. */
  readonly at: Stamp | null;
  /** Why it was refused; of one that is under way to other recipients than its own, to whom. */
  readonly why: Message | null;
}

/** A mail that somebody has to settle. */
export interface OpenMail {
  /** Names it for `settleMail`; the same for as long as it is open. */
  readonly id: string;
  readonly mail: KeyedMail;
  readonly status: 'sending' | 'refused';
  readonly at: Stamp | null;
  readonly why: Message | null;
  /** Whom it was handed over to in place of its own recipients; left out = to its own. */
  readonly elsewhere?: string;
}

const PREFIX = 'mail:';
const DAY_LENGTH = '2024-11-08'.length;
/** The platform's words may be of any length; a property may not. */
const LONGEST_WHY = 600;

export const idOf = (services: Pick<Services, 'digest'>, key: string): string =>
  services.digest(key).slice(0, 32);
export const propertyOf = (services: MailServices, key: string): string => PREFIX + idOf(services, key);

/** A mail's mark as a property: `sent 2024-11-08`. Short, because a day may have thousands and all properties share one store. */
export function marked(
  status: MailStatus,
  key: string,
  at: Stamp | null = null,
  why: Message | null = null,
): string {
  const day = key.slice(0, DAY_LENGTH);
  if (at === null) return `${status} ${day}`;
  return why === null ? `${status} ${day} ${at}` : `${status} ${day} ${at} ${JSON.stringify(bounded(why))}`;
}

const bounded = (why: Message): Message =>
  JSON.stringify(why).length <= LONGEST_WHY ? why : verbatim(print(why, 'en').slice(0, LONGEST_WHY / 2));

function read(stored: string): MailMark {
  if (stored.startsWith('{')) {
    // An older version wrote JSON, and one before it the whole key.
    const { status, day, key = '' }: MailMark & { readonly key?: string } = JSON.parse(stored);
    return { status, day: day ?? key.slice(0, DAY_LENGTH), at: null, why: null };
  }
  const [status = '', day = '', at = null, ...why] = stored.split(' ');
  return { status: statusOf(status), day, at, why: why.length === 0 ? null : JSON.parse(why.join(' ')) };
}

const statusOf = (text: string): MailStatus =>
  text === 'sending' || text === 'refused' || text === 'dropped' ? text : 'sent';

const markOf = (services: MailServices, key: string): MailMark | null => {
  const stored = services.journal.get(propertyOf(services, key));
  return stored === null ? null : read(stored);
};

/** The facts by which these mails never go, whoever comes by: for whoever writes them down with others. */
export const dropped = (services: MailServices, keys: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(keys.map((key) => [propertyOf(services, key), marked('dropped', key)]));

/** By beginnings of ids: what is known of each mail; null = nobody has tried to send it. */
export function statusesOf(
  { journal }: Pick<Services, 'journal'>,
  ids: readonly string[],
): readonly (MailStatus | null)[] {
  const known = journal.keys(PREFIX);
  return ids.map((id) => {
    const property = known.find((key) => key.startsWith(PREFIX + id));
    const stored = property === undefined ? null : journal.get(property);
    return stored === null ? null : read(stored).status;
  });
}

/** One that was refused has left nobody. */
export const anyMailStarted = (services: MailServices, mails: readonly KeyedMail[]): boolean =>
  mails.some(({ key }) => {
    const status = markOf(services, key)?.status;
    return status === 'sending' || status === 'sent';
  });

/** Whether nobody is known to have received it: it was not tried or was refused, or broke off; null = it is settled. */
export function openAs(services: MailServices, key: string): 'unsent' | 'in doubt' | null {
  const status = markOf(services, key)?.status ?? 'refused';
  return status === 'refused' ? 'unsent' : status === 'sending' ? 'in doubt' : null;
}

/** A later mail says what these would: they never go, and of one in doubt nobody need know any more whether it did. */
export function withdrawMails(services: MailServices, keys: readonly string[]): void {
  const open = keys.filter((key) => openAs(services, key) !== null);
  if (open.length > 0) services.journal.setAll(dropped(services, open));
}

export const isWithdrawn = (services: MailServices, key: string): boolean =>
  markOf(services, key)?.status === 'dropped';

/** Those that nobody has tried to send. */
export const unsentOf = (services: MailServices, mails: readonly KeyedMail[]): readonly KeyedMail[] =>
  mails.filter(({ key }) => markOf(services, key) === null);

/** Those of these mails that somebody has to settle. */
export const openMailsOf = (services: MailServices, mails: readonly KeyedMail[]): readonly OpenMail[] =>
  mails.flatMap((mail) => {
    const mark = markOf(services, mail.key);
    if (mark === null || (mark.status !== 'sending' && mark.status !== 'refused')) return [];
    const { status, at, why } = mark;
    const open = { id: idOf(services, mail.key), mail, status, at };
    if (status === 'refused' || why === null) return [{ ...open, why }];
    return [{ ...open, why: null, elsewhere: print(why, 'en') }];
  });

/** A mail as a person knows it again: subject, recipients, when it was handed over. */
export function mailInWords({
  mail: { message },
  at,
  elsewhere,
}: Pick<OpenMail, 'mail' | 'at' | 'elsewhere'>): Message {
  const { subject, to, cc } = message;
  const holes = { subject, recipients: elsewhere ?? [...to, ...cc].join(', ') };
  return at === null
    ? msg('"{subject}" to {recipients}', holes)
    : msg('"{subject}" to {recipients} at {time}', { ...holes, time: timeOf(at) });
}

/** A mail that did not go, and why. */
export const refusalInWords = (open: OpenMail): Message =>
  msg('{said} ({said2})', { said: mailInWords(open), said2: open.why ?? msg('no reason was given') });

/** A person's word on one: it went, or its recipient knows otherwise (never send it), or it is to go with the next run. */
export function settleMark(services: MailServices, { mail, status }: OpenMail, again: boolean): void {
  const property = propertyOf(services, mail.key);
  if (again) services.journal.remove(property);
  else services.journal.set(property, marked(status === 'sending' ? 'sent' : 'dropped', mail.key));
}

/**
 * Forgets the marks of earlier days: their mails can no longer be sent by anybody.
 * @param waiting mails of runs that still wait: without their marks they would go again
 */
export function forgetMails(services: MailServices, tradeDate: IsoDate, waiting: readonly KeyedMail[]): void {
  const kept = new Set(waiting.map(({ key }) => propertyOf(services, key)));
  for (const property of services.journal.keys(PREFIX)) {
    const stored = services.journal.get(property);
    if (stored !== null && !kept.has(property) && read(stored).day !== tradeDate)
      services.journal.remove(property);
  }
}
