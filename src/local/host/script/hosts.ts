// What the laptop desk is handed: the parts that answer for mail, the warehouse, the screen and single addresses.

import type { Reader } from '../book/looking';

export type { MailHost } from '../mail/mail';

/** Answers the BigQuery advanced service; `method` is such as 'Jobs.query'. A thrown error reaches the script. */
export interface WarehouseHost {
  call(method: string, args: unknown[]): Promise<unknown>;
}

/** Makes PDF of documents, as the platform does. A thrown error reaches the script. */
export interface PdfHost {
  ofHtml(html: string): Promise<Uint8Array>;
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
  /** @param seconds null = until somebody puts it away */
  toast?(message: string, title: string, seconds: number | null): void;
}

/** Where somebody calls the script from: what it shows and activates is for them alone, whoever else calls meanwhile. */
export interface Seat extends Reader {
  readonly ui: UiHost;
}

export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers some addresses on the laptop itself (a secret store, say); undefined lets the request go out. */
export type LocalAnswer = (request: HttpRequest) => Promise<HttpReply | undefined>;
