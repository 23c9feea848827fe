// Which share of which fill went to which fund: rows of the warehouse that no tab shows, under a schema like a tab's. A row
// without a CNPJ is nobody's: a person settles it.
import type { Cnpj } from '../domain/cnpj';
import type { Price } from '../domain/money';
import { SIDES, type Side } from '../domain/trade';
import { choice, cnpj, optional, price, text, ticker, whole } from './column';
import { defineTab } from './tab';

export interface LineRow {
  readonly fillId: string;
  readonly asset: string;
  readonly side: Side;
  readonly broker: string;
  readonly cnpj: Cnpj | null;
  readonly fund: string;
  readonly shares: number;
  readonly price: Price;
}

export const allocationLines = defineTab<LineRow>('allocation-lines', 'hidden', 'Every fill, fund by fund.', {
  fillId: text('its number'),
  asset: ticker('the ETF'),
  side: choice(SIDES, 'BUY or SELL'),
  broker: text('who executed it'),
  cnpj: optional(cnpj('the fund’s CNPJ')),
  fund: text('the fund’s name'),
  shares: whole('shares given'),
  price: price('BRL per share', 8),
});
