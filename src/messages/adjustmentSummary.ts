// To the traders: where an adjustment iteration leaves each ETF, and what each fund still has to do.

import type { Cnpj } from '../domain/cnpj';
import type { Cents } from '../domain/money';
import type { IsoDate, Time } from '../domain/stamp';
import type { Side } from '../domain/trade';
import { type Figures, figuresOf, fileMoney } from '../language/figures';
import type { Language } from '../language/language';
import type { Message } from '../language/message';
import { print } from '../language/print';
import { composeBounded, csvAttachment } from './compose';
import { type Content, heading, paragraph, table } from './content';
import { csv } from './csv';
import type { Attachment, MailMessage } from './mail';
import type { Words } from './phrases';
import { totalsTable } from './totals';
import { wordsOf } from './words';

export interface AdjustedAsset {
  readonly asset: string;
  readonly side: Side;
  readonly target: Cents;
  readonly executed: Cents;
  /** Units asked in the primary market, in BRL. */
  readonly primary: Cents;
  /** Traded back on the other side. */
  readonly opposite: Cents;
  /** Target less primary less executed plus what was given back. */
  readonly difference: Cents;
}

export interface AdjustmentOrder {
  readonly fund: string;
  readonly cnpj: Cnpj;
  readonly asset: string;
  readonly side: Side;
  /** Still to be done. */
  readonly amount: Cents;
}

export interface AdjustmentSummary {
  readonly to: readonly string[];
  readonly language: Language;
  readonly tradeDate: IsoDate;
  /** When the fills were fetched, HH:mm; null = people type them. */
  readonly fillsAsOf: Time | null;
  readonly deskName: string;
  readonly iteration: number;
  readonly maximum: number;
  readonly converged: boolean;
  /** What is sold that no fund has. */
  readonly naked: readonly Message[];
  /** Units that a person set instead of the desk. */
  readonly byHand: readonly Message[];
  /** What no order is out for and is more than the tolerance: what funds have too much, and what they miss. */
  readonly open: { readonly over: Cents; readonly missing: Cents };
  /** Whether a later round may give back what funds have too much. */
  readonly waits: boolean;
  readonly assets: readonly AdjustedAsset[];
  readonly orders: readonly AdjustmentOrder[];
}

export function adjustmentSummaryMail(mail: AdjustmentSummary): MailMessage {
  const { language, iteration, maximum, converged, assets, orders, naked } = mail;
  const words = wordsOf(language);
  const { money } = figuresOf(language);
  const { over, missing } = mail.open;
  const isDone = converged && over === 0 && missing === 0 && naked.length === 0;
  const state = [
    isDone
      ? words.adjustment.converged
      : converged
        ? naked.length > 0
          ? words.adjustment.naked
          : words.adjustment.nothingNow
        : [words.adjustment.open, ...(iteration >= maximum ? [words.adjustment.last] : [])].join(' '),
    ...(over > 0 ? [words.adjustment.over(money(over), mail.waits)] : []),
    ...(missing > 0 ? [words.adjustment.missing(money(missing))] : []),
  ].join(' ');
  const topic = words.adjustment.subject(iteration, maximum);
  const draft = { to: mail.to, language, deskName: mail.deskName, tradeDate: mail.tradeDate, topic };
  const file = csvAttachment(
    `adjustment-orders_${mail.tradeDate}_${iteration}.csv`,
    csv(
      ['fund', 'cnpj', 'asset', 'side', 'amount_brl'],
      orders.map((it) => [it.fund, it.cnpj, it.asset, it.side, fileMoney(it.amount)]),
    ),
  );
  const version = (rows: number, printed: () => Content, attachments: readonly Attachment[]) => ({
    rows,
    attachments,
    content: () => [
      paragraph(`${topic}. ${state}`),
      ...[...naked, ...mail.byHand].map((text) => paragraph(print(text, language))),
      heading(words.adjustment.assets),
      paragraph(words.adjustment.asOf(mail.fillsAsOf)),
      assetTable(assets, words, money),
      heading(words.adjustment.orders),
      ...printed(),
    ],
  });
  const each = () => [
    orders.length === 0
      ? paragraph(words.adjustment.none)
      : table(orders, [
          { title: words.column.fund, cell: (it) => it.fund },
          { title: words.column.cnpj, cell: (it) => it.cnpj },
          { title: words.column.asset, cell: (it) => it.asset },
          { title: words.column.side, cell: (it) => words.side[it.side] },
          { title: words.column.amount, numeric: true, cell: (it) => money(it.amount) },
        ]),
  ];
  const totals = () => [totalsTable(orders, language), paragraph(words.totalled(file.name))];
  return composeBounded(draft, [version(orders.length, each, []), version(0, totals, [file])]);
}

const assetTable = (assets: readonly AdjustedAsset[], words: Words, money: Figures['money']) =>
  table(assets, [
    { title: words.column.asset, cell: (it) => it.asset },
    { title: words.column.side, cell: (it) => words.side[it.side] },
    { title: words.column.target, numeric: true, cell: (it) => money(it.target) },
    { title: words.column.executed, numeric: true, cell: (it) => money(it.executed) },
    { title: words.column.primary, numeric: true, cell: (it) => money(it.primary) },
    { title: words.column.givenBack, numeric: true, cell: (it) => money(it.opposite) },
    { title: words.column.difference, numeric: true, cell: (it) => money(it.difference) },
  ]);
