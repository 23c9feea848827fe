// To one broker at the end of the day: which fund gets which shares at which average price, and nobody else's.

import type { Broker } from '../domain/broker';
import type { Cnpj } from '../domain/cnpj';
import type { Cents, Price } from '../domain/money';
import type { IsoDate, Stamp } from '../domain/stamp';
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
  /** To 8 decimals: the fund's own at this broker, the one of all its funds, or a fill's price, as the broker takes it. */
  readonly averagePrice: Price;
  /** All lines of an ETF and side add up to what the broker executed. */
  readonly amount: Cents;
  /** Amount less shares times price, to the cent. */
  readonly rounding: Cents;
  /** Of a broker that takes fill by fill; the time is null where the feed tells none. */
  readonly fill: { readonly id: string; readonly time: Stamp | null } | null;
}

/** Shares of the broker's fills that stand in no line yet. */
export interface OpenLine {
  readonly asset: string;
  readonly side: 'C' | 'V';
  readonly shares: number;
}

export interface BrokerAllocation {
  readonly broker: Broker;
  readonly tradeDate: IsoDate;
  readonly settlementDate: IsoDate;
  readonly deskName: string;
  readonly copy: readonly string[];
  readonly version: number;
  readonly lines: readonly AllocationLine[];
  readonly open: readonly OpenLine[];
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
      paragraph(
        lines.length === 0
          ? words.allocation.none
          : words.allocation.intro(figures.date(tradeDate), figures.date(mail.settlementDate)),
      ),
      ...pools(lines).flatMap((pool) => poolBlocks(pool, broker, words, figures)),
      ...(lines.length === 0 ? [] : [note(words.allocation.prices[broker.allocateBy])]),
      ...roundingNote(lines, words, figures),
      ...mail.open.map(({ asset, side, shares }) =>
        note(words.allocation.open({ asset, side: sideOf(side), shares: figures.whole(shares) })),
      ),
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

const sideOf = (side: AllocationLine['side']) => (side === 'C' ? 'BUY' : 'SELL');

/** What one price for many rows rounds off, where that is a cent or more. */
function roundingNote(lines: readonly AllocationLine[], words: Words, { money }: Figures) {
  const rounded = lines.reduce((sum, { rounding }) => sum + Math.abs(rounding), 0);
  return rounded === 0 ? [] : [note(words.allocation.rounding(money(rounded)))];
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
  const byFill = broker.allocateBy === 'fill';
  return [
    heading(`${first.asset} ${first.side} – ${words.side[sideOf(first.side)]}`),
    table(pool, [
      { title: words.column.fund, cell: (line) => line.fund, total: words.total },
      { title: words.column.cnpj, cell: (line) => line.cnpj },
      ...(byFill
        ? [
            { title: words.column.fill, cell: (line: AllocationLine) => line.fill?.id ?? '' },
            {
              title: words.column.time,
              cell: ({ fill }: AllocationLine) => fill?.time?.slice('2024-11-08T'.length) ?? '',
            },
          ]
        : []),
      { title: words.column.shares, numeric: true, cell: (line) => whole(line.shares), total: whole(shares) },
      {
        title: byFill ? words.column.price : words.column.averagePrice,
        numeric: true,
        cell: (line) => average(line.averagePrice),
      },
      {
        title: words.column.amount,
        numeric: true,
        cell: (line) => money(line.amount),
        total: money(pool.reduce((sum, line) => sum + line.amount, 0)),
      },
    ]),
  ];
}
