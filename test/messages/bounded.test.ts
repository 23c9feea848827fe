// No mail grows with the number of its rows: past a length it shows totals, and the rows stand in its file.

import { describe, expect, it } from '@jest/globals';
import { utf8Length } from '../../src/domain/bytes';
import { warning } from '../../src/domain/problem';
import { verbatim } from '../../src/language/message';
import { adjustmentSummaryMail } from '../../src/messages/adjustmentSummary';
import { administratorMail } from '../../src/messages/administrator';
import { type AllocationLine, allocationMail } from '../../src/messages/allocation';
import { brokerInstructionsMail } from '../../src/messages/brokerInstructions';
import type { MailMessage } from '../../src/messages/mail';
import { preparedMail } from '../../src/messages/notice';
import { offshoreMail } from '../../src/messages/offshore';
import { DATE, fund, northwind, opening } from './desk';
import { attached, figures, readCsv, visible } from './read';

const many = <T>(n: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, at) => make(at));
const bodies = ({ html, text }: MailMessage): number => utf8Length(html) + utf8Length(text);
const squeezed = (text: string) => text.replace(/ +/g, ' ');
const cnpjOf = (at: number): string => `38.314.${String(at).padStart(3, '0')}/0001-90`;

const common = {
  to: ['desk@desk.example'],
  language: 'en',
  tradeDate: DATE,
  deskName: 'ETF desk',
  copy: [],
} as const;

const line = (at: number, funds: number, assets: number): AllocationLine => ({
  asset: `ETF${Math.floor(at / funds) % assets}`,
  side: 'C',
  shares: 10,
  fund: `Fundo ${at % funds}`,
  cnpj: cnpjOf(at % funds),
  averagePrice: 60 + (at % 3) / 100,
  amount: 60_000 + (at % 3) * 10,
  rounding: 0,
  fill: null,
  partFrom: null,
});

const allocationOf = (n: number, funds: number, assets: number, allocateBy: 'fill' | 'average' = 'fill') =>
  allocationMail({
    broker: { ...northwind, allocateBy },
    tradeDate: DATE,
    deskName: 'ETF desk',
    copy: [],
    settlementDate: '2024-11-12',
    version: 2,
    replaces: 1,
    open: [],
    lines: many(n, (at) => line(at, funds, assets)),
    attachment: { name: 'aloc.csv', content: 'the rows' },
  });

const offshoreOf = (n: number) =>
  offshoreMail({
    ...common,
    orders: many(n, (at) => ({
      fund: `Fundo ${at}`,
      cnpj: cnpjOf(at),
      asset: at % 2 ? 'IBIT' : 'USBTC',
      side: 'BUY',
      amount: 100_000 + at,
      strategy: 'SimpleOrder',
    })),
  });

const adjustmentOf = (n: number) =>
  adjustmentSummaryMail({
    fillsAsOf: '15:58',
    ...common,
    iteration: 1,
    maximum: 3,
    naked: [],
    byHand: [],
    converged: false,
    open: { over: 0, missing: 0 },
    waits: false,
    assets: [],
    orders: many(n, (at) => ({
      fund: `F${at}`,
      cnpj: cnpjOf(at),
      asset: 'HASH11',
      side: 'SELL',
      amount: 100,
    })),
  });

const instructionsOf = (n: number) =>
  brokerInstructionsMail({
    broker: northwind,
    tradeDate: DATE,
    deskName: 'ETF desk',
    copy: [],
    occasion: 'opening',
    lines: many(n, (at) => ({
      instruction: { ...opening, asset: `ETF${at}`, cap: 100_000, doNotCross: at === 3 },
      replaces: null,
    })),
  });

const requestsOf = (n: number) =>
  administratorMail({
    ...common,
    settlementDate: '2024-11-12',
    administrator: 'Administradora Sul',
    asset: 'HASH11',
    lines: many(n, (at) => ({
      fund: { ...fund, fund: `F${at}` },
      units: 2,
      sharesPerUnit: 20_000,
      value: 1_000,
      side: 'BUY',
    })),
  });

const noticeOf = (n: number) =>
  preparedMail({
    ...common,
    step: verbatim('Primary units'),
    headline: verbatim('Done'),
    facts: [],
    problems: [],
    warnings: many(n, (at) => warning(at % 2 ? 'above-cap' : 'cash', verbatim(`said ${at}`))),
  });

