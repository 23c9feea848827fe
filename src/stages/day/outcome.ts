// What a stage decides: plain data, nothing done yet. The runner shows it, keeps it, applies it.
import type { Cents } from '../../domain/money';
import type { Problem } from '../../domain/problem';
import type { IsoDate } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import type { MailMessage } from '../../messages/mail';
import type { WarehouseRows } from '../../sheets/warehouse';
import type { TableCells } from '../../sheets/write';
import type { DayState } from './state';

export const STAGES = ['initial', 'primary', 'adjustments', 'final', 'nav', 'status', 'amend'] as const;
export type StageName = (typeof STAGES)[number];

/** A mail and the key under which it is sent once: instruction ids, versions and recipient. */
export interface KeyedMail {
  readonly key: string;
  readonly message: MailMessage;
}

/** A file for a broker, named as its back office expects it. */
export interface OutputFile {
  readonly folder: string;
  readonly name: string;
  readonly content: string;
}

/** What a broker reads in its own spreadsheet: its tables, whole. */
export interface BrokerBook {
  readonly broker: string;
  readonly tables: readonly TableCells[];
}

/** A figure of a run with its name. */
export interface Fact {
  readonly label: Message;
  readonly value: Message;
}

/** The figures and sentences that a preview, a log line and a summary mail are made of. */
export interface Summary {
  readonly headline: Message;
  readonly facts: readonly Fact[];
}

export const counted = (n: number): Message => msg('{n}', { n });
export const amounting = (money: Cents): Message => msg('{money}', { money });

export interface Outcome {
  readonly stage: StageName;
  /** Which part of the day it covers: a family, `all`, or an iteration. */
  readonly scope: string;
  readonly tradeDate: IsoDate;
  /** The state of the day once this is applied. */
  readonly state: DayState;
  readonly tables: readonly TableCells[];
  /** Only brokers to whom this changes something. */
  readonly brokerBooks: readonly BrokerBook[];
  readonly rows: readonly WarehouseRows[];
  readonly files: readonly OutputFile[];
  readonly mails: readonly KeyedMail[];
  readonly warnings: readonly Problem[];
  readonly summary: Summary;
}

/** Either something to apply, or everything that stands in the way. */
export type Plan =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export const refused = (problems: readonly Problem[]): Plan => ({ kind: 'refused', problems });
