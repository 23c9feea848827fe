// A broker, and the standing instruction it works: a cumulative cap for the day, never an addition.
import type { Language } from '../language/language';
import type { Cnpj } from './cnpj';
import type { Cents, Price } from './money';
import type { IsoDate, Stamp } from './stamp';
import type { Side } from './trade';

export interface Broker {
  readonly name: string;
  /** The exchange's code of the participant, such as 3. */
  readonly code: string;
  readonly emails: readonly string[];
  readonly cc: readonly string[];
  readonly language: Language;
  /** Accounts of the desk at this broker, as the post-trade system names them. */
  readonly accountCodes: readonly string[];
  /** Share of every ETF that names no broker, 0.6 = 60%; they add up to 1. */
  readonly share: number;
  /** Whether it takes the allocation fill by fill, at each fund's own average, or at one average of all its funds. */
  readonly allocateBy: 'average' | 'fill' | 'block';
  /** Whether the post-trade system knows its fills, or it enters them in its own inbox spreadsheet. */
  readonly fillsFrom: 'api' | 'inbox';
  /** The smallest order that it takes, in cents; null = any. */
  readonly minTicket: Cents | null;
  /** How its allocation file is written: commas and points, or semicolons and commas as Excel in Brazil opens it. */
  readonly fileFormat: FileFormat;
}

export const FILE_FORMATS = ['csv', 'csv-br'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** As broker files spell a participant: "Corretora Aurora (3)". */
export const exchangeCode = (broker: Broker): string => `${broker.name} (${broker.code})`;

/** A fund whose order is not split over brokers. */
export interface WholeFund {
  readonly cnpj: Cnpj;
  readonly fund: string;
}

/**
 * What one broker may do in one ETF on one side: buy or sell up to `cap` in total today.
 * A higher version replaces the lower; nothing is ever ordered twice by adding.
 */
export interface Instruction {
  readonly id: string;
  readonly version: number;
  readonly tradeDate: IsoDate;
  readonly asset: string;
  readonly side: Side;
  readonly broker: string;
  readonly cap: Cents;
  /** Sells: shares that it may have sold in all today at most; null for buys, and where holdings are not known. */
  readonly shareCap: number | null;
  /** Executed by this broker on this side when the version was written. */
  readonly executed: Cents;
  readonly inav: Price;
  readonly limitPrice: Price;
  readonly limitBps: number;
  /** The desk works both sides of this ETF today. */
  readonly doNotCross: boolean;
  /** Funds whose whole orders of this side lie at this broker, by CNPJ; nothing where orders are split over the brokers. */
  readonly funds?: readonly WholeFund[];
  /** When its trades settle. */
  readonly settlementDate: IsoDate;
  readonly issuedAt: Stamp;
  readonly issuedBy: string;
}

export const instructionId = (tradeDate: IsoDate, asset: string, side: Side, broker: string): string =>
  `${tradeDate}/${asset}/${side}/${broker}`;
