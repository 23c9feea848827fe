// To the traders: where an adjustment iteration leaves each ETF, and what each fund still has to do.

import type { Cnpj } from '../domain/cnpj';
import type { Cents } from '../domain/money';
import type { IsoDate } from '../domain/stamp';
import type { Side } from '../domain/trade';
import { figuresOf } from '../language/figures';
import type { Language } from '../language/language';
import { compose } from './compose';
import { heading, paragraph, table } from './content';
import type { MailMessage } from './mail';
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
  readonly deskName: string;
  readonly iteration: number;
  readonly maximum: number;
  readonly converged: boolean;
  readonly assets: readonly AdjustedAsset[];
  readonly orders: readonly AdjustmentOrder[];
}

export function adjustmentSummaryMail(mail: AdjustmentSummary): MailMessage {
  const { language, iteration, maximum, converged, assets, orders } = mail;
  const words = wordsOf(language);
  const { money } = figuresOf(language);
  const state = converged
    ? words.adjustment.converged
    : [words.adjustment.open, ...(iteration >= maximum ? [words.adjustment.last] : [])].join(' ');
  const topic = words.adjustment.subject(iteration, maximum);
  return compose({
    to: mail.to,
    language,
    deskName: mail.deskName,
    tradeDate: mail.tradeDate,
    topic,
    content: [
      paragraph(`${topic}. ${state}`),
      heading(words.adjustment.assets),
      table(assets, [
        { title: words.column.asset, cell: (it) => it.asset },
        { title: words.column.side, cell: (it) => words.side[it.side] },
        { title: words.column.target, numeric: true, cell: (it) => money(it.target) },
        { title: words.column.executed, numeric: true, cell: (it) => money(it.executed) },
        { title: words.column.primary, numeric: true, cell: (it) => money(it.primary) },
        { title: words.column.givenBack, numeric: true, cell: (it) => money(it.opposite) },
        { title: words.column.difference, numeric: true, cell: (it) => money(it.difference) },
      ]),
      heading(words.adjustment.orders),
      orders.length === 0
        ? paragraph(words.adjustment.none)
        : table(orders, [
            { title: words.column.fund, cell: (it) => it.fund },
            { title: words.column.cnpj, cell: (it) => it.cnpj },
            { title: words.column.asset, cell: (it) => it.asset },
            { title: words.column.side, cell: (it) => words.side[it.side] },
            { title: words.column.amount, numeric: true, cell: (it) => money(it.amount) },
          ]),
    ],
  });
}
