// Names of funds: what is left of them on a screen.
import { describe, expect, it } from '@jest/globals';
import { shortNames } from '../../src/domain/fundName';

describe('a fund’s name on a screen', () => {
  const funds = [
    'IPE CRIPTO ATIVO FIF MULTIMERCADO RL',
    'PAU BRASIL MACRO FIF MULTIMERCADO',
    'BAOBA GLOBAL FIM IE',
    'BAOBA GLOBAL FIA',
    'FUNDO DE INVESTIMENTO EM COTAS',
    'CRIPTO FIF MULTIMERCADO',
  ];
  const short = shortNames(funds);

  it('ends where its legal part begins', () => {
    expect(short('IPE CRIPTO ATIVO FIF MULTIMERCADO RL')).toBe('IPE CRIPTO ATIVO');
    expect(short('PAU BRASIL MACRO FIF MULTIMERCADO')).toBe('PAU BRASIL MACRO');
  });

  it('is whole where two funds would be called the same, or nothing but its kind would be left', () => {
    expect(funds.slice(2).map(short)).toEqual(funds.slice(2));
  });
});
