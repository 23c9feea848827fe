import { describe, expect, it } from '@jest/globals';
import { figuresOf, fileMoney, fileNumber, unbroken } from '../../src/language/figures';
import { LANGUAGES } from '../../src/language/language';
import { wordsOf } from '../../src/messages/words';

/** Every plain phrase by its path, such as `column.fund`. */
function phrases(node: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof node !== 'object' || node === null) return [[path, node]];
  return Object.entries(node).flatMap(([key, value]) => phrases(value, path ? `${path}.${key}` : key));
}

describe('the words of the desk', () => {
  it('are the same set in every language', () => {
    const [first, ...others] = LANGUAGES.map((language) =>
      phrases(wordsOf(language))
        .map(([path]) => path)
        .sort(),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(LANGUAGES)('are all there in %s', (language) => {
    for (const [, phrase] of phrases(wordsOf(language))) expect(phrase).toBeTruthy();
  });

  it('are translated, but for what both languages call alike', () => {
    const pt = new Map(phrases(wordsOf('pt')));
    const alike = phrases(wordsOf('en')).filter(([path, phrase]) => pt.get(path) === phrase);
    expect(alike).toEqual([
      ['total', 'Total'],
      ['column.asset', 'ETF'],
      ['column.bps', 'bps'],
      ['column.cnpj', 'CNPJ'],
    ]);
  });
});

describe('figures', () => {
  it('stay on one line with their currency and their sign on a screen and on paper', () => {
    for (const language of ['pt', 'en'] as const) {
      const { money } = figuresOf(language);
      expect(unbroken(`${money(1_234_56)} - ${money(-5)}`).split(/[ -]/)).toHaveLength(4);
      expect(unbroken(money(-300))).toBe(money(300).replace('R$ ', '−R$\u00a0'));
    }
  });

  it('are written as each language does', () => {
    const [pt, en] = [figuresOf('pt'), figuresOf('en')];
    expect([pt.money(120_000_000), en.money(120_000_000)]).toEqual(['R$ 1.200.000,00', 'R$ 1,200,000.00']);
    expect([pt.date('2024-11-08'), en.date('2024-11-08')]).toEqual(['08/11/2024', '8 November 2024']);
    expect([en.date('2025-01-31'), en.date('2025-12-01')]).toEqual(['31 January 2025', '1 December 2025']);
    expect([pt.whole(60_000), en.whole(60_000)]).toEqual(['60.000', '60,000']);
    expect([pt.average(62.4), en.average(1234.5)]).toEqual(['R$ 62,40000000', 'R$ 1,234.50000000']);
  });

  it('stand without their currency where a title names it, and are the same figures', () => {
    for (const language of ['pt', 'en'] as const) {
      const { amount, money, bare, price } = figuresOf(language);
      for (const cents of [0, 5, -300, 120_000_000])
        expect(money(cents).replace('R$ ', '')).toBe(amount(cents));
      for (const each of [62.4, 62.7675]) expect(price(each)).toBe(`R$ ${bare(each)}`);
    }
  });

  it('are told to be typed without groups, and so that no reading takes decimals for thousands', () => {
    const [pt, en] = [figuresOf('pt'), figuresOf('en')];
    expect([1234, 1.2, 62.505].map(pt.typed)).toEqual(['1234,00', '1,20', '62,5050']);
    expect([1234, 1.2, 62.505].map(en.typed)).toEqual(['1234.00', '1.20', '62.5050']);
  });

  it('keep the decimals that say something, and prices at least their cents', () => {
    const { price, decimal } = figuresOf('pt');
    expect([62.7, 62.7675, 100, 0.00000001].map(price)).toEqual([
      'R$ 62,70',
      'R$ 62,7675',
      'R$ 100,00',
      'R$ 0,00000001',
    ]);
    expect([30, 12.5, 100, 1000, 0].map(decimal)).toEqual(['30', '12,5', '100', '1.000', '0']);
  });

  it('go into files with a decimal point and no thousands', () => {
    expect([0, 5, 120_000_000, -300].map(fileMoney)).toEqual(['0.00', '0.05', '1200000.00', '-3.00']);
    expect([fileNumber(1234.5, 2), fileNumber(62.7675, 2), fileNumber(1000, 0)]).toEqual([
      '1234.50',
      '62.7675',
      '1000',
    ]);
  });
});
