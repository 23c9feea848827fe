import { describe, expect, it } from '@jest/globals';
import { allocationMail, type BrokerAllocation } from '../../src/messages/allocation';
import { aurora, DATE, fund, northwind } from './desk';
import { figures, visible } from './read';

const line = {
  asset: 'HASH11',
  side: 'C',
  shares: 41_000,
  fund: fund.fund,
  cnpj: fund.cnpj,
  averagePrice: 62.40012195,
  amount: 255_840_500,
  rounding: 0,
  fill: null,
  partFrom: null,
} as const;
const second = {
  ...line,
  shares: 19_000,
  fund: 'Fundo Horizonte',
  averagePrice: 62.4,
  amount: 118_560_000,
} as const;

const mailOf = (changes: Partial<BrokerAllocation>) =>
  allocationMail({
    broker: northwind,
    tradeDate: DATE,
    settlementDate: '2024-11-12',
    deskName: 'ETF desk',
    copy: ['trader@desk.example'],
    version: 1,
    replaces: null,
    lines: [line, second],
    open: [],
    attachment: { name: 'aloc_trading_2024-11-08.csv', content: 'trade_date\n' },
    ...changes,
  });

const squeezed = (text: string) => text.replace(/ +/g, ' ');

describe('the allocation of the day', () => {
  it('gives each fund its shares, its own average price and what they cost, and adds them up', () => {
    const text = squeezed(mailOf({}).text);
    expect(text).toContain('HASH11 C – Buy\n');
    expect(text).toContain(
      'Fundo Alvorada FIA 38.314.708/0001-90 41,000 R$ 62.40012195 R$ 2,558,405.00\n' +
        'Fundo Horizonte 38.314.708/0001-90 19,000 R$ 62.40000000 R$ 1,185,600.00\n',
    );
    expect(text).toContain('\nTotal 60,000 R$ 3,744,005.00\n');
  });

  it('says when its trades settle', () => {
    expect(mailOf({}).text).toContain(
      'our trades of 8 November 2024 as follows. They settle on 12 November 2024.',
    );
    expect(mailOf({ broker: aurora }).text).toContain('A liquidação é em 12/11/2024.');
  });

  it('adds up amounts, and says what one price for many rows rounds off', () => {
    const block = { ...northwind, allocateBy: 'block' as const };
    const lines = [
      { ...line, shares: 1, averagePrice: 0.33333333, amount: 34, rounding: 1 },
      { ...line, shares: 1, averagePrice: 0.33333333, amount: 33, rounding: 0 },
      { ...line, shares: 1, averagePrice: 0.33333333, amount: 33, rounding: 0 },
    ];
    const { text } = mailOf({ broker: block, lines });
    expect(squeezed(text)).toContain('\nTotal 3 R$ 1.00\n');
    expect(text).toContain('> All our funds trade at one average price at your house');
    expect(text).toContain('differ from the amounts by R$ 0.01 over all rows');
  });

  it('says how many shares are nobody’s yet, and names no fund for them', () => {
    const { text } = mailOf({ open: [{ asset: 'HASH11', side: 'V', shares: 1_500 }] });
    expect(text).toContain('Not in these rows: 1,500 shares of HASH11 (sell) that you executed.');
    expect(text).not.toMatch(/error account/i);
  });

  it('keeps buys and sells of an ETF in tables of their own', () => {
    const { text } = mailOf({ lines: [line, { ...line, side: 'V', shares: 5 }, second] });
    expect(text.match(/HASH11 [CV] – \w+/g)).toEqual(['HASH11 C – Buy', 'HASH11 V – Sell']);
    expect(squeezed(text)).toContain('\nTotal 60,000 ');
  });

  it('is REPLACED whole by a later version, in subject and text', () => {
    expect(mailOf({}).text).not.toContain('REPLACES');
    const later = mailOf({ version: 3, replaces: 2 });
    expect(later.subject).toBe('ETF desk | 8 November 2024 | Allocation v3, REPLACES v2: HASH11');
    expect(later.text).toContain(
      "> REPLACES v2: this is version 3 of the day's allocation, whole; please discard every earlier one.",
    );
    // One that never went out is not spoken of.
    const first = mailOf({ version: 3, replaces: null });
    expect(first.subject).toBe('ETF desk | 8 November 2024 | Allocation v3: HASH11');
    expect(first.text).not.toContain('REPLACES');
    const portuguese = mailOf({ version: 2, replaces: 1, broker: aurora });
    expect(portuguese.subject).toBe('ETF desk | 08/11/2024 | Alocação v2, SUBSTITUI a v1: HASH11');
    expect(portuguese.text).toContain(
      '> SUBSTITUI a v1: esta é a versão 2 da alocação do dia, completa; favor desconsiderar todas as anteriores.',
    );
  });

  it('speaks of fills to a broker that allocates fill by fill', () => {
    const { text } = mailOf({ broker: { ...northwind, allocateBy: 'fill' } });
    expect(text).not.toContain('Prices are those of your fills');
    expect(squeezed(text)).toContain('We have your trades of HASH11 added up, without fill numbers');
    expect(text).toContain('Average price');
    const filled = { ...line, fill: { id: 'T7', time: `${DATE}T11:02:03` } };
    const byFill = mailOf({ broker: { ...northwind, allocateBy: 'fill' }, lines: [filled] });
    expect(byFill.text).toContain('Prices are those of your fills');
    expect(squeezed(byFill.text)).toContain('38.314.708/0001-90 T7 11:02:03 41,000 R$ 62.40012195');
    expect(byFill.text).not.toMatch(/average/i);
    expect(mailOf({}).text).toContain("Average prices, to 8 decimals, are each fund's own at your house");
  });

  it('withdraws an allocation of which nothing is left', () => {
    const { text, subject } = mailOf({ lines: [], version: 2, replaces: 1 });
    expect(text).toContain('REPLACES v1');
    expect(text).toContain('Nothing is allocated at your house.');
    expect(subject).toBe('ETF desk | 8 November 2024 | Allocation v2, REPLACES v1');
  });

  it('attaches the file as the back office made it', () => {
    expect(mailOf({}).attachments).toEqual([
      { name: 'aloc_trading_2024-11-08.csv', mimeType: 'text/csv', content: 'trade_date\n' },
    ]);
  });

  it('says the same figures in HTML and in text', () => {
    const { html, text } = mailOf({ version: 2, replaces: 1 });
    expect(figures(visible(html))).toEqual(figures(text));
  });
});
