import { describe, expect, it } from '@jest/globals';
import { type BrokerInstructions, brokerInstructionsMail } from '../../src/messages/brokerInstructions';
import { afternoon, aurora, DATE, northwind, opening, selling } from './desk';
import { attached, figures, readCsv, visible } from './read';

const mailOf = (changes: Partial<BrokerInstructions>) =>
  brokerInstructionsMail({
    broker: aurora,
    tradeDate: DATE,
    deskName: 'Mesa de ETFs',
    copy: ['trader@desk.example'],
    occasion: 'opening',
    lines: [{ instruction: opening, replaces: null }],
    ...changes,
  });

describe('the opening of an order', () => {
  it('is told in English with the cap of the day, order type, binding price above the iNAV, and validity', () => {
    expect(mailOf({ broker: northwind }).text).toContain(
      '- HASH11 v1: NEW: buy HASH11 up to R$ 1,200,000.00 in total today, limit order at R$ 62.77 (30 bps above the iNAV of R$ 62.58), good for the day\n' +
        '  Instruction 2024-11-08/HASH11/BUY/Corretora Aurora, version 1\n',
    );
  });

  it('is told in Portuguese with amounts as Brazil writes them', () => {
    expect(mailOf({}).text).toContain(
      '- HASH11 v1: NOVA: comprar HASH11 até R$ 1.200.000,00 no total do dia, ordem limitada a R$ 62,77 (30 bps acima do iNAV de R$ 62,58), válida para o dia\n' +
        '  Instrução 2024-11-08/HASH11/BUY/Corretora Aurora, versão 1\n',
    );
  });

  it('keeps a sale below the iNAV', () => {
    const lines = [{ instruction: selling, replaces: null }];
    expect(mailOf({ broker: northwind, lines }).text).toContain(
      'NEW: sell HASH11 up to R$ 1,200,000.00 in total today, limit order at R$ 62.39 (30 bps below the iNAV of R$ 62.58), good for the day',
    );
    expect(mailOf({ lines }).text).toContain(
      'NOVA: vender HASH11 até R$ 1.200.000,00 no total do dia, ordem limitada a R$ 62,39 (30 bps abaixo do iNAV de R$ 62,58), válida para o dia',
    );
  });

  it('says what is done already when an order starts late in the day', () => {
    const lines = [{ instruction: { ...opening, executed: 1_050 }, replaces: null }];
    expect(mailOf({ broker: northwind, lines }).text).toContain(
      'up to R$ 1,200,000.00 in total today, R$ 10.50 done, limit order',
    );
  });

  it('prints a limit and a distance with the decimals they have', () => {
    const lines = [
      { instruction: { ...opening, limitPrice: 62.7675, limitBps: 12.5, inav: 62 }, replaces: null },
    ];
    expect(mailOf({ lines }).text).toContain(
      'ordem limitada a R$ 62,7675 (12,5 bps acima do iNAV de R$ 62,00), válida para o dia',
    );
    expect(
      mailOf({ lines: [{ instruction: { ...opening, limitBps: 300, limitPrice: 60 }, replaces: null }] })
        .text,
    ).toContain('ordem limitada a R$ 60,00 (300 bps acima do iNAV de R$ 62,58)');
  });

  it('warns not to cross only where the desk works both sides', () => {
    const lines = [{ instruction: { ...opening, doNotCross: true }, replaces: null }];
    expect(mailOf({ broker: northwind, lines }).text).toContain(
      'good for the day; do not cross with our own orders on the other side\n',
    );
    expect(mailOf({ lines }).text).toContain(
      'válida para o dia; não cruzar com as nossas próprias ordens na ponta contrária\n',
    );
    expect(mailOf({ broker: northwind }).text).not.toContain('cross');
  });
});

