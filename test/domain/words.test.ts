// Which word was probably meant, and whether a fund's name belongs to its CNPJ.
import { describe, expect, it } from '@jest/globals';
import { assert, constantFrom, property, string } from 'fast-check';
import { contradictions } from '../../src/domain/fundName';
import { tidy, turnsText } from '../../src/domain/result';
import { slipOf } from '../../src/domain/slips';
import { distance, folded, likelyOnes, nearest } from '../../src/domain/words';

describe('the likely meant word', () => {
  it.each([
    ['amuont', ['amount', 'account'], 'amount'],
    ['Estrategía', ['strategy', 'estrategia'], 'estrategia'],
    ['maxunits', ['max_units', 'nav'], 'max_units'],
    ['valor', ['amount', 'cash'], null],
    ['x', ['cc', 'nav'], null],
    ['', ['cc'], null],
  ])('%p among %j is %p', (written, candidates, likely) => {
    expect(nearest(written, candidates)).toBe(likely);
  });

  it('counts letters that are missing, too many, wrong or exchanged', () => {
    expect([
      distance('amount', 'amount'),
      distance('amount', 'amont'),
      distance('amount', 'amuont'),
      distance('amount', 'emount'),
      distance('', 'abc'),
    ]).toEqual([0, 1, 1, 1, 3]);
    const word = string({ maxLength: 8 });
    assert(
      property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('takes each stranger once, the likeliest first', () => {
    const found = likelyOnes(
      [
        { name: 'fund_type', otherwise: [] },
        { name: 'fund_cnpj', otherwise: ['cnpj'] },
      ],
      ['fundCnpj', 'fundtyp'],
    );
    expect([...found]).toEqual([
      ['fund_cnpj', 'fundCnpj'],
      ['fund_type', 'fundtyp'],
    ]);
    expect(folded('Estratégia (R$)')).toBe('estrategiar');
  });
});

describe('a fund’s name beside a CNPJ', () => {
  const funds = [
    { fund: 'IPE CRIPTO ATIVO FIF MULTIMERCADO RL', cnpj: '71.204.918/0001-09' },
    { fund: 'JATOBA INDICE CRIPTO FIF MULTIMERCADO', cnpj: '71.338.652/0001-89' },
  ];
  const [ipe, jatoba] = funds;
  const against = contradictions(funds);

  it.each(['Ipê Cripto Ativo', 'IPE FIF', 'Fundo Ipê'])('%s belongs to its own', (fund) => {
    expect(against({ fund, cnpj: '71.204.918/0001-09' })).toBeNull();
  });

  it('is told when it is another fund’s, or nobody’s', () => {
    expect(against({ fund: 'Jatobá Índice Cripto', cnpj: '71.204.918/0001-09' })).toEqual({
      own: ipe,
      other: jatoba,
    });
    expect(against({ fund: 'Manacá FIM', cnpj: '71.204.918/0001-09' })).toEqual({
      own: ipe,
      other: null,
    });
  });

  it('is nothing to say of a CNPJ that nobody knows', () => {
    expect(against({ fund: 'Ipê', cnpj: '11.222.333/0001-81' })).toBeNull();
  });
});

describe('hidden marks', () => {
  it('of no width are dropped; those that turn text round are told', () => {
    expect(tidy('\u202a12\u202c\u00ad\u2066')).toBe('12');
    expect(['12\u202e34', '\u202b12', '1\u200f,5'].map(turnsText)).toEqual([true, true, true]);
    expect(['\u200f12', '12\u200f', '1\u200e2', '1\u200b2'].map(turnsText)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('no slip is seen where a number stands', () => {
    assert(
      property(constantFrom('1', '1.234,56', '62,40', '', 'abc', null, 5), (cell) => {
        expect(slipOf(cell)).toBeNull();
      }),
    );
  });
});