describe('a mail of any number of rows', () => {
  it.each<[string, (n: number) => MailMessage]>([
    ['allocation by fill', (n) => allocationOf(n, 200, 12)],
    ['allocation by averages', (n) => allocationOf(n, n, 1, 'average')],
    ['offshore orders', offshoreOf],
    ['adjustment', adjustmentOf],
    ['instructions', instructionsOf],
    ['requests', requestsOf],
    ['notice', noticeOf],
  ])('stays below 100 KB, both bodies together: %s', (_name, mailOf) => {
    for (const n of [10, 60, 120, 400, 501, 2_400]) expect(bodies(mailOf(n))).toBeLessThan(101_000);
  });

  it('says the same figures in HTML and in text where it shows totals', () => {
    for (const mail of [
      allocationOf(3_000, 30, 4),
      allocationOf(9_000, 900, 4),
      offshoreOf(300),
      adjustmentOf(300),
    ])
      expect(figures(visible(mail.html))).toEqual(figures(mail.text));
  });
});

describe('an allocation that is too long', () => {
  it('shows each fund once an ETF, at the average of its fills, and their sum is unchanged', () => {
    const { text } = allocationOf(3_000, 30, 4);
    // Fund 0 has 25 fills of ETF0: 10 shares each at 60.00 (0 % 3), as every thirtieth line is its own.
    expect(squeezed(text)).toContain('Fundo 0 38.314.000/0001-90 250 R$ 60.00000000 R$ 15,000.00\n');
    expect(squeezed(text)).toContain('Fundo 1 38.314.001/0001-90 250 R$ 60.01000000 R$ 15,002.50\n');
    expect(squeezed(text)).toContain('\nTotal 7,500 R$ 450,075.00\n');
    expect(text).toContain('every row is attached, and the file is what counts: aloc.csv.');
    expect(text).toContain('averages over your fills');
    expect(text).toContain('REPLACES v1');
  });

  it('shows one row an ETF and side where the funds alone are too many', () => {
    const { text } = allocationOf(9_000, 900, 4);
    expect(squeezed(text)).toContain('ETF0 C – Buy 900 27,000 R$ 1,620,270.00\n');
    expect(text).not.toContain('Fundo 7');
    expect(text).toContain('aloc.csv');
  });

  it('keeps its lines as long as they fit', () => {
    const { text } = allocationOf(60, 30, 2);
    expect(text.match(/Fundo 7 /g)).toHaveLength(2);
    expect(text).toContain('The same rows are attached as aloc.csv.');
  });
});

describe('orders that are too many for a mail', () => {
  it('stand as totals per ETF and side, and one by one in the file', async () => {
    const sent = offshoreOf(300);
    expect(squeezed(sent.text)).toContain('USBTC Buy 150 R$ 150,223.50\n');
    expect(await readCsv(attached(sent))).toHaveLength(301);
  });

  it('of an adjustment come with a file of their own', async () => {
    expect(adjustmentOf(10).attachments).toEqual([]);
    expect(await readCsv(attached(adjustmentOf(300)))).toHaveLength(301);
    expect(squeezed(adjustmentOf(300).text)).toContain('HASH11 Sell 300 R$ 300.00\n');
  });

  it('to a broker say first what may not cross, and each stands in the file with what it replaces', () => {
    const { text } = instructionsOf(400);
    expect(text).toContain('Do not cross with our own orders on the other side in: ETF3.');
    expect(squeezed(text)).toContain('Buy 400 R$ 400,000.00 R$ 0.00\n');
    expect(attached(instructionsOf(400)).split('\n')).toHaveLength(402);
  });

  it('to an administrator are creations and redemptions with their accounts in the file', () => {
    expect(squeezed(requestsOf(600).text)).toContain('Creation 600 1,200 24,000,000 R$ 6,000.00\n');
    expect(attached(requestsOf(600))).toContain(',341,0001,12345-6,2024-11-12\n');
  });
});

describe('warnings that are too many for a mail', () => {
  it('are the first of each kind, how many more there are, and all of them in the file', async () => {
    const sent = noticeOf(2_000);
    expect(sent.text).toContain(
      '- said 0\n- said 2\n- said 4\n- said 6\n- said 8\n- 995 more: cash\n- said 1\n',
    );
    expect(sent.text).toContain('Warnings (2000)');
    expect(await readCsv(attached(sent))).toHaveLength(2_001);
    expect(noticeOf(20).attachments).toEqual([]);
  });
});
