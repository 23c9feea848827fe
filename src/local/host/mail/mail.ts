// A mail as the desk hands it over, and as it lies in the outbox afterwards.

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** What the desk's mail service is given; several addresses are separated by commas. */
export interface Mail {
  readonly to: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly replyTo?: string;
  /** The sender's name beside the address. */
  readonly name?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly Attachment[];
}

/** A mail that was delivered; `number` is its place in the outbox. */
export interface DeliveredMail {
  readonly number: number;
  readonly file: string;
  /** When it was sent by the desk's clock, in whole seconds, as milliseconds since 1970. */
  readonly sentAt: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** Everybody it was delivered to, blind copies included. */
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly Attachment[];
}

/** The part that Apps Script's mail service stands on. */
export interface MailHost {
  send(mail: Mail): Promise<void>;
  /** Recipients that may still be written to today, by the desk's clock. */
  remaining(): number;
}
