// To the offshore desk: the orders in assets that do not trade at B3, with the file in the trades format.

import type { Cents } from '../domain/money';
import type { IsoDate } from '../domain/stamp';
import type { Trade } from '../domain/trade';
import { type Figures, figuresOf, fileMoney } from '../language/figures';
import type { Language } from '../language/language';
import { assetsOf, composeBounded, csvAttachment, type Version } from './compose';
import { type Block, type Content, type Item, list, note, paragraph, table } from './content';
import { csv } from './csv';
import type { Attachment, MailMessage } from './mail';
import type { Words } from './phrases';
import { totalsTable } from './totals';
import { wordsOf } from './words';

export interface OffshoreChange {
  /** As it stands now; amount zero = it is cancelled. */
  readonly order: Trade;
  /** What it was for; null = it is new. */
  readonly before: Cents | null;
}

export interface OffshoreOrders {
  readonly to: readonly string[];
  readonly language: Language;
  readonly tradeDate: IsoDate;
  readonly deskName: string;
  readonly copy: readonly string[];
  /** Those that stand. */
  readonly orders: readonly Trade[];
  /** Against what the desk was told before; none = this is the first mail. */
  readonly changes?: readonly OffshoreChange[];
  /** A sentence of the desk's own, such as why an order was cancelled. */
  readonly note?: string | null;
}

export function offshoreMail({
  to,
  language,
  tradeDate,
  deskName,
  copy,
  orders,
  changes = [],
  note: why = null,
}: OffshoreOrders): MailMessage {
  const words = wordsOf(language);
  const figures = figuresOf(language);
  const file = csvAttachment(`offshore-orders_${tradeDate}.csv`, tradesCsv(orders));
  const isFirst = changes.length === 0;
  const topic = [
    isFirst ? words.offshore.subject : words.offshore.changedSubject,
    assetsOf(isFirst ? orders : changes.map(({ order }) => order)),
  ];
  const draft = {
    to,
    cc: copy,
    language,
    deskName,
    tradeDate,
    isLetter: true,
    topic: topic.filter(Boolean).join(': '),
  };
  const changed = (): Content =>
    isFirst
      ? []
      : [
          paragraph(words.offshore.changed(figures.date(tradeDate))),
          list(changes.map((change) => item(change, words, figures))),
          ...(why === null ? [] : [note(why)]),
        ];
  const listed = csvAttachment(`offshore-changes_${tradeDate}.csv`, changesCsv(changes));
  /** Changes that are too many to be listed are totals too, each in a file of their own. */
  const inFile = (below: () => Content, ...files: readonly Attachment[]): readonly Version[] =>
    isFirst
      ? []
      : [
          {
            rows: 0,
            attachments: [listed, ...files],
            content: () => [
              paragraph(words.offshore.changed(figures.date(tradeDate))),
              totalsTable(
                changes.map(({ order }) => order),
                language,
              ),
              ...(why === null ? [] : [note(why)]),
              paragraph(words.totalled(listed.name)),
              ...below(),
            ],
          },
        ];
  if (orders.length === 0) {
    const none = isFirst ? words.offshore.none : `${words.offshore.noneLeft} ${words.confirm}`;
    return composeBounded(draft, [
      { rows: changes.length, content: () => [...changed(), paragraph(none)], attachments: [] },
      ...inFile(() => [paragraph(none)]),
    ]);
  }
  const standing = (printed: () => Block, where: string) => (): Content => [
    paragraph(words.offshore.intro(figures.date(tradeDate))),
    printed(),
    paragraph(`${where} ${words.confirm}`),
  ];
  const each = standing(() => orderTable(orders, words, figures), words.attached(file.name));
  const totals = standing(() => totalsTable(orders, language), words.totalled(file.name));
  return composeBounded(draft, [
    { rows: orders.length + changes.length, content: () => [...changed(), ...each()], attachments: [file] },
    { rows: changes.length, content: () => [...changed(), ...totals()], attachments: [file] },
    ...inFile(totals, file),
  ]);
}

const orderTable = (orders: readonly Trade[], words: Words, figures: Figures) =>
  table(orders, [
    { title: words.column.fund, cell: (order) => order.fund },
    { title: words.column.cnpj, cell: (order) => order.cnpj },
    { title: words.column.asset, cell: (order) => order.asset },
    { title: words.column.side, cell: (order) => words.side[order.side] },
    { title: words.column.amount, numeric: true, cell: (order) => figures.money(order.amount) },
    { title: words.column.strategy, cell: (order) => words.strategy[order.strategy] },
  ]);

function item({ order, before }: OffshoreChange, words: Words, figures: Figures): Item {
  const { side, asset, fund, cnpj, amount } = order;
  const change = {
    side,
    asset,
    fund,
    before: figures.money(before ?? 0),
    now: figures.money(amount),
  };
  const text =
    amount === 0
      ? words.offshore.stop(change)
      : before === null || before === 0
        ? words.offshore.start(change)
        : words.offshore.replaces(change);
  return { label: asset, text, detail: `CNPJ ${cnpj}` };
}

function tradesCsv(orders: readonly Trade[]): string {
  return csv(
    ['Fund', 'CNPJ', 'Asset', 'Side', 'Amount', 'Strategy'],
    orders.map((it) => [it.fund, it.cnpj, it.asset, it.side, fileMoney(it.amount), it.strategy]),
  );
}

function changesCsv(changes: readonly OffshoreChange[]): string {
  return csv(
    ['Fund', 'CNPJ', 'Asset', 'Side', 'Before', 'Amount', 'Strategy'],
    changes.map(({ order: it, before }) => [
      it.fund,
      it.cnpj,
      it.asset,
      it.side,
      before === null ? '' : fileMoney(before),
      fileMoney(it.amount),
      it.strategy,
    ]),
  );
}
