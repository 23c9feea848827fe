// What the pages say without a browser: figures, differences, names of functions, the menu's words.
import { describe, expect, it } from '@jest/globals';
import { printedPreview } from '../../src/desk/run/report';
import { preview } from '../../src/desk/run/runner';
import * as main from '../../src/main';
import { initialOrders } from '../../src/stages/stages';
import { TRADING_MENU } from '../../src/ui/menu';
import { changesBetween } from '../../src/ui/pages/changes';
import { duration, percent, reais } from '../../src/ui/pages/figures';
import { isRepeated, say, sayFigures } from '../../src/ui/pages/said';
import { CALLED } from '../../src/ui/pages/script';
import { wordsOf } from '../../src/ui/pages/words';
import { stageTitle } from '../../src/ui/titles';
import { ALFA, trade, workedDay } from '../fixtures/workedDay';
import { builtPages } from './browser';

describe('what the stages say, on a page', () => {
  it('has the names of its figures in the desk’s language', () => {
    const desk = workedDay();
    const shown = printedPreview(preview(desk.services, initialOrders()), 'pt');
    const labels = shown.summary.facts.map(({ label }) => label);
    expect(labels).toEqual(['ETFs', 'ordens dos fundos', 'instruções', 'financeiro', 'ordens offshore']);
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
    const before = printedPreview(preview(desk.services, initialOrders()), 'pt');
    desk.book.fill('daily-trades', [trade(ALFA, 9_000_000)]);
    const after = printedPreview(preview(desk.services, initialOrders()), 'pt');
    const changes = changesBetween(before, after, wordsOf('pt').preview.difference, 'pt');
    expect(changes).toEqual([
      'ordens dos fundos: 3 → 1',
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
      'Primário: família temática',
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
