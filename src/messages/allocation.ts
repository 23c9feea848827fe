// To one broker at the end of the day: which fund gets which shares at which average price, and nobody else's.
import type { Broker } from '../domain/broker';
import type { Cnpj } from '../domain/cnpj';
import { groupsOf } from '../domain/lookup';
import { type Cents, notionalE8, type Price, priceFromE8 } from '../domain/money';
import { type IsoDate, type Stamp, timeOf } from '../domain/stamp';
import { type Figures, figuresOf } from '../language/figures';
import { assetsOf, composeBounded, csvAttachment } from './compose';
import { type Content, heading, note, paragraph, table } from './content';
import type { MailMessage } from './mail';
import type { Words } from './phrases';
import { sumOf } from './totals';
import { wordsOf } from './words';

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
  /** Of one average for a part of the day: when the part began; null = at the opening. */
  readonly partFrom: Stamp | null;
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
  /** The version that the broker had before; null = none has reached it. */
  readonly replaces: number | null;
  readonly lines: readonly AllocationLine[];
  readonly open: readonly OpenLine[];
  readonly attachment: { readonly name: string; readonly content: string };
}

/** Lines that are printed as one: a fund's fills, or a whole ETF and side. */
interface Sum {
  readonly line: AllocationLine;
  readonly funds: number;
  readonly shares: number;
  readonly amount: Cents;
}

export function allocationMail(mail: BrokerAllocation): MailMessage {
  const { broker, tradeDate, version, replaces, lines } = mail;
  const words = wordsOf(broker.language);
  const figures = figuresOf(broker.language);
  const file = csvAttachment(mail.attachment.name, mail.attachment.content);
  const draft = {
    to: broker.emails,
    cc: [...broker.cc, ...mail.copy],
    language: broker.language,
    deskName: mail.deskName,
    tradeDate,
    isLetter: true,
    topic: [words.allocation.subject(version, replaces), assetsOf(lines)].filter(Boolean).join(': '),
  };
  const printed = (rows: number, blocks: () => Content, where: string) => ({
    rows,
    attachments: [file],
    content: () => [
      ...(replaces === null ? [] : [note(words.allocation.replaces(version, replaces))]),
      paragraph(
        lines.length === 0
          ? words.allocation.none
          : words.allocation.intro(figures.date(tradeDate), figures.date(mail.settlementDate)),
      ),
      ...blocks(),
      ...roundingNote(lines, words, figures),
      ...mail.open.map(({ asset, side, shares }) =>
        note(words.allocation.open({ asset, side: sideOf(side), shares: figures.whole(shares) })),
      ),
      paragraph(`${where} ${words.confirm}`),
    ],
  });
  const { averagePrice } = words.column;
  const each = () => [...poolTables(lines.map(alone), words, figures), ...pricesSaid(broker, lines, words)];
  const funds = perFund(lines);
  const byFund = () => [
    ...poolTables(funds, words, figures, averagePrice),
    note(words.allocation.meanPrices),
  ];
  return composeBounded(draft, [
    printed(lines.length, lines.length === 0 ? () => [] : each, words.attached(file.name)),
    // Who is told average prices has one line a fund already.
    ...(funds.length < lines.length ? [printed(funds.length, byFund, words.totalled(file.name))] : []),
    printed(0, () => [totalTable(lines, words, figures)], words.totalled(file.name)),
  ]);
}

const poolOf = ({ asset, side }: AllocationLine): string => `${asset} ${side}`;

const alone = (line: AllocationLine): Sum => ({
  line,
  funds: 1,
  shares: line.shares,
  amount: line.amount,
});

function together(lines: readonly AllocationLine[]): readonly Sum[] {
  const [line] = lines;
  if (!line) return [];
  const shares = sumOf(lines, (each) => each.shares);
  const amount = sumOf(lines, (each) => each.amount);
  return [{ line, funds: new Set(lines.map(({ cnpj }) => cnpj)).size, shares, amount }];
}

const perFund = (lines: readonly AllocationLine[]): readonly Sum[] =>
  groupsOf(lines, (line) => `${poolOf(line)} ${line.cnpj} ${line.fund}`).flatMap((own) => {
    const totalE8 = own.reduce(
      (sum, { shares, averagePrice }) => sum + notionalE8(shares, averagePrice),
      BigInt(0),
    );
    const averagePrice = priceFromE8(
      totalE8,
      sumOf(own, ({ shares }) => shares),
    );
    return together(own).map((sum) => ({
      ...sum,
      line: { ...sum.line, averagePrice, fill: null, partFrom: null },
    }));
  });

