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
} as const;
const second = { ...line, shares: 19_000, fund: 'Fundo Horizonte', averagePrice: 62.4 } as const;

const mailOf = (changes: Partial<BrokerAllocation>) =>
  allocationMail({
    broker: northwind,
    tradeDate: DATE,
    deskName: 'ETF desk',
    copy: ['trader@desk.example'],
    version: 1,
    lines: [line, second],
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

  it('rounds a total once, not line by line', () => {
    const third = { ...line, shares: 1, averagePrice: 0.004 };
    expect(squeezed(mailOf({ lines: [third, third, third] }).text)).toContain('\nTotal 3 R$ 0.01\n');
  });

  it('keeps buys and sells of an ETF in tables of their own', () => {
    const { text } = mailOf({ lines: [line, { ...line, side: 'V', shares: 5 }, second] });
    expect(text.match(/HASH11 [CV] – \w+/g)).toEqual(['HASH11 C – Buy', 'HASH11 V – Sell']);
    expect(squeezed(text)).toContain('\nTotal 60,000 ');
  });

  it('is REPLACED whole by a later version, in subject and text', () => {
    expect(mailOf({}).text).not.toContain('REPLACES');
    const later = mailOf({ version: 3 });
    expect(later.subject).toBe('ETF desk | 8 November 2024 | Allocation v3, REPLACES v2: HASH11');
    expect(later.text).toContain(
      "> REPLACES v2: this is version 3 of the day's allocation, whole; please discard every earlier one.",
    );
    const portuguese = mailOf({ version: 2, broker: aurora });
    expect(portuguese.subject).toBe('ETF desk | 08/11/2024 | Alocação v2, SUBSTITUI a v1: HASH11');
    expect(portuguese.text).toContain(
      '> SUBSTITUI a v1: esta é a versão 2 da alocação do dia, completa; favor desconsiderar todas as anteriores.',
    );
  });

  it('speaks of fills to a broker that allocates fill by fill', () => {
    const { text } = mailOf({ broker: { ...northwind, allocateBy: 'fill' } });
    expect(text).toContain('Prices are those of your fills');
    expect(text).not.toMatch(/average/i);
    expect(mailOf({}).text).toContain("Average prices are each fund's own at your house");
  });

  it('withdraws an allocation of which nothing is left', () => {
    const { text, subject } = mailOf({ lines: [], version: 2 });
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
    const { html, text } = mailOf({ version: 2 });
    expect(figures(visible(html))).toEqual(figures(text));
  });
});