describe('a later version', () => {
  const lines = [{ instruction: afternoon, replaces: opening }];

  it('replaces the cap and says what is done', () => {
    expect(mailOf({ broker: northwind, lines, occasion: 'primary' }).text).toContain(
      'REPLACES v1: buy up to R$ 4,800,000.00 in total today, R$ 3,744,000.00 done, limit order at R$ 62.77 (30 bps above the iNAV of R$ 62.58), good for the day',
    );
    expect(mailOf({ lines, occasion: 'primary' }).text).toContain(
      'SUBSTITUI a v1: comprar até R$ 4.800.000,00 no total do dia, R$ 3.744.000,00 já executados, ordem limitada a R$ 62,77 (30 bps acima do iNAV de R$ 62,58), válida para o dia',
    );
  });

  it('names the version it really replaces, not the one before its own number', () => {
    const skipping = [{ instruction: { ...afternoon, version: 5 }, replaces: { ...opening, version: 3 } }];
    const { text } = mailOf({ broker: northwind, lines: skipping });
    expect(text).toContain('HASH11 v5: REPLACES v3:');
  });

  it('says that nothing is done where nothing is', () => {
    const idle = [{ instruction: { ...afternoon, executed: 0 }, replaces: opening }];
    expect(mailOf({ broker: northwind, lines: idle }).text).toContain(
      'in total today, nothing done, limit order',
    );
    expect(mailOf({ lines: idle }).text).toContain('no total do dia, nada executado, ordem limitada');
  });

  it.each([374_400_000, 374_399_999])('stops once the cap is reached (%i of 374400000 cents)', (cap) => {
    const stop = [{ instruction: { ...afternoon, cap }, replaces: opening }];
    expect(mailOf({ broker: northwind, lines: stop, occasion: 'stop' }).text).toContain(
      '- HASH11 v2: REPLACES v1: stop buying HASH11: R$ 3,744,000.00 done\n',
    );
    expect(mailOf({ lines: stop, occasion: 'stop' }).text).toContain(
      '- HASH11 v2: SUBSTITUI a v1: cancelar o saldo da compra de HASH11: R$ 3.744.000,00 já executados\n',
    );
  });

  it('goes on while one cent is left', () => {
    const last = [{ instruction: { ...afternoon, cap: 374_400_001 }, replaces: opening }];
    const { text } = mailOf({ broker: northwind, lines: last });
    expect(text).toContain('buy up to R$ 3,744,000.01 in total today');
    expect(text).not.toContain('stop');
  });
});

