import { describe, expect, it } from '@jest/globals';
import { type AdministratorRequests, administratorMail } from '../../src/messages/administrator';
import { DATE, fund } from './desk';
import { attached, figures, readCsv, visible } from './read';

const creation = { fund, units: 3, sharesPerUnit: 20_000, value: 375_000_000, side: 'BUY' } as const;
const other = { ...fund, fund: 'Horizonte "Norte", FIA', cnpj: '12.ABC.345/01DE-35', account: null };
const redemption = { ...creation, fund: other, units: 1, value: 125_000_000, side: 'SELL' } as const;

const mailOf = (changes: Partial<AdministratorRequests>) =>
  administratorMail({
    to: ['cotas@administradora.example'],
    administrator: 'Administradora Sul',
    language: 'en',
    tradeDate: DATE,
    settlementDate: '2024-11-12',
    deskName: 'ETF desk',
    copy: ['trader@desk.example'],
    asset: 'HASH11',
    lines: [creation],
    ...changes,
  });

describe('a request to the administrator', () => {
  it('asks for creation units fund by fund, with the account they settle in', () => {
    expect(mailOf({}).text).toContain(
      '- Creation of 3 units of HASH11 for the account of Fundo Alvorada FIA (CNPJ 38.314.708/0001-90), about R$ 3,750,000.00\n' +
        '  Settlement account: bank 341, branch 0001, account 12345-6\n',
    );
  });

  it('asks for redemption units where the fund sells', () => {
    expect(mailOf({ lines: [redemption] }).text).toContain(
      '- Redemption of 1 unit of HASH11 for the account of Horizonte "Norte", FIA (CNPJ 12.ABC.345/01DE-35), about R$ 1,250,000.00\n',
    );
  });

  it('is written in Portuguese unless told otherwise', () => {
    const { text, subject } = administratorMail({
      to: ['cotas@administradora.example'],
      administrator: 'Administradora Sul',
      tradeDate: DATE,
      settlementDate: '2024-11-12',
      deskName: 'Mesa de ETFs',
      copy: [],
      asset: 'HASH11',
      lines: [creation, redemption],
    });
    expect(subject).toBe('Mesa de ETFs | 08/11/2024 | Pedidos de integralização e resgate: HASH11');
    expect(text).toContain(
      '- Integralização de 3 lotes mínimos de HASH11 por conta de Fundo Alvorada FIA (CNPJ 38.314.708/0001-90), cerca de R$ 3.750.000,00\n' +
        '  Conta de liquidação: banco 341, agência 0001, conta 12345-6\n',
    );
    expect(text).toContain('- Resgate de 1 lote mínimo de HASH11 por conta de Horizonte "Norte", FIA');
    expect(text).toContain('Liquidação em 12/11/2024 pela cota de fechamento de 08/11/2024');
    expect(text).toContain('Um lote mínimo tem 20.000 cotas.');
  });

  it('says that it settles at the closing NAV of the day', () => {
    expect(mailOf({}).text).toContain(
      "> Settles on 12 November 2024 at the closing NAV of 8 November 2024; the values here are estimates at today's iNAV. One unit is 20,000 shares.",
    );
  });

  it('does not print half an account', () => {
    const { text } = mailOf({ lines: [redemption] });
    expect(text).toContain('Settlement account: not complete on file, please ask us before it settles');
    expect(text).not.toContain('341');
  });

  it('leaves out funds that were given no units', () => {
    const mail = mailOf({ lines: [creation, { ...redemption, units: 0, value: 0 }] });
    expect(mail).toEqual(mailOf({}));
  });

  it('says the same figures in HTML and in text', () => {
    const mail = mailOf({ lines: [creation, redemption] });
    expect(figures(visible(mail.html))).toEqual(figures(mail.text));
    expect(figures(mail.text)).toContain('60,000');
  });

  it('attaches the requests as a file, names with commas and quotes intact', async () => {
    const mail = mailOf({ lines: [creation, redemption] });
    expect(mail.attachments[0]?.name).toBe('requests_HASH11_2024-11-08.csv');
    expect(await readCsv(attached(mail))).toEqual([
      [
        ...['asset', 'side', 'fund', 'cnpj', 'units', 'shares', 'estimated_brl'],
        ...['bank', 'branch', 'account', 'settlement_date'],
      ],
      [
        'HASH11',
        'BUY',
        'Fundo Alvorada FIA',
        '38.314.708/0001-90',
        '3',
        '60000',
        '3750000.00',
        '341',
        '0001',
        '12345-6',
        '2024-11-12',
      ],
      [
        'HASH11',
        'SELL',
        'Horizonte "Norte", FIA',
        '12.ABC.345/01DE-35',
        '1',
        '20000',
        '1250000.00',
        '',
        '',
        '',
        '2024-11-12',
      ],
    ]);
  });

  it('makes no path of an ETF’s name', () => {
    expect(mailOf({ asset: '../HASH 11' }).attachments[0]?.name).toBe('requests_.._HASH_11_2024-11-08.csv');
  });
});