/** A table for each ETF and side, in the order in which these come up; `title` of the prices where it is not the rows’ own. */
const poolTables = (sums: readonly Sum[], words: Words, figures: Figures, title?: string): Content =>
  groupsOf(sums, ({ line }) => poolOf(line)).flatMap((pool) =>
    poolBlocks(pool, title ?? priceTitle(pool, words), words, figures),
  );

/** An average is called one, also at a broker that takes fill by fill. */
const priceTitle = (pool: readonly Sum[], { column }: Words): string =>
  pool.some(({ line }) => line.fill !== null) ? column.price : column.averagePrice;

/** What the prices are: where fills are not known one by one, a broker that takes them so is told. */
function pricesSaid(
  { allocateBy }: Broker,
  lines: readonly AllocationLine[],
  { allocation: said }: Words,
): Content {
  const parted = lines.filter(({ partFrom }) => partFrom !== null);
  if (parted.length > 0) return [note(said.prices.block), note(said.parts(assetsOf(parted)))];
  if (allocateBy !== 'fill') return [note(said.prices[allocateBy])];
  const without = lines.filter(({ fill }) => fill === null);
  return [
    ...(without.length < lines.length ? [note(said.prices.fill)] : []),
    ...(without.length > 0 ? [note(said.noFills(assetsOf(without)))] : []),
  ];
}

const sideOf = (side: AllocationLine['side']) => (side === 'C' ? 'BUY' : 'SELL');

/** What one price for many rows rounds off, where that is a cent or more. */
function roundingNote(lines: readonly AllocationLine[], words: Words, { money }: Figures): Content {
  const rounded = sumOf(lines, ({ rounding }) => Math.abs(rounding));
  return rounded === 0 ? [] : [note(words.allocation.rounding(money(rounded)))];
}

/** By which each row of a fund can be told from its others. */
const fillColumns = (words: Words) => [
  { title: words.column.fill, cell: ({ line }: Sum) => line.fill?.id ?? '' },
  { title: words.column.time, cell: ({ line }: Sum) => line.fill?.time?.slice('2024-11-08T'.length) ?? '' },
];

/** Which part of the day the row’s average is of. */
const partSaid =
  (words: Words) =>
  ({ line }: Sum): string =>
    line.partFrom === null ? words.opening : timeOf(line.partFrom);

function poolBlocks(
  pool: readonly Sum[],
  title: string,
  words: Words,
  { money, whole, average }: Figures,
): Content {
  const [first] = pool;
  if (!first) return [];
  const { asset, side } = first.line;
  const shares = sumOf(pool, (each) => each.shares);
  const isByFill = pool.some(({ line }) => line.fill !== null);
  const isParted = pool.some(({ line }) => line.partFrom !== null);
  return [
    heading(`${asset} ${side} – ${words.side[sideOf(side)]}`),
    table(pool, [
      { title: words.column.fund, cell: ({ line }) => line.fund, total: words.total },
      { title: words.column.cnpj, cell: ({ line }) => line.cnpj },
      ...(isByFill ? fillColumns(words) : []),
      ...(isParted ? [{ title: words.column.partFrom, cell: partSaid(words) }] : []),
      { title: words.column.shares, numeric: true, cell: (it) => whole(it.shares), total: whole(shares) },
      { title, numeric: true, cell: ({ line }) => average(line.averagePrice) },
      {
        title: words.column.amount,
        numeric: true,
        cell: (it) => money(it.amount),
        total: money(sumOf(pool, (it) => it.amount)),
      },
    ]),
  ];
}

/** One row an ETF and side. */
const totalTable = (lines: readonly AllocationLine[], words: Words, { money, whole }: Figures) =>
  table(groupsOf(lines, poolOf).flatMap(together), [
    { title: words.column.asset, cell: ({ line }) => line.asset },
    {
      title: words.column.side,
      cell: ({ line }) => `${line.side} – ${words.side[sideOf(line.side)]}`,
    },
    { title: words.column.funds, numeric: true, cell: (it) => whole(it.funds) },
    { title: words.column.shares, numeric: true, cell: (it) => whole(it.shares) },
    { title: words.column.amount, numeric: true, cell: (it) => money(it.amount) },
  ]);
