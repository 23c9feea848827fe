// A mail as a stage leaves it, and how a later one takes the place of one that waits.
import type { MailMessage } from '../../messages/mail';

/** A mail and the key under which it is sent once: instruction ids, versions and recipient. */
export interface KeyedMail {
  readonly key: string;
  readonly message: MailMessage;
  /** Fingerprint of what it says, where it also tells the time; left out = the message itself. */
  readonly says?: string;
  /** What it tells and to whom, so that a later one can take its place while it waits; left out = none can. */
  readonly tells?: Telling;
  /** Keys of waiting mails whose place it takes: they never go. */
  readonly takesPlaceOf?: readonly string[];
}

export interface Telling {
  /** Reader and kind: mails of one topic follow each other. */
  readonly topic: string;
  /** What its reader has heard once it is out, such as `<instruction>@2`. */
  readonly parts: readonly string[];
}

/** A mail of an earlier run that nobody has received yet. */
export interface WaitingMail extends Telling {
  readonly key: string;
  /** It broke off: its reader may have it. */
  readonly isInDoubt: boolean;
}

/** Those of a topic, the oldest first. */
export const waitingOf = (
  { waiting = [] }: { readonly waiting?: readonly WaitingMail[] },
  topic: string,
): readonly WaitingMail[] => waiting.filter((mail) => mail.topic === topic);

/** What its reader certainly has not heard. */
export const unheardIn = (waiting: readonly WaitingMail[]): ReadonlySet<string> =>
  new Set(waiting.flatMap(({ parts, isInDoubt }) => (isInDoubt ? [] : parts)));

/** The mail of its topic, in place of those that wait. */
export const following = (
  mail: Omit<KeyedMail, 'tells' | 'takesPlaceOf'>,
  tells: Telling,
  waiting: readonly WaitingMail[],
): KeyedMail => ({
  ...mail,
  tells,
  ...(waiting.length === 0 ? {} : { takesPlaceOf: waiting.map(({ key }) => key) }),
});
