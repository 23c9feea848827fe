// Mails of the desk to itself: offshore orders, adjustment summaries, what a run did.

import { describe, expect, it } from '@jest/globals';
import type { Trade } from '../../src/domain/trade';
import { type AdjustmentSummary, adjustmentSummaryMail } from '../../src/messages/adjustmentSummary';
import { offshoreMail } from '../../src/messages/offshore';
import { DATE, fund } from './desk';
import { attached, figures, readCsv, visible } from './read';

const squeezed = (text: string) => text.replace(/ +/g, ' ');

describe('the mail to the offshore desk', () => {
  const order: Trade = {
    fund: fund.fund,
    cnpj: fund.cnpj,
    asset: 'IBIT',
    side: 'BUY',
    amount: 123_456_789,
    strategy: 'RebalanceOrder',
  };
  const mail = {
    to: ['offshore@desk.example'],
    language: 'pt',
    tradeDate: DATE,
    deskName: 'Mesa de ETFs',
    copy: ['trader@desk.example', 'offshore@desk.example'],
    orders: [order],
  } as const;

  it('lists every order and attaches them in the trades format', async () => {
    const sent = offshoreMail(mail);
    expect(sent.subject).toBe('Mesa de ETFs | 08/11/2024 | Ordens offshore: IBIT');
    expect(squeezed(sent.text)).toContain(
      'Fundo Alvorada FIA 38.314.708/0001-90 IBIT Compra R$ 1.234.567,89 Rebalanceamento\n',
    );
    expect(await readCsv(attached(sent))).toEqual([
      ['Fund', 'CNPJ', 'Asset', 'Side', 'Amount', 'Strategy'],
      ['Fundo Alvorada FIA', '38.314.708/0001-90', 'IBIT', 'BUY', '1234567.89', 'RebalanceOrder'],
    ]);
    expect(figures(visible(sent.html))).toEqual(figures(sent.text));
    expect(sent.cc).toEqual(['trader@desk.example']);
  });

  it('names each order that changed, and lists those that stand', () => {
    const sent = offshoreMail({
      ...mail,
      changes: [
        { order, before: 100_00 },
        { order: { ...order, asset: 'ETHA', amount: 0 }, before: 200_00 },
        { order: { ...order, asset: 'USBTC' }, before: null },
      ],
      note: 'caixa entrou',
    });
    expect(sent.subject).toBe('Mesa de ETFs | 08/11/2024 | Alteração de ordens offshore: IBIT, ETHA, USBTC');
    const text = squeezed(sent.text);
    for (const line of [
      'SUBSTITUI R$ 100,00: comprar IBIT por conta de Fundo Alvorada FIA, R$ 1.234.567,89 no total do dia',
      'CANCELADA: compra de ETHA por conta de Fundo Alvorada FIA, era de R$ 200,00',
      'NOVA: comprar USBTC por conta de Fundo Alvorada FIA, R$ 1.234.567,89',
      'caixa entrou',
    ])
      expect(text).toContain(line);
    expect(figures(visible(sent.html))).toEqual(figures(sent.text));
    const none = offshoreMail({
      ...mail,
      orders: [],
      changes: [{ order: { ...order, amount: 0 }, before: 1 }],
    });
    expect(none.text).toContain('Não resta nenhuma outra ordem offshore.');
  });

  it('says so when there is nothing to do', () => {
    const sent = offshoreMail({ ...mail, orders: [] });
    expect(sent.text).toContain('Não há ordens offshore.');
    expect(sent.attachments).toEqual([]);
    expect(offshoreMail({ ...mail, orders: [], language: 'en' }).text).toContain(
      'There are no offshore orders.',
    );
  });
});

describe('the summary of an adjustment', () => {
  const mail: AdjustmentSummary = {
    to: ['trader@desk.example'],
    language: 'en',
    tradeDate: DATE,
    deskName: 'ETF desk',
    fillsAsOf: '15:58',
    iteration: 1,
    maximum: 3,
    converged: false,
    naked: [],
    byHand: [],
    open: { over: 0, missing: 0 },
    waits: false,
    assets: [
      {
        asset: 'HASH11',
        side: 'BUY',
        target: 1_230_000_000,
        executed: 374_400_000,
        primary: 875_000_000,
        opposite: 1_000_000,
        difference: -18_400_000,
      },
    ],
    orders: [{ fund: fund.fund, cnpj: fund.cnpj, asset: 'HASH11', side: 'SELL', amount: 19_400_000 }],
  };

  it('shows both tables', () => {
    const { text, html } = adjustmentSummaryMail(mail);
    expect(squeezed(text)).toContain(
      'ETF Side Target Executed Primary Given back Difference\n------ ---- ---------------- --------------- --------------- ------------ --------------\n' +
        'HASH11 Buy R$ 12,300,000.00 R$ 3,744,000.00 R$ 8,750,000.00 R$ 10,000.00 -R$ 184,000.00\n',
    );
    expect(text).toContain('Fills as of 15:58.');
    expect(squeezed(text)).toContain('Fundo Alvorada FIA 38.314.708/0001-90 HASH11 Sell R$ 194,000.00\n');
    expect(figures(visible(html))).toEqual(figures(text));
  });

  it('says how far the cycle is', () => {
    const textOf = (changes: Partial<AdjustmentSummary>) =>
      adjustmentSummaryMail({ ...mail, ...changes }).text;
    expect(textOf({})).toContain(
      'Adjustment 1 of 3. Not converged yet: the orders below are still to be done.\n',
    );
    expect(textOf({ iteration: 3 })).toContain(
      'This was the last adjustment that the settings allow; what is not done stays as a residual.',
    );
    expect(textOf({ iteration: 3, converged: true, orders: [], language: 'pt' })).toContain(
      'Rodada de ajuste 3 de 3. Convergiu: nenhum fundo tem mais nada a executar.\n',
    );
    expect(textOf({ converged: true, orders: [] })).toContain('No adjustment orders.');
  });
});
