// To the offshore desk: the orders in assets that do not trade at B3, with the file in the trades format.

import type { IsoDate } from '../domain/stamp';
import type { Trade } from '../domain/trade';
import { figuresOf, fileMoney } from '../language/figures';
import type { Language } from '../language/language';
import { assetsOf, compose, composeBounded, csvAttachment } from './compose';
import { type Block, paragraph, table } from './content';
import { csv } from './csv';
import type { MailMessage } from './mail';
import { totalsTable } from './totals';
import { wordsOf } from './words';

export interface OffshoreOrders {
  readonly to: readonly string[];
  readonly language: Language;
  readonly tradeDate: IsoDate;
  readonly deskName: string;
  readonly copy: readonly string[];
  readonly orders: readonly Trade[];
}

export function offshoreMail({
  to,
  language,
  tradeDate,
  deskName,
  copy,
  orders,
}: OffshoreOrders): MailMessage {
  const words = wordsOf(language);
  const figures = figuresOf(language);
  const file = csvAttachment(`offshore-orders_${tradeDate}.csv`, tradesCsv(orders));
  const each = () =>
    table(orders, [
      { title: words.column.fund, cell: (order) => order.fund },
      { title: words.column.cnpj, cell: (order) => order.cnpj },
      { title: words.column.asset, cell: (order) => order.asset },
      { title: words.column.side, cell: (order) => words.side[order.side] },
      { title: words.column.amount, numeric: true, cell: (order) => figures.money(order.amount) },
      { title: words.column.strategy, cell: (order) => words.strategy[order.strategy] },
    ]);
  const topic = [words.offshore.subject, assetsOf(orders)].filter(Boolean).join(': ');
  const draft = { to, cc: copy, language, deskName, tradeDate, topic };
  if (orders.length === 0) return compose(draft, [paragraph(words.offshore.none)]);
  const version = (rows: number, printed: () => Block, where: string) => ({
    rows,
    attachments: [file],
    content: () => [
      paragraph(words.offshore.intro(figures.date(tradeDate))),
      printed(),
      paragraph(`${where} ${words.confirm}`),
    ],
  });
  return composeBounded(draft, [
    version(orders.length, each, words.attached(file.name)),
    version(0, () => totalsTable(orders, language), words.totalled(file.name)),
  ]);
}

function tradesCsv(orders: readonly Trade[]): string {
  return csv(
    ['Fund', 'CNPJ', 'Asset', 'Side', 'Amount', 'Strategy'],
    orders.map((it) => [it.fund, it.cnpj, it.asset, it.side, fileMoney(it.amount), it.strategy]),
  );
}