describe('a mail to a broker', () => {
  it('says that caps are cumulative and never add up', () => {
    expect(mailOf({ broker: northwind }).text).toContain(
      '> Caps are cumulative for the whole of 8 November 2024 and never add up: a new version replaces the one before it, and what is already done counts towards the cap.',
    );
    expect(mailOf({}).text).toContain(
      '> Os limites financeiros são acumulados para todo o dia 08/11/2024 e nunca se somam: cada versão substitui a anterior, e o que já foi executado conta dentro do limite.',
    );
  });

  it('says which price binds and until when, and greets; one that only stops binds nothing', () => {
    const { text } = mailOf({});
    expect(text.startsWith('Prezados,\n')).toBe(true);
    expect(text).toContain(
      '> Vale o preço limite em reais, e não os bps, até uma nova versão da instrução ou até o fim do pregão de 08/11/2024.',
    );
    const stop = [{ instruction: { ...afternoon, cap: afternoon.executed }, replaces: opening }];
    expect(mailOf({ lines: stop, occasion: 'stop' }).text).not.toContain('Vale o preço');
  });

  it('names desk, date, occasion and each ETF once in its subject', () => {
    const lines = [opening, selling, { ...opening, asset: 'BITH11' }].map((instruction) => ({
      instruction,
      replaces: null,
    }));
    expect(mailOf({ lines }).subject).toBe('Mesa de ETFs | 08/11/2024 | Ordens do dia: HASH11, BITH11');
    expect(mailOf({ lines, broker: northwind, occasion: 'amendment' }).subject).toBe(
      'Mesa de ETFs | 8 November 2024 | Amended orders: HASH11, BITH11',
    );
  });

  it('goes to the broker, copied to its copies and the traders, each once', () => {
    const broker = { ...aurora, emails: ['mesa@aurora.example', 'Mesa@Aurora.example'] };
    const mail = mailOf({
      broker,
      copy: ['trader@desk.example', 'mesa@aurora.example', 'backoffice@aurora.example', ' '],
    });
    expect(mail.to).toEqual(['mesa@aurora.example']);
    expect(mail.cc).toEqual(['backoffice@aurora.example', 'trader@desk.example']);
  });

  it('carries the desk’s own note, and no empty one', () => {
    expect(mailOf({ note: 'Retificado a pedido do gestor.' }).text).toContain(
      '> Retificado a pedido do gestor.',
    );
    expect(mailOf({ note: null })).toEqual(mailOf({}));
  });

  it('does not depend on when the instruction was written, or a preview would never match its run', () => {
    const later = [{ instruction: { ...opening, issuedAt: '2024-11-08T09:55:00' }, replaces: null }];
    expect(mailOf({ lines: later })).toEqual(mailOf({}));
  });

  it('says the same figures in HTML and in text', () => {
    const mail = mailOf({
      lines: [
        { instruction: afternoon, replaces: opening },
        { instruction: selling, replaces: null },
      ],
    });
    expect(figures(visible(mail.html))).toEqual(figures(mail.text));
    expect(figures(mail.text)).toContain('4.800.000,00');
  });

  it('says of a sale how many shares it may come to at most, in sentence, table and both languages', () => {
    const line = { instruction: { ...selling, shareCap: 12_345 }, replaces: null };
    expect(mailOf({ lines: [line] }).text).toContain('no máximo 12.345 cotas no total do dia');
    const english = mailOf({ broker: northwind, lines: [line] });
    expect(english.text).toContain('no more than 12,345 shares in total today');
    expect(visible(english.html)).toContain('Shares at most');
    const stopped = { ...selling, shareCap: 12_345, cap: 100, executed: 100 };
    expect(mailOf({ lines: [{ instruction: stopped, replaces: null }] }).text).not.toContain('12.345');
  });

  it('attaches its orders as a file that other programs read', async () => {
    const mail = mailOf({
      lines: [
        { instruction: afternoon, replaces: opening },
        { instruction: { ...selling, limitBps: 12.5, cap: 7, shareCap: 10_000 }, replaces: null },
      ],
    });
    expect(mail.attachments.map(({ name, mimeType }) => [name, mimeType])).toEqual([
      ['instructions_2024-11-08.csv', 'text/csv'],
    ]);
    expect(attached(mail)).toBe(
      'instruction,version,trade_date,asset,side,cap_brl,limit_price,limit_bps,executed_brl,replaces_version,do_not_cross,order,settlement_date,order_type,validity,share_cap,funds\n' +
        '2024-11-08/HASH11/BUY/Corretora Aurora,2,2024-11-08,HASH11,BUY,4800000.00,62.77,30,3744000.00,1,no,work,2024-11-12,LIMIT,DAY,,\n' +
        '2024-11-08/HASH11/SELL/Corretora Aurora,1,2024-11-08,HASH11,SELL,0.07,62.39,12.5,0.00,,no,work,2024-11-12,LIMIT,DAY,10000,\n',
    );
    expect((await readCsv(attached(mail)))[1]?.[5]).toBe('4800000.00');
  });

  it('carries amounts beyond what prices may be', () => {
    const lines = [{ instruction: { ...opening, cap: 123_456_789_012_345 }, replaces: null }];
    const mail = mailOf({ lines });
    expect(mail.text).toContain('R$ 1.234.567.890.123,45');
    expect(attached(mail)).toContain(',1234567890123.45,');
  });
});
