// To one broker at the end of the day: which fund gets which shares at which average price, and nobody else's.

import type { Broker } from '../domain/broker';
import type { Cnpj } from '../domain/cnpj';
import { centsFromE8, notionalE8, type Price } from '../domain/money';
import type { IsoDate } from '../domain/stamp';
import { type Figures, figuresOf } from '../language/figures';
import { assetsOf, compose, csvAttachment } from './compose';
import { heading, note, paragraph, table } from './content';
import type { MailMessage } from './mail';
import { type Words, wordsOf } from './words';

/** C and V as the exchange's back offices write them: compra, venda. */
export interface AllocationLine {
  readonly asset: string;
  readonly side: 'C' | 'V';
  readonly shares: number;
  readonly fund: string;
  readonly cnpj: Cnpj;
  /** The fund's own at this broker, to 8 decimals; a fill's price where the broker takes fill by fill. */
  readonly averagePrice: Price;
}

export interface BrokerAllocation {
  readonly broker: Broker;
  readonly tradeDate: IsoDate;
  readonly deskName: string;
  readonly copy: readonly string[];
  readonly version: number;
  readonly lines: readonly AllocationLine[];
  readonly attachment: { readonly name: string; readonly content: string };
}

export function allocationMail(mail: BrokerAllocation): MailMessage {
  const { broker, tradeDate, version, lines } = mail;
  const words = wordsOf(broker.language);
  const figures = figuresOf(broker.language);
  const file = csvAttachment(mail.attachment.name, mail.attachment.content);
  return compose({
    to: broker.emails,
    cc: [...broker.cc, ...mail.copy],
    language: broker.language,
    deskName: mail.deskName,
    tradeDate,
    topic: [words.allocation.subject(version), assetsOf(lines)].filter(Boolean).join(': '),
    content: [
      ...(version > 1 ? [note(words.allocation.replaces(version))] : []),
      paragraph(lines.length === 0 ? words.allocation.none : words.allocation.intro(figures.date(tradeDate))),
      ...pools(lines).flatMap((pool) => poolBlocks(pool, broker, words, figures)),
      ...(lines.length === 0 ? [] : [note(words.allocation.prices[broker.allocateBy])]),
      paragraph(`${words.attached(file.name)} ${words.confirm}`),
    ],
    attachments: [file],
  });
}

/** Lines of one ETF and side, in the order in which these come up. */
function pools(lines: readonly AllocationLine[]): readonly (readonly AllocationLine[])[] {
  const keyOf = ({ asset, side }: AllocationLine) => `${asset} ${side}`;
  const keys = [...new Set(lines.map(keyOf))];
  return keys.map((key) => lines.filter((line) => keyOf(line) === key));
}

function poolBlocks(
  pool: readonly AllocationLine[],
  broker: Broker,
  words: Words,
  { money, whole, average }: Figures,
) {
  const [first] = pool;
  if (!first) return [];
  const shares = pool.reduce((sum, line) => sum + line.shares, 0);
  const totalE8 = pool.reduce((sum, line) => sum + notionalE8(line.shares, line.averagePrice), BigInt(0));
  return [
    heading(`${first.asset} ${first.side} – ${words.side[first.side === 'C' ? 'BUY' : 'SELL']}`),
    table(pool, [
      { title: words.column.fund, cell: (line) => line.fund, total: words.total },
      { title: words.column.cnpj, cell: (line) => line.cnpj },
      { title: words.column.shares, numeric: true, cell: (line) => whole(line.shares), total: whole(shares) },
      {
        title: broker.allocateBy === 'fill' ? words.column.price : words.column.averagePrice,
        numeric: true,
        cell: (line) => average(line.averagePrice),
      },
      {
        title: words.column.amount,
        numeric: true,
        cell: (line) => money(centsFromE8(notionalE8(line.shares, line.averagePrice))),
        total: money(centsFromE8(totalE8)),
      },
    ]),
  ];
}
