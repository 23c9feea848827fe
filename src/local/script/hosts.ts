// What the laptop desk is handed: the clock and the parts that answer for mail, the warehouse and the screen.

/** A clock that can be wound; a clock with `wound: false` runs in real time, so Utilities.sleep really waits. */
export interface Clock {
  readonly wound?: boolean;
  now(): number;
  advance(ms: number): void;
  set(ms: number): void;
}

export interface MailAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** One message as MailApp.sendEmail was given it; addresses are comma-separated, as there. */
export interface Mail {
  readonly to: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly name?: string;
  readonly replyTo?: string;
  readonly attachments: readonly MailAttachment[];
}

export interface MailHost {
  send(mail: Mail): Promise<void>;
  /** Recipients left in the day's quota. */
  remaining(): number;
}

/** Answers the BigQuery advanced service; `method` is such as 'Jobs.query'. A thrown error reaches the script. */
export interface WarehouseHost {
  call(method: string, args: unknown[]): Promise<unknown>;
}

export interface HtmlPage {
  readonly html: string;
  readonly title?: string;
  readonly width?: number;
  readonly height?: number;
}

export type ButtonSet = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
export type Button = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';

export interface Question {
  readonly title?: string;
  readonly text: string;
  readonly buttons: ButtonSet;
}

/** The screen that shows the script's dialogs. Without one, alert and prompt are `not implemented locally`. */
export interface UiHost {
  alert(question: Question): Promise<Button>;
  prompt(question: Question): Promise<{ readonly button: Button; readonly text: string }>;
  showModalDialog(page: HtmlPage): Promise<void>;
  showSidebar(page: HtmlPage): Promise<void>;
  toast?(message: string, title?: string): void;
}

export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers some addresses on the laptop itself (a secret store, say); undefined lets the request go out. */
export type LocalAnswer = (request: HttpRequest) => Promise<HttpReply | undefined>;
