// Whatever is handed to a function of the bundle, it works or is refused in the desk's words: by a page, a trigger's event or a
// person in the editor. The desk is in memory; what only Google can do is left out.
import { describe, expect, it, jest } from '@jest/globals';
import { preview } from '../../src/desk/run/runner';
import type * as Main from '../../src/main';
import { initialOrders } from '../../src/stages/stages';
import { effort, share } from '../effort';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { set } from '../fixtures/badBooks';
import { workedDay } from '../fixtures/workedDay';

let desk: MemoryDesk = workedDay();
const nothing = () => undefined;

jest.mock('../../src/google/services', () => ({ createServices: () => desk.services }));
jest.mock('../../src/google/charts', () => ({ drawCharts: nothing }));
jest.mock('../../src/google/setUpDesk', () => ({
  setUpDesk: () => ({ tabs: [], upgrades: [], sample: null, problems: [], checks: [], asked: [], user: '' }),
  setUpTabs: () => ({ tabs: [], warehouse: false }),
  giveToken: () => [],
}));
jest.mock('../../src/google/triggers', () => ({
  runner: () => null,
  retire: () => false,
  startTicking: () => 'trader@desk.example',
  stopTicking: nothing,
}));
jest.mock('../../src/google/selfTest/selfTest', () => ({
  selfTest: () => ({ at: '', user: '', version: '', locale: '', items: [], left: [] }),
}));
jest.mock('../../src/google/selfTest/trigger', () => ({ fire: () => null }));
jest.mock('../../src/google/warehouse/history', () => ({ readHistory: () => [] }));
jest.mock('../../src/google/dialogs', () => {
  const menu = { addItem: nothing, addSeparator: nothing, addSubMenu: nothing, addToUi: nothing };
  return {
    createMenu: () => menu,
    say: nothing,
    confirm: () => true,
    ask: () => 'x',
    showTab: nothing,
    showDialog: nothing,
    showSidebar: nothing,
    showWindow: nothing,
    selectCell: nothing,
    standOn: nothing,
    hint: nothing,
  };
});
const main: typeof Main = jest.requireActual('../../src/main');

/** Of what may come first npm test tries one in six, second one in eighteen, another with each function; all by npm run test:all. */
const FIRST_OF = effort(6, 1);
const SECOND_OF = effort(18, 1);

const JUNK: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['undefined', undefined],
  ['0', 0],
  ['1.5', 1.5],
  ['a blank text', ''],
  ['a list', []],
  ['a list of null', [null]],
  ['an empty object', {}],
  ['an event of a trigger', { authMode: 'FULL', triggerUid: '7', 'day-of-month': 8 }],
  ['x', 'x'],
  ['NaN', Number.NaN],
  ['true', true],
  ['a word of JavaScript', '__proto__'],
  ['a million letters', 'x'.repeat(1_000_000)],
  ['a request of a number', { stage: 7, scope: 7, settings: 7, code: 7, reason: {} }],
  ['a request of no stage', { stage: 'constructor' }],
  ['a cancellation of a list', { stage: 'cancel', asset: [], reason: null }],
  ['settings of numbers', { settings: { tolerance: 5, constructor: null } }],
];

/** What a call came to: an answer, or the sentence of its exception; anything else of an exception is the desk's own fault. */
function outcomeOf(name: string, args: readonly unknown[]): string {
  const call: unknown = Reflect.get(main, name);
  if (typeof call !== 'function') return 'no function';
  try {
    Reflect.apply(call, undefined, args);
    return 'answered';
  } catch (error) {
    if (!(error instanceof Error)) return `threw ${String(error)}`;
    // A door throws a plain Error with its sentence: whatever JavaScript itself throws has a name of its own.
    return error.name === 'Error' && error.constructor === Error
      ? 'refused'
      : `${error.name}: ${error.message} ${error.stack?.split('\n')[1]}`;
  }
}

const names = Object.keys(main).filter((name) => typeof Reflect.get(main, name) === 'function');
const GOOD = new Set(['answered', 'refused']);

