// The desk in Portuguese: every sentence that the code can say has its phrase, and every phrase is one that the code says.
import { describe, expect, it } from '@jest/globals';
import { PHRASES, say, sayLabel, sayLines } from '../../src/messages/said/said';
import { ALL_TABS, type AnyTab, inboxFills, sharedAllocation, sharedOrders } from '../../src/sheets/tabs';
import { type MenuEntry, TRADING_MENU } from '../../src/ui/menu';

const TABS: readonly AnyTab[] = [...ALL_TABS, sharedOrders, sharedAllocation, inboxFills];

describe('a phrase', () => {
  it('has a phrase with the same holes, and no two phrases are for the same sentence', () => {
    const holes = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
    const uneven = PHRASES.filter(([english, portuguese]) =>
      holes(portuguese).some((hole) => !holes(english).includes(hole)),
    );
    expect(uneven).toEqual([]);
    const english = PHRASES.map(([phrase]) => phrase.replace(/\{([a-z]+)\w*\}/g, '{$1}'));
    expect(english.filter((phrase, index) => english.indexOf(phrase) !== index)).toEqual([]);
  });

  it('names the menu as it stands there, in each language', () => {
    const labels = (entries: readonly MenuEntry[], language: 'pt' | 'en', path: string): readonly string[] =>
      entries.flatMap((entry) => {
        if (entry.kind === 'separator') return [];
        const own = `${path} > ${entry.label[language].replace('…', '')}`;
        return entry.kind === 'item' ? [own] : [own, ...labels(entry.entries, language, own)];
      });
    const paths = { en: labels(TRADING_MENU, 'en', 'Trading'), pt: labels(TRADING_MENU, 'pt', 'Trading') };
    const wrong = PHRASES.flatMap(([english, portuguese]) =>
      [english, portuguese].flatMap((text, index) =>
        [...text.matchAll(/Trading > [^;,.()"]+/g)]
          .map(([path]) => path)
          .filter(
            (path) => !paths[index === 0 ? 'en' : 'pt'].some((known) => `${path} `.startsWith(`${known} `)),
          ),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a sentence', () => {
  it('keeps what it quotes, and its counts, dates, sides and decimals are written as Brazilians do', () => {
    const known: readonly (readonly [string, string])[] = [
      [
        '29 instructions over R$ 25.339.500,50 for 35 intents, 3 offshore orders',
        '29 instruções de R$ 25.339.500,50 no total para 35 ordens de fundos, 3 ordens offshore',
      ],
      [
        'COMPLETE: 173165 shares in 1 fills allocated in 12 lines, version 2 REPLACES 1',
        'COMPLETO: 173.165 cotas de 1 execução em 12 linhas de alocação, versão 2 SUBSTITUI a 1',
      ],
      [
        'daily-trades!E7: amount "1,2,3" is not an amount in BRL; write it like 1234,56',
        'daily-trades!E7: amount "1,2,3" não é um valor em reais; escreva como 1234,56',
      ],
      [
        'Aurora has 2 fills of SELL HASH11 beyond the limit of 62.69; ask why',
        'Aurora tem 2 execuções na venda de HASH11 além do preço limite de 62,69; pergunte por quê',
      ],
      [
        'the orders of 2024-11-08 are out already; nothing changed',
        'as ordens de 08/11/2024 já saíram; nada mudou',
      ],
      [
        'inbox of Meridian!D5: price "sixty" is not a price in BRL; write it like 62,40',
        'planilha de execuções de Meridian!D5: price "sixty" não é um preço em reais; escreva como 62,40',
      ],
      [
        'etfs!A2: asset is blank; the symbol at B3',
        'etfs!A2: asset está em branco; código de negociação na B3',
      ],
      [
        'HASH11 BUY: R$ 1,00 is more than 29% of the average volume of R$ 2,00',
        'compra de HASH11: R$ 1,00 passa de 29% do volume médio, de R$ 2,00',
      ],
    ];
    for (const [english, portuguese] of known) {
      expect(say(english, 'pt')).toEqual({ text: portuguese, language: 'pt' });
      expect(say(english, 'en')).toEqual({ text: english, language: 'en' });
    }
  });

  it('may hold another: a failure names its own cause', () => {
    expect(
      say(
        'the warehouse did not take the rows (The statement still runs after 4 minutes; try again later.); the mails wait. Run the stage again to retry, or let the mails go with Trading > Repair > Release mails',
        'pt',
      ).text,
    ).toContain('(A consulta ainda não terminou depois de 4 minutos; tente mais tarde.)');
    const url = 'https://inav.example/marketdata/v2/inav/HASH11';
    expect(
      say(`${url} is failing (HTTP 503) after 4 attempts; try again later, or fill in the tab by hand.`, 'pt')
        .text,
    ).toBe(
      `${url} está falhando (HTTP 503) depois de 4 tentativas; tente de novo mais tarde ou preencha a aba à mão.`,
    );
  });

  it('stays as it is, marked as English, where no phrase is known', () => {
    expect(say('the moon is full; wait', 'pt')).toEqual({ text: 'the moon is full; wait', language: 'en' });
    expect(say('BITH11, HASH11', 'pt').language).toBe('pt');
    expect(sayLines('the moon is full\nCOMPLETE', 'pt')).toBe('the moon is full\nCOMPLETO');
  });

  it('leaves what a trader typed alone', () => {
    expect(say('run 20241108-1 was abandoned: COMPLETE', 'pt').text).toBe(
      'a execução 20241108-1 foi abandonada: COMPLETE',
    );
    expect(sayLabel('ALFA FIF BUY HASH11', 'pt')).toBe('ALFA FIF, compra de HASH11');
    expect(say('173165', 'pt').text).toBe('173.165');
    expect(sayLabel('caps replaced', 'en')).toBe('caps replaced');
  });
});
