// Columns that most output tabs have.
import { SIDES, type Side } from '../../domain/trade';
import { choice, cnpj, marked, text, ticker } from '../column';
import type { Column, Spelled } from '../columnType';
import { date } from '../momentColumn';

export const tradeDate = date('trade date');
export const settlementDate = date('when its trades settle at B3');
export const asset = ticker('the ETF');
/** Blue for what is bought, red for what is sold, as on the desk's screens. */
export const SIDE_MARKS = { BUY: '#e3edfd', SELL: '#fde7e4' };
/** As desks and brokers write the sides, by letters alone. */
export const SIDE_WORDS: Readonly<Record<string, Side>> = {
  b: 'BUY',
  c: 'BUY',
  compra: 'BUY',
  comprar: 'BUY',
  s: 'SELL',
  v: 'SELL',
  venda: 'SELL',
  vender: 'SELL',
};
/** As the tabs say them in which people write. */
export const SIDE_NAMES: Spelled = {
  pt: { BUY: 'COMPRA', SELL: 'VENDA' },
  en: { BUY: 'BUY', SELL: 'SELL' },
};
export const side = marked(choice(SIDES, 'BUY or SELL', SIDE_WORDS), SIDE_MARKS);
/** Where people write it, in either language. */
export const typedSide: Column<Side> = {
  ...side,
  spelled: SIDE_NAMES,
  marks: { ...SIDE_MARKS, COMPRA: SIDE_MARKS.BUY, VENDA: SIDE_MARKS.SELL },
};

/** The colours of a total, of what needs somebody’s eye, and of what went wrong. */
export const TOTAL = '#e8eaed';
export const ATTENTION = '#fff2cc';
export const ALARM = '#f4c7c3';
/** What the solver makes small, of very different sizes: never an exponent. */
export const MISS = '#,##0.00####';
export const fund = text('the fund’s name', 330);
export const fundCnpj = cnpj('the fund’s CNPJ');
