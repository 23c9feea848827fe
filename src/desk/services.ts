// What the runner is handed: everything that a stage must not know. src/google implements it for Apps Script.

import type { Problem } from '../domain/problem';
import type { IsoDate, Stamp } from '../domain/stamp';
import type { Language } from '../language/language';
import type { Message } from '../language/message';
import type { MailMessage } from '../messages/mail';
import type { Cell, Grid } from '../sheets/cell';
import type { Rows } from '../sheets/madeRows';
import type { Stranger } from '../sheets/renamed';
import type { Settings } from '../sheets/settings';
import type { AnyTab } from '../sheets/tabs';
import type { WarehouseRows } from '../sheets/warehouse';
import type { TableCells } from '../sheets/write';
import type { OutputFile } from '../stages/outcome/outcome';
import type { Feeds } from './feeds';

/** The spreadsheet, tab by tab. Every method is a few calls to the platform. */
export interface Book {
  /** All cells, header row first; null when there is no such tab. */
  read(tab: string): Grid | null;
  /** The header row and the last `rows` below it: for tabs that only grow. null when there is no such tab. */
  tail(tab: string, rows: number): Grid | null;
  /**
   * The first row and the number of rows in use; null when there is no such tab.
   * @param wanted headers that are about to be written: where these stand as they were set up, only they are looked at
   */
  outline(
    tab: string,
    wanted?: readonly string[],
  ): { readonly headers: readonly Cell[]; readonly lastRow: number } | null;
  /** Tabs by other names, with their first row: asked only where a tab is missing, or at Set up. */
  strangers(known: readonly string[]): readonly Stranger[];
  /** Writes one block; `row` and `column` are 0-based. Grows the grid where needed. */
  write(tab: string, row: number, column: number, values: Rows<Cell>): void;
  /**
   * Adds one row below the last one in use, each cell under its header wherever that stands.
   * @returns false where there is no such tab, or one of the headers is not there: nothing is written
   */
  append(tab: string, headers: readonly string[], cells: readonly Cell[]): boolean;
  /** Makes what was written visible to others before a lock is given back. */
  flush(): void;
  /** What is read from now on is what others have written by then: a platform may give again what it gave this execution before. */
  refresh(): void;
}

/** Small facts that survive a crash: one string a key. */
export interface Journal {
  get(key: string): string | null;
  set(key: string, value: string): void;
  /** Several with one call: all of them or none. */
  setAll(values: Readonly<Record<string, string>>): void;
  remove(key: string): void;
  keys(prefix: string): readonly string[];
}

export interface Lock {
  /** Runs `work` alone, or gives null when somebody else has held the lock for `waitMs`. */
  exclusively<T>(waitMs: number, work: () => T): { readonly value: T } | null;
}

/** One committed run: the row that makes all its rows count. */
export interface RunRecord {
  readonly runId: string;
  readonly tradeDate: IsoDate;
  readonly stage: string;
  readonly scope: string;
  readonly at: Stamp;
  readonly user: string;
  readonly hash: string;
  readonly headline: Message;
}

/** A line of the log. */
export type Detail = Problem | Message;

export interface LogRecord extends Omit<RunRecord, 'hash' | 'tradeDate'> {
  readonly tradeDate: IsoDate | null;
  readonly status: string;
  /** Problems with their codes, and whatever else was done, line by line. */
  readonly details: readonly Detail[];
}

/** Append-only: saving the same run again adds nothing. */
export interface Warehouse {
  save(run: RunRecord, rows: readonly WarehouseRows[]): void;
  log(record: LogRecord): void;
}

/** A mail that certainly did not go. */
export interface MailRefusal {
  readonly why: Message;
  /** Today's quota is used up: another day, or another user, sends it as it is. */
  readonly noQuota: boolean;
}

export interface Mailer {
  /**
   * @returns why it certainly did not go; null = it went
   * @throws where nobody knows whether it went
   */
  send(message: MailMessage): MailRefusal | null;
  /** Recipients that may still be written to today. */
  remainingRecipients(): number;
}

/** `elsewhere`: only somebody else can put it there. `not-made`: the platform could not make it of its document. */
export type Filed =
  | { readonly kind: 'there' /** Of a file that is for people. */; readonly link: string | null }
  | { readonly kind: 'elsewhere' | 'not-made'; readonly why: Message };

export interface Files {
  /** Writes the file, replacing one of the same name in the same folder. */
  save(file: OutputFile): Filed;
}

/** `orders` is what the broker reads: its instructions and allocation; `fills` is the inbox that it writes into. */
export type BookKind = 'orders' | 'fills';

/** A permission that somebody other than its owner has on a broker's spreadsheet. */
export interface Grant {
  readonly id: string;
  /** null where it is no person's: a link, a domain. */
  readonly address: string | null;
  readonly who: Message;
  readonly role: string;
}

export interface BrokerBookRef {
  readonly broker: string;
  readonly kind: BookKind;
}

/** How a broker's spreadsheet is set up. */
export interface BookLayout {
  readonly tabs: readonly AnyTab[];
  readonly language: Language;
}

/** The brokers' own spreadsheets: one to read, and an inbox where fills come from it. */
export interface BrokerBooks {
  /** All that were ever made, those whose sharing was stopped included. */
  known(): readonly BrokerBookRef[];
  /** Brokers whose spreadsheet stages write to. */
  shared(): readonly string[];
  /** Who may open it; null where there is none, or it lies in the bin. */
  grants(book: BrokerBookRef): readonly Grant[] | null;
  /** Makes it or repairs its tabs; moves and clears nothing. From now on stages write to it. */
  open(book: BrokerBookRef, layout: BookLayout): void;
  /** From now on no stage writes to it. */
  close(book: BrokerBookRef): void;
  grant(book: BrokerBookRef, who: string, role: 'reader' | 'writer', notify: boolean): void;
  revoke(book: BrokerBookRef, grant: Grant): void;
  /** Replaces these tables in the broker's spreadsheet; a broker that nothing is shared with is skipped. */
  write(broker: string, tables: readonly TableCells[]): void;
  /** The tab of the broker's inbox, header row first; null where it has no inbox. */
  fills(broker: string, tab: string): Grid | null;
  /** Who else edits the desk's own spreadsheet: they keep the brokers' going. */
  deskEditors(): readonly string[];
  /** Who may only read it. */
  deskViewers(): readonly string[];
}

export interface Services {
  readonly book: Book;
  readonly journal: Journal;
  readonly lock: Lock;
  readonly mailer: Mailer;
  readonly files: Files;
  readonly brokerBooks: BrokerBooks;
  /** São Paulo time; the runner reads it once a run. */
  now(): Stamp;
  /** Of the spreadsheet; a copy has another. */
  bookId(): string;
  /** Who runs this: an address. */
  user(): string;
  /** SHA-256, hexadecimal. */
  digest(text: string): string;
  /** The text in few ASCII characters; `unpack` gives it back. */
  pack(text: string): string;
  unpack(packed: string): string;
  /** Services that need settings to be reached. */
  feeds(settings: Settings): Feeds;
  /** null when no project is configured. */
  warehouse(settings: Settings): Warehouse | null;
  /** Tells whoever is waiting how far a long run is. */
  progress(said: Message): void;
}
