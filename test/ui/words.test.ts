// What the pages say without a browser: the stages' sentences in Portuguese, figures, differences, names of functions.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as main from '../../src/main';
import { preview } from '../../src/stages/run/runner';
import { initialOrders } from '../../src/stages/stages';
import { TRADING_MENU } from '../../src/ui/menu';
import { changesBetween } from '../../src/ui/pages/changes';
import { duration, percent, reais } from '../../src/ui/pages/figures';
import { LABELS, SENTENCES } from '../../src/ui/pages/phrases';
import { isRepeated, say, sayFigures, sayLabel } from '../../src/ui/pages/said';
import { CALLED } from '../../src/ui/pages/script';
import { wordsOf } from '../../src/ui/pages/words';
import { stageTitle } from '../../src/ui/titles';
import { ALFA, trade, workedDay } from '../fixtures/workedDay';
import { builtPages } from './browser';

const sources = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sources(path) : readFileSync(path, 'utf8');
    })
    .join('\n');
const SAID = ['domain', 'google', 'sheets', 'stages']
  .map((folder) => sources(join('src', folder)))
  .join('\n');

/** What stands in a pattern between the parts that it leaves open. */
const fixedParts = ({ source }: RegExp): readonly string[] =>
  source
    .replace(/^\^|\$$/g, '')
    .split(/(?<!\\)\((?:[^)\\]|\\.)*\)|\\w\+|; /)
    .map((part) => part.replace(/\\/g, '').trim())
    .filter((part) => /[a-z]{3}/.test(part));

/** A sentence may be put together from pieces, so four of its words in a row are enough. */
function isSaid(part: string): boolean {
  const words = part.split(' ').map((word) => word.replace(/^[;:,.]+|[;:,.]+$/g, ''));
  const starts = words.slice(0, Math.max(1, words.length - 3)).map((_word, index) => index);
  const plain = SAID.replace(/[;:,.]+( |$)/gm, '$1');
  return starts.some((start) =>
    plain.includes(
      words
        .slice(start, start + 4)
        .join(' ')
        .trim(),
    ),
  );
}

describe('what the stages say', () => {
  it('is known in Portuguese only where a stage still says it', () => {
    const orphans = SENTENCES.flatMap(([pattern]) => fixedParts(pattern).filter((part) => !isSaid(part)));
    expect(orphans).toEqual([]);
    expect(Object.keys(LABELS).filter((label) => !SAID.includes(`'${label}'`))).toEqual([]);
  });

  it('comes in the desk’s language', () => {
    const headline = '29 instructions over R$ 25.339.500,50 for 35 intents, 3 offshore orders';
    expect(say(headline, 'pt')).toEqual({
      text: '29 instruções de R$ 25.339.500,50 no total para 35 intenções, 3 ordens offshore',
      language: 'pt',
    });
    expect(say(headline, 'en')).toEqual({ text: headline, language: 'en' });
    expect(sayLabel('caps replaced', 'pt')).toBe('limites substituídos');
  });

  it('is every headline of the worked day', () => {
    const desk = workedDay();
    const shown = preview(desk.services, initialOrders());
    expect(say(shown.summary.headline, 'pt').language).toBe('pt');
    expect(shown.summary.facts.filter(({ label }) => !(label in LABELS))).toEqual([]);
  });

  it('stays as it is, marked as English, where no translation is known', () => {
    expect(say('the moon is full; wait', 'pt')).toEqual({ text: 'the moon is full; wait', language: 'en' });
    expect(say('BITH11, HASH11', 'pt').language).toBe('pt');
  });

  it('gets points into counts, never into dates, amounts or codes', () => {
    expect(sayFigures('173165', 'en').text).toBe('173.165');
    expect(say('write it like 1234', 'en').text).toBe('write it like 1234');
    expect(sayFigures('2024-11-08 and R$ 1234,50 in row 20241108-final', 'en').text).toBe(
      '2024-11-08 and R$ 1234,50 in row 20241108-final',
    );
  });

  it('is left out where the figures below say the same with their names', () => {
    const facts = [{ value: '29' }, { value: 'R$ 1.000,00' }];
    expect(isRepeated('29 instructions over R$ 1.000,00', facts)).toBe(true);
    expect(isRepeated('29 instructions, version 2', facts)).toBe(false);
    expect(isRepeated('nothing changed', facts)).toBe(false);
  });
});

describe('figures', () => {
  it('are Brazilian, and all of it is done only when all of it is done', () => {
    expect(reais(-194_000.4)).toBe('−194.000');
    expect([percent(0.99996), percent(1), percent(1.0153), percent(0)]).toEqual([
      '99,9%',
      '100,0%',
      '101,5%',
      '0,0%',
    ]);
  });

  it('count down in seconds once these matter', () => {
    expect([7500, 1200, 549, 59].map(duration)).toEqual(['2 h 05 min', '20 min', '9 min 09 s', '59 s']);
  });
});

describe('a plan that changed', () => {
  it('is described by what is different, the figures first', () => {
    const desk = workedDay();
    const before = preview(desk.services, initialOrders());
    desk.book.fill('daily-trades', [trade(ALFA, 9_000_000)]);
    const after = preview(desk.services, initialOrders());
    const changes = changesBetween(before, after, wordsOf('pt').preview.difference, 'pt');
    expect(changes).toEqual([
      'intenções: 3 → 1',
      'financeiro: R$ 12.300.000,00 → R$ 9.000.000,00',
      'o e-mail para mesa@aurora.example tem outro texto',
      'order-intents: 3 → 1 linhas',
    ]);
    expect(changesBetween(after, after, wordsOf('pt').preview.difference, 'pt')).toEqual([]);
  });
});

describe('names', () => {
  const handlers = (entries: typeof TRADING_MENU): readonly string[] =>
    entries.flatMap((entry) =>
      entry.kind === 'menu' ? handlers(entry.entries) : entry.kind === 'item' ? [entry.handler] : [],
    );

  it('that menus and pages call are all exported', () => {
    const missing = [...handlers(TRADING_MENU), ...Object.keys(CALLED)].filter(
      (name) => typeof Reflect.get(main, name) !== 'function',
    );
    expect(missing).toEqual([]);
  });

  it('of stages stand over their dialogs in both languages', () => {
    const request = { stage: 'primary', scope: 'thematics' };
    expect([stageTitle(request, 'pt'), stageTitle(request, 'en')]).toEqual([
      'Primário: temáticos',
      'Primary units: thematics',
    ]);
  });
});

describe('the pages', () => {
  it('are one file each: nothing is loaded, and no template literal can be taken for a comment', () => {
    const pages = builtPages();
    expect(Object.keys(pages)).toEqual(
      expect.arrayContaining(['Import.html', 'Preview.html', 'Sidebar.html']),
    );
    for (const [name, html] of Object.entries(pages)) {
      expect([name, html.match(/<link|src=|@import|url\(|`/g)]).toEqual([name, null]);
      expect([name, html.match(/<\?[^>]*\?>/g)]).toEqual([name, ['<?= language ?>', '<?= request ?>']]);
    }
  });
});
