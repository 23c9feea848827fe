// What simulated brokers read in their inbox: the CSV of standing caps that every order mail carries.

import { parse } from 'papaparse';
import type { DeliveredMail } from '../host';

export type Side = 'BUY' | 'SELL';

export interface BrokerDesk {
  readonly name: string;
  readonly emails: readonly string[];
  readonly accountCodes: readonly string[];
}

/** One row as a broker understands it: buy or sell up to the cap in total that day; a higher version replaces. */
export interface Order {
  readonly broker: string;
  readonly tradeDate: string;
  readonly asset: string;
  readonly side: Side;
  readonly version: number;
  /** Cents of BRL, cumulative for the day. */
  readonly cap: number;
  /** Shares, cumulative for the day, that a sale may come to at most; left out = as many as the cap takes. */
  readonly shareCap?: number;
  /** Cents a share; null = no fixed limit. */
  readonly limitPrice: number | null;
  /** Furthest from the iNAV of the moment, in bps; null = no such limit. */
  readonly limitBps: number | null;
  readonly receivedAt: number;
}

export interface Inbox {
  readonly orders: readonly Order[];
  /** Rows that no broker could work, each with the mail and what is wrong. */
  readonly rejected: readonly string[];
}

const FILE = /^instructions_\d{4}-\d\d-\d\d\.csv$/;

/** Reads one mail as the brokers among its recipients would. */
export function readMail(mail: DeliveredMail, brokers: readonly BrokerDesk[]): Inbox {
  const to = mail.to.map((address) => address.toLowerCase());
  const readers = brokers.filter((broker) =>
    broker.emails.some((address) => to.includes(address.toLowerCase())),
  );
  if (readers.length === 0) return { orders: [], rejected: [] };
  const orders: Order[] = [];
  const rejected: string[] = [];
  for (const part of mail.attachments.filter((attachment) => FILE.test(attachment.name))) {
    const where = `mail ${mail.number}, ${part.name}`;
    const { data, errors } = parse<Row>(
      Buffer.from(part.content)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
      CSV,
    );
    const broken = errors.find(({ code }) => code !== 'TooFewFields');
    if (broken) {
      rejected.push(`${where}, row ${(broken.row ?? 0) + 2}: ${broken.message}`);
      continue;
    }
    for (const [i, row] of data.entries()) {
      const order = readRow(row);
      if (typeof order === 'string') rejected.push(`${where}, row ${i + 2}: ${order}`);
      else for (const { name } of readers) orders.push({ ...order, broker: name, receivedAt: mail.sentAt });
    }
  }
  return { orders, rejected };
}

/** By header; a short row leaves its last fields blank, a long one has an unquoted comma. */
type Row = Readonly<Record<string, string>>;

const trimmed = (text: string): string => text.trim();
const CSV = {
  header: true,
  delimiter: ',',
  skipEmptyLines: true,
  transform: trimmed,
  transformHeader: trimmed,
} as const;

function readRow(row: Row): Omit<Order, 'broker' | 'receivedAt'> | string {
  const { version = '', trade_date = '', asset = '', side = '', cap_brl = '' } = row;
  const { limit_price = '', limit_bps = '', share_cap = '' } = row;
  if (!/^[1-9]\d*$/.test(version)) return `version "${version}" is not a whole number from 1`;
  if (!/^\d{4}-\d\d-\d\d$/.test(trade_date)) return `trade_date "${trade_date}" is not a date`;
  if (asset === '') return 'asset is blank';
  if (side !== 'BUY' && side !== 'SELL') return `side "${side}" is neither BUY nor SELL`;
  if (!DECIMAL.test(cap_brl)) return `cap_brl "${cap_brl}" is not an amount`;
  if (!/^\d*$/.test(share_cap)) return `share_cap "${share_cap}" is not a number of shares`;
  const limits = [limit_price, limit_bps];
  const bad = limits.find((limit) => limit !== '' && !DECIMAL.test(limit));
  if (bad !== undefined) return `limit "${bad}" is not a number`;
  const [limitPrice, limitBps] = limits.map((limit) => (limit === '' ? null : Number(limit)));
  return {
    tradeDate: trade_date,
    asset,
    side,
    version: Number(version),
    cap: Math.round(Number(cap_brl) * 100),
    ...(share_cap === '' ? {} : { shareCap: Number(share_cap) }),
    limitPrice: limitPrice == null ? null : Math.round(limitPrice * 100),
    limitBps: limitBps ?? null,
  };
}

const DECIMAL = /^\d+(\.\d+)?$/;
