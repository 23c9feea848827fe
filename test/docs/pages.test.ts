// What the pages name is there, and the README stays a page that people read to its end.
import { describe, expect, it } from '@jest/globals';
import { STAGE_NAMES, stageRow } from '../../src/domain/stage';
import { TABLES } from '../../src/google/warehouse/tables';
import { VIEWS } from '../../src/google/warehouse/views';
import { headingsOf, isThere, linksIn, PAGES, placesIn, textOf } from './pages';

describe('every page', () => {
  it.each(PAGES)('%s names files that exist', (page) => {
    expect(placesIn(page).filter((path) => !isThere(path))).toEqual([]);
  });

  it.each(PAGES)('%s links to pages and headings that exist', (page) => {
    const dead = linksIn(page).filter(
      ({ file, heading }) => !isThere(file) || (heading !== null && !headingsOf(file).includes(heading)),
    );
    expect(dead).toEqual([]);
  });

  it.each(PAGES)('%s names no place on somebody’s machine', (page) => {
    expect(textOf(page).match(/(?<![\w.])\/(?:work|home|root|tmp|Users)\/\S*|[A-Z]:\\\S+/g) ?? []).toEqual(
      [],
    );
  });

  it('is reached from the README by links', () => {
    const reached = new Set<string>(['README.md']);
    for (const page of reached)
      for (const { file } of linksIn(page)) if (file.endsWith('.md') && isThere(file)) reached.add(file);
    expect(PAGES.filter((page) => !reached.has(page))).toEqual([]);
  });
});

describe('the README', () => {
  const readme = textOf('README.md');

  it('has at most 250 lines', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(251);
  });

  it('says before anything is run what has not been tried', () => {
    expect(readme.indexOf('was never reached')).toBeGreaterThan(0);
    expect(readme.indexOf('was never reached')).toBeLessThan(readme.indexOf('npm start'));
  });

  it('has a translation for the desk that calls the menu what the menu is called', () => {
    const [, day = ''] = textOf('README.pt-BR.md').split('## O dia\n');
    const items = [...day.matchAll(/^\| [^|]+ \| ([^|]+) \|/gm)].flatMap(([, names = '']) =>
      names.split(', '),
    );
    expect(items.length).toBeGreaterThan(5);
    const menu = items.filter((name) => name !== 'menu' && !/^-+$/.test(name));
    expect(menu.filter((name) => !readme.includes(`| ${name}`))).toEqual([]);
  });

  it('names the function of every stage that has one', () => {
    const functions = STAGE_NAMES.flatMap((name) => stageRow(name).calls ?? []);
    expect(functions.filter((name) => !readme.includes(`\`${name}(`))).toEqual([]);
  });

  it.each(['TradingWorkflowManager', 'TradeAllocationCalculator', 'AllocationSolver', 'TradingAPIManager'])(
    'says where %s is',
    (name) => {
      expect(readme).toMatch(new RegExp(`^\\| \`${name}\` .*\`src/`, 'm'));
    },
  );
});

describe('docs/warehouse.md', () => {
  const page = textOf('docs/warehouse.md');
  /** What each row says it is about: names in its first cell. */
  const named = [...page.matchAll(/^\| ((?:`\w+`(?:, )?)+) \| [^|`]/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  );

  it('says of each table and view what it holds, once, and of none that is not there', () => {
    const all = [...TABLES, ...VIEWS].map(({ name }) => name);
    expect(named.slice().sort()).toEqual(all.sort());
  });
});
