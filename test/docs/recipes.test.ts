// The recipes work: each is carried out as it is written, and what it says of a forgotten step comes true.
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nextSteps } from '../../src/desk/schedule/nextSteps';
import { initialOrders, primaryUnits } from '../../src/stages/stages';
import { familyChoices } from '../../src/ui/doors/families';
import { rest } from '../effort';
import { apply } from '../fakes/run';
import { DEFI11, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, HASH11, trade } from '../fixtures/workedDay';
import { editsOf, type Forgotten, forgottenIn, openWorkshop, recipe, type Workshop } from './workshop';

const NAMES = readdirSync('docs/recipes')
  .map((file) => file.replace(/\.md$/, ''))
  .filter((name) => name !== 'README');

/** Carried out by typing what they show; the others tell of places, which test/docs/pages.test.ts looks up. */
const TYPED = ['setting', 'column', 'tab', 'check', 'sentence', 'stage', 'broker-file', 'view'];

const opened: Workshop[] = [];
const workshop = (): Workshop => {
  const one = openWorkshop();
  opened.push(one);
  return one;
};
afterAll(() => {
  for (const each of opened) each.remove();
});

const toldBy = (name: string, command: string): readonly Forgotten[] =>
  forgottenIn(recipe(name)).filter((row) => row.command === command && row.step !== null);

describe('every recipe', () => {
  it.each(NAMES)('%s says what a forgotten step leads to', (name) => {
    expect(recipe(name)).toMatch(/^\| forgotten \| says so \| with \|$/m);
  });

  it.each(TYPED)('%s shows what to type, in as many files as the list of recipes says', (name) => {
    const files = new Set(editsOf(recipe(name)).map(({ file }) => file));
    expect(files.size).toBeGreaterThan(1);
    expect(recipe('README')).toMatch(new RegExp(`\\(${name}\\.md\\) \\| ${files.size} \\|`));
  });
});

describe('all recipes, carried out in one copy of the source', () => {
  let copy: Workshop;
  beforeAll(() => {
    copy = workshop();
    copy.carryOut(TYPED.flatMap((name) => editsOf(recipe(name))));
  });

  it('compile, and are written as the house writes', () => {
    expect(copy.typecheck()).toBe('');
    expect(copy.lint()).toBe('');
  });

  it('are missed by the tables of docs until these are written again', () => {
    const before = copy.readme('--check');
    const rows = TYPED.flatMap((name) => toldBy(name, 'npm run readme -- --check'));
    expect(rows.length).toBeGreaterThan(3);
    for (const { message } of rows)
      for (const part of message.split(/(?<=\.md): /)) expect(before).toContain(part.replace(/:$/, ''));
    expect(copy.readme()).toBe('');
    expect(copy.readme('--check')).toBe('');
    expect(copy.read('docs/settings.md')).toContain('| `min_nav_checked` | NAV in BRL below which');
    expect(copy.read('docs/tabs.md')).toContain('| `fund_count` | INT64 | how many funds it adds up |');
  });

  it('behave: the setting is read as it was typed and explained in both languages, the new file is a file', () => {
    const said = copy.run(
      `import { print } from './src/language/print';
       import { csv } from './src/messages/csv';
       import { readTable } from './src/sheets/read';
       import { readSettings, settingRows } from './src/sheets/settings';
       import { settingsTab } from './src/sheets/tabs';
       const { table } = readTable(settingsTab, [['key', 'value'], ['min_nav_checked', '1.000.000,00']]);
       const row = settingRows().find(({ key }) => key === 'min_nav_checked');
       console.log(JSON.stringify([
         readSettings(table).settings.minNavChecked,
         row && print(row.meaning, 'en'),
         row && print(row.meaning, 'pt'),
         csv(['fund', 'average_price'], [['Fundo|A', { decimal: '62.40000000' }]], 'bars'),
       ]));`,
    );
    expect(JSON.parse(said)).toEqual([
      100_000_000,
      'NAV in BRL below which the check on it is left out. Default: 0',
      'PL em R$ abaixo do qual não há essa verificação. Padrão: 0',
      'fund|average_price\n"Fundo|A"|62.40000000\n',
    ]);
  });
});

// The compiler reads the whole source for each of these: by npm run test:all alone. That the recipes as they stand compile is seen above.
rest(() => {
  describe('a step that is forgotten', () => {
    const told = TYPED.map((name) => ({ name, rows: toldBy(name, 'npm run typecheck') }));
    const rounds = Math.max(...told.map(({ rows }) => rows.length));

    // One step of each recipe at a time: what one lacks says nothing of another.
    it.each(Array.from({ length: rounds }, (_, round) => round + 1))(
      'is found by the compiler, in the words that the recipe says (%d)',
      (round) => {
        const copy = workshop();
        const left = told.flatMap(({ name, rows }) => {
          const row = rows[round - 1];
          return row === undefined ? [] : [{ name, ...row }];
        });
        copy.carryOut(
          left.flatMap(({ name, step: without }) =>
            editsOf(recipe(name)).filter(({ step }) => step !== without),
          ),
        );
        const output = copy.typecheck();
        expect(left.filter(({ message }) => !output.includes(message))).toEqual([]);
      },
    );
  });

  describe('a language', () => {
    it('is missed by the compiler in every file that the recipe lists, and in no other', () => {
      const copy = workshop();
      copy.carryOut(editsOf(recipe('language')));
      const named = [...copy.typecheck().matchAll(/^(src\/\S+?)\(/gm)].map(([, file = '']) => file);
      const listed = [...recipe('language').matchAll(/^ +\| `(src\/[^`]+)` \|/gm)].map(
        ([, file = '']) => file,
      );
      expect([...new Set(named)].sort()).toEqual(listed.sort());
    });
  });
});

describe('an ETF of a family that nobody knew', () => {
  it('is asked for, scheduled and run as soon as it stands in the tab: no code, as the recipe says', () => {
    const desk = twoFamilies();
    const { book, services, world } = desk;
    const [hash] = book.records('etfs');
    const bond = { ...hash, asset: 'BOND11', family: 'Renda Fixa', primary_cutoff: '11:45' };
    book.fill('etfs', [...book.records('etfs'), bond]);
    book.fill(
      'fund-stats',
      book.records('fund-stats').map((row) => ({ ...row, onshore_assets: 'HASH11, DEFI11, BOND11' })),
    );
    book.fill('daily-trades', [trade(ALFA, 10_000_000), trade(ALFA, 3_000_000, 'BUY', 'BOND11')]);
    world.quotes = [HASH11, DEFI11, { ...HASH11, asset: 'BOND11', inav: 10, sharesPerUnit: 100_000 }];
    expect(apply(services, initialOrders()).status).toBe('applied');

    expect(familyChoices(services).map(({ family }) => family)).toEqual([
      'nasdaq',
      'renda fixa',
      'thematics',
    ]);
    expect(nextSteps(services).steps.map(({ name }) => name.replace(/^primary./, ''))).toContain(
      'renda fixa',
    );
    expect(apply(services, primaryUnits('RENDA FIXA', true)).status).toBe('applied');
    expect(
      book.records('primary-requests').map(({ family, asset, units }) => [family, asset, units]),
    ).toEqual([['renda fixa', 'BOND11', 3]]);
    const misspelt = apply(services, primaryUnits('renda fix', true));
    expect(misspelt.problems.join()).toContain('renda fixa');
  });
});
