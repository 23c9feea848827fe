// What the pages say without a browser: figures, differences, names of functions, the menu's words.
import { describe, expect, it } from '@jest/globals';
import { preview } from '../../src/desk/run/runner';
import { LANGUAGES } from '../../src/language/language';
import { msg } from '../../src/language/message';
import { print } from '../../src/language/print';
import * as main from '../../src/main';
import { initialOrders } from '../../src/stages/stages';
import { isRepeated, shownPreview } from '../../src/ui/doors/preview';
import { type MenuEntry, TRADING_MENU } from '../../src/ui/menu';
import { changesBetween } from '../../src/ui/pages/changes';
import { duration, kilobytes, percent, reais } from '../../src/ui/pages/figures';
import { CALLED } from '../../src/ui/pages/script';
import { stageTitle } from '../../src/ui/titles';
import { PAGES, pageWords } from '../../src/ui/words';
import { PREVIEW } from '../../src/ui/words/preview';
import { ALFA, trade, workedDay } from '../fixtures/workedDay';
import { builtPages } from './browser';

describe('a preview, as its dialog gets it', () => {
  const shown = (language: 'en' | 'pt') =>
    shownPreview(preview(workedDay().services, initialOrders()), language);

  it('has the names of its figures in the desk’s language', () => {
    expect(shown('pt').summary.facts.map(({ label }) => label)).toEqual([
      'ETFs',
      'ordens dos fundos',
      'instruções',
      'financeiro',
      'ordens offshore',
    ]);
  });

  it('says on its button what it will do', () => {
    expect([shown('en').confirm, shown('pt').confirm]).toEqual([
      'Send 1 mail and write 3 tabs',
      'Enviar 1 e-mail e gravar 3 abas',
    ]);
  });

  it('leaves its headline out where the figures below say the same with their names', () => {
    const facts = [
      { label: msg('instructions'), value: msg('{n}', { n: 29 }) },
      { label: msg('notional'), value: msg('{money}', { money: 100_000 }) },
    ];
    const headline = msg('{money} ({fairbps} bps): {fund}, {side} {code}', {
      money: 100_000,
      fairbps: 29,
      fund: 'ALFA',
      side: 'BUY',
      code: 'HASH11',
    });
    expect(isRepeated({ headline, facts })).toBe(true);
    expect(isRepeated({ headline, facts: facts.slice(1) })).toBe(false);
    expect(isRepeated({ headline: msg('held'), facts })).toBe(false);
  });
});

describe('figures', () => {
  it('are written as the language writes them, and all of it is done only when all of it is done', () => {
    expect([reais(-194_000.4, 'pt'), reais(-194_000.4, 'en')]).toEqual(['−194.000', '−194,000']);
    expect([0.99996, 1, 1.0153, 0].map((part) => percent(part, 'pt'))).toEqual([
      '99,9%',
      '100,0%',
      '101,5%',
      '0,0%',
    ]);
    expect(percent(1.0153, 'en')).toBe('101.5%');
    expect(kilobytes('x'.repeat(1229))).toBe(1.2);
  });

  it('count down in seconds once these matter', () => {
    expect([7500, 1200, 549, 59].map(duration)).toEqual(['2 h 05 min', '20 min', '9 min 09 s', '59 s']);
  });
});

describe('a plan that changed', () => {
  it('is described by what is different, the figures first', () => {
    const desk = workedDay();
    const look = (language: 'en' | 'pt') => shownPreview(preview(desk.services, initialOrders()), language);
    const before = look('en');
    desk.book.fill('daily-trades', [trade(ALFA, 9_000_000)]);
    const after = look('en');
    expect(changesBetween(before, after, PREVIEW, 'en')).toEqual([
      'intents: 3 → 1',
      'notional: R$ 12,300,000.00 → R$ 9,000,000.00',
      'the mail to mesa@aurora.example reads differently',
      'order-intents: 3 → 1 row',
    ]);
    expect(changesBetween(after, after, PREVIEW, 'en')).toEqual([]);
  });

  it('has a warning only where it is another one, whatever its figures', () => {
    const desk = workedDay();
    const look = () => shownPreview(preview(desk.services, initialOrders()), 'en');
    const before = look();
    const [first] = before.warnings;
    if (!first) throw new Error('the worked day warns of nothing');
    const others = { ...before, warnings: [{ ...first, text: `${first.text} 9` }] };
    expect(changesBetween(before, others, PREVIEW, 'en')).toEqual([]);
    const news = { ...before, warnings: [{ ...first, key: 'another' }] };
    expect(changesBetween(before, news, PREVIEW, 'en')).toEqual([`new warning: ${first.text}`]);
  });
});

describe('names', () => {
  const handlers = (entries: readonly MenuEntry[]): readonly string[] =>
    entries.flatMap((entry) =>
      entry.kind === 'menu' ? handlers(entry.entries) : entry.kind === 'item' ? [entry.handler] : [],
    );

  it('that menus and pages call are all exported', () => {
    const missing = [...handlers(TRADING_MENU), ...Object.keys(CALLED)].filter(
      (name) => typeof Reflect.get(main, name) !== 'function',
    );
    expect(missing).toEqual([]);
  });

  it('of stages stand over their dialogs in both languages, with any family', () => {
    const title = stageTitle({ stage: 'primary', scope: 'crypto' });
    expect(LANGUAGES.map((language) => print(title, language)).sort()).toEqual([
      'Primary units: crypto',
      'Primário: família crypto',
    ]);
  });
});

describe('the pages', () => {
  const built = builtPages();

  it('are one file each: nothing is loaded, and no template literal can be taken for a comment', () => {
    expect(Object.keys(built).sort()).toEqual(
      Object.keys(PAGES)
        .map((page) => `${page}.html`)
        .sort(),
    );
    for (const [name, html] of Object.entries(built)) {
      expect([name, html.match(/<link|src=|@import|url\(|`/g)]).toEqual([name, null]);
      const asked = ['<?= language ?>', '<?= words ?>', '<?= request ?>'];
      expect([name, html.match(/<\?[^>]*\?>/g)]).toEqual([name, asked]);
    }
  });

  it('carry no catalogue: each script is below 50 KB, and no word of any page stands in one', () => {
    const leaves = (words: object): readonly string[] =>
      Object.values(words).flatMap((word) => (typeof word === 'string' ? [word] : leaves(word)));
    for (const [name, html] of Object.entries(built)) {
      const script = [...html.matchAll(/<script>\n([\s\S]*?)<\/script>/g)].map(([, text]) => text).join('');
      expect([name, Buffer.byteLength(script) < 50_000]).toEqual([name, true]);
      const said = Object.values(PAGES)
        .flatMap(leaves)
        .filter((word) => word.includes(' ') && script.includes(word));
      expect([name, said]).toEqual([name, []]);
    }
  });

  it('are handed their words in the desk’s language, with the holes that they fill themselves', () => {
    expect(pageWords('Preview', 'pt')).toMatchObject({
      warnings: '{n} {n|aviso|avisos}',
      mail: { to: 'Para' },
    });
  });
});
