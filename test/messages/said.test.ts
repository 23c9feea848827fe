// The desk in Portuguese: every sentence that the code can say has its phrase, and every phrase is one that the code says.
import { describe, expect, it } from '@jest/globals';
import { LABELS } from '../../src/messages/said/labels.pt';
import { PHRASES, say, sayLabel, sayLines } from '../../src/messages/said/said';
import { ALL_TABS, type AnyTab, inboxFills, sharedAllocation, sharedOrders } from '../../src/sheets/tabs';
import { type MenuEntry, TRADING_MENU } from '../../src/ui/menu';
import { literalsIn } from './literals';

const TABS: readonly AnyTab[] = [...ALL_TABS, sharedOrders, sharedAllocation, inboxFills];

/** Statements of the warehouse are no sentences. */
const SQL = /google\/warehouse\/(views|reports|statements|tables|parameters)\.ts$/;
const LITERALS = literalsIn(['domain', 'sheets', 'stages', 'google', 'main.ts']).filter(
  ({ file }) => !SQL.test(file),
);

/** Never read by a trader: a caller's mistakes, what stands in the README or the warehouse only, names and codes. */
const UNSPOKEN: readonly (string | RegExp)[] = [
  ...TABS.map(({ help }) => help.replace(/[.)]+$/, '')),
  /^(is not a number of trading days|an average price needs shares|a weight has to be|nothing to split by)/,
  /^(is not a price in BRL a share|there is no day|is not a (date|stamp) like|is not a whole number of seconds)/,
  /^(shares or units|a blank cell|a cell that is neither text nor a number)$/,
  /^(Every fill, fund by fund|the fund’s CNPJ; blank = the error account|shares of this fill given to this fund)$/,
  /^(desk by day|funds by day|all funds|yyyy-mm-dd hh:mm:ss|Mesa de ETFs|allocation traders v|a domain)$/,
  /^(Ordens e alocação|Orders and allocation|One of|Um de)$/,
  /mimeType|in parents and name|and trashed = false/,
  /^(The journal entry|bytes, but the document's properties take|keep the value in a tab)/,
  /^(is not a name that a statement may hold|The warehouse table|has no column|of type)/,
];
const isUnspoken = (text: string): boolean =>
  UNSPOKEN.some((known) => (typeof known === 'string' ? known === text : known.test(text)));

const bare = (text: string): string => text.replace(/^[\s;:,.()"]+|[\s;:,.()"]+$/g, '');
const isSentence = (text: string): boolean => /[a-z]+ [a-z]{2,}/.test(text);

describe('every sentence in the code', () => {
  it('is known in Portuguese', () => {
    const english = [
      ...PHRASES.map(([phrase]) => phrase.replace(/\{\w+\}/g, '\u0000')),
      ...Object.keys(LABELS),
    ];
    const unknown = LITERALS.flatMap(({ file, pieces }) =>
      pieces
        .flatMap((piece) => piece.split(/\{\w+\}/))
        .map(bare)
        .filter((piece) => isSentence(piece) && !isUnspoken(piece))
        .filter((piece) => !english.some((phrase) => phrase.includes(piece)))
        .map((piece) => `${file}: ${piece}`),
    );
    expect(unknown).toEqual([]);
  });

  it('is one that the code still says, wherever a phrase stands for it', () => {
    const said = LITERALS.map(({ pieces }) => pieces.join('\u0000')).join('\n');
    const plain = said.replace(/[;:,.]+(?= |$)/gm, '');
    /** A sentence may be put together from pieces: a few of its words in a row are enough. */
    const isSaid = (piece: string): boolean => {
      const words = piece.replace(/[;:,.]+(?= |$)/g, '').split(' ');
      const row = words.length <= 2 ? 1 : words.length <= 4 ? 2 : 3;
      return words.some((_word, start) => {
        const found = words.slice(start, start + row);
        return found.length === row && plain.includes(found.join(' '));
      });
    };
    const orphans = PHRASES.flatMap(([phrase]) =>
      phrase
        .split(/\{\w+\}|; /)
        .map(bare)
        .filter((piece) => isSentence(piece) && !isSaid(piece)),
    );
    expect(orphans).toEqual([]);
    expect(Object.keys(LABELS).filter((label) => !said.includes(label))).toEqual([]);
  });

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