describe('every function of the bundle', () => {
  it('is tried', () => {
    expect(names.length).toBeGreaterThan(45);
  });

  it.each(names)('%s: takes or refuses in words whatever it is given', (name) => {
    const own = names.indexOf(name);
    const firsts = JUNK.filter((_, at) => (at + own) % FIRST_OF === 0).map(([, first]) => [first]);
    // What comes second counts only beside a first that is right; a menu item takes nothing.
    const seconds = name.startsWith('menu')
      ? []
      : JUNK.filter((_, at) => (at + own) % SECOND_OF === 0).flatMap(([, second]) => [
          [null, second],
          [{ stage: 'initial' }, second, second],
        ]);
    for (const args of [...firsts, ...seconds]) {
      desk = workedDay();
      const outcome = outcomeOf(name, args);
      const given = args.map(shown);
      expect([name, given, GOOD.has(outcome) ? '' : outcome]).toEqual([name, given, '']);
    }
  });

  it.each(names)('%s: does so on an empty book and after the orders went out', (name) => {
    for (const junk of share([{}, null, 'x'], 3)) {
      desk = workedDay();
      for (const [tab, [header = []]] of desk.book.tabs) desk.book.tabs.set(tab, [[...header]]);
      const empty = outcomeOf(name, [junk, junk, junk]);
      desk = workedDay();
      main.runInitialOrders();
      const opened = outcomeOf(name, [junk, junk, junk]);
      expect([name, shown(junk), empty, opened].filter((each) => !GOOD.has(each))).toEqual([
        name,
        shown(junk),
      ]);
    }
  });
});

/** The beginning of a long one: as JSON the whole million is gone through. */
const shown = (value: unknown): string =>
  (JSON.stringify(typeof value === 'string' ? value.slice(0, 80) : value) ?? 'undefined').slice(0, 80);

describe('the functions that a desk knows by name, rightly called', () => {
  it('take what is left out, null and a blank as the same', () => {
    for (const args of [[], [null], [undefined]]) {
      desk = workedDay();
      expect(main.runInitialOrders().status).toBe('applied');
      expect(Reflect.apply(main.runPrimaryCalculation, undefined, args)).toMatchObject({
        stage: 'primary',
        scope: 'all',
      });
      expect(Reflect.apply(main.executeDailyTradingWorkflow, undefined, args)).toHaveProperty('runs');
    }
  });

  it('refuse in the desk’s language what is of another kind', () => {
    desk = workedDay();
    set('DESK_LANGUAGE', 'pt')(desk);
    const call = (...args: unknown[]) => Reflect.apply(main.importFiles, undefined, args);
    expect(() => call(7)).toThrow('fundsJson: era esperado um texto, e não 7');
    expect(() => call(null, [])).toThrow('tradesCsv: era esperado um texto, e não uma lista');
    expect(() => Reflect.apply(main.cancelOrders, undefined, ['HASH11'])).toThrow(
      'wish: era esperado um objeto, e não "HASH11"',
    );
    expect(() => Reflect.apply(main.applyStage, undefined, [{ stage: 'initial' }])).toThrow(
      'hash: era esperado um texto, e não undefined',
    );
  });

  it.each([
    ['previewStage', [{ stage: 'primary', family: 'crypto' }], 'family', 'request'],
    ['applyStage', [{ stage: 'primary', Scope: 'crypto' }, 'x'], 'Scope', 'request'],
    ['compareSettings', [{ stage: 'primary', scope: 'all', rounding: 'down' }], 'rounding', 'request'],
    ['previewStage', [{ stage: 'correct', day: '2024-11-07' }], 'day', 'correct'],
    ['overrideUnits', [{ asset: 'HASH11', fund: 'ALFA', units: 1, reason: 'x' }], 'fund', 'units'],
    ['acceptOdd', [{ code: 'odd-inav', asset: 'HASH11', reason: 'x' }], 'asset', 'odd'],
  ])('%s refuses by name what it would leave out, and does nothing', (name, args, stranger, what) => {
    desk = workedDay();
    main.runInitialOrders();
    const before = JSON.stringify([...desk.book.tabs]);
    const call = () => Reflect.apply(Reflect.get(main, name), undefined, args);
    expect(call).toThrow(`"${stranger}" is nothing that ${what} knows; use `);
    expect(JSON.stringify([...desk.book.tabs])).toBe(before);
    set('DESK_LANGUAGE', 'pt')(desk);
    expect(call).toThrow(`"${stranger}" não é nada que ${what} conheça; use `);
  });

  it('apply what was shown, as its page asks for it', () => {
    desk = workedDay();
    const { hash } = preview(desk.services, initialOrders());
    expect(hash).not.toBeNull();
    expect(main.applyStage({ stage: 'initial' }, hash ?? '').status).toBe('applied');
  });
});
