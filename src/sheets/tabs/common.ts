// Columns that most output tabs have.
import { SIDES } from '../../domain/trade';
import { choice, cnpj, date, text, ticker } from '../column';

export const tradeDate = date('trade date');
export const asset = ticker('the ETF');
export const side = choice(SIDES, 'BUY or SELL');
export const fund = text('the fund’s name', 260);
export const fundCnpj = cnpj('the fund’s CNPJ');
