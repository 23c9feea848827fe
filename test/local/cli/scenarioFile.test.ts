// What a scenario file may say, and how it is told what it may not.
import { describe, expect, it } from '@jest/globals';
import { readScenario } from '../../../src/local/cli/scenarioFile';
import { fromSaoPaulo } from '../../../src/local/host/clock';
import { SAMPLE_DATE } from '../../../src/local/market';

const read = (more: object) => readScenario(JSON.stringify({ name: 'n', steps: [], ...more }));
const refusal = (more: object): string => {
  try {
    read(more);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'it was read';
};

describe('a scenario file', () => {
  it('needs a name and steps; the rest is the sample day on an empty book in English', () => {
    expect(read({})).toMatchObject({
      date: SAMPLE_DATE,
      base: 'empty',
      consumer: true,
      language: 'en',
      tabs: {},
      feeds: [],
    });
    expect(() => readScenario('{}')).toThrow('name: is missing\nsteps: is missing');
    expect(() => readScenario('{,}')).toThrow('not JSON');
  });

  it.each([
    [{ nam: 1 }, 'nam: unknown key'],
    [{ steps: [{ at: '10:15', cal: 'tick' }] }, 'steps[0].cal: unknown key'],
    [
      { steps: [{ at: '10:15', call: 'tick', fault: { call: 1, how: 'throw', serv: 'x' } }] },
      'steps[0].fault.serv: unknown key',
    ],
    [{ feeds: [{ at: '10:15', fils: [] }] }, 'feeds[0].fils: unknown key'],
    [{ feeds: [{ at: '10:15', fills: [{ quantity: 1 }] }] }, 'feeds[0].fills[0].quantity: unknown key'],
    [{ feeds: [{ at: '10:15', quotes: { HASH11: { nav: 1 } } }] }, 'feeds[0].quotes.HASH11.nav: unknown key'],
    [{ feeds: [{ at: '10:15', inav: { status: 200, text: '' } }] }, 'feeds[0].inav.text: unknown key'],
  ])('names a key that it does not know: %j', (more, message) => {
    expect(refusal(more)).toBe(message);
  });

  it('names every fault at once', () => {
    expect(
      refusal({ base: 'full', date: '2024-02-30', steps: [{ at: '7', call: 'tick' }] }).split('\n'),
    ).toEqual([
      'date: is no date: write "2024-11-08"',
      'base: "full" is not ("sample" | "empty")',
      'steps[0].at: is no time of day: write "10:15"',
    ]);
  });

  it.each([
    [[{ at: '10:15' }], 'steps[0]: does nothing: write call, tabs or cell'],
    [[{ at: '10:15', tabs: {}, user: 'a@desk.example' }], 'steps[0]: has args, user or fault, but no call'],
    [[{ at: '10:15', call: 'tick', fault: { call: 0, how: 'throw' } }], 'steps[0].fault.call: counts from 1'],
    [[{ at: '10:15', call: 'tick', user: 'ana' }], 'steps[0].user: is no e-mail address'],
    [
      [
        { at: '10:15', call: 'tick' },
        { at: '10:14', call: 'tick' },
      ],
      `steps[1].at: ${SAMPLE_DATE} 10:14 is before the step above it; time never goes back`,
    ],
  ])('refuses a step that cannot be meant: %j', (steps, message) => {
    expect(refusal({ steps })).toBe(message);
  });

  it('refuses a feed that gives nothing', () => {
    expect(refusal({ feeds: [{ at: '10:15', date: '2024-11-08' }] })).toBe(
      'feeds[0]: does nothing: write fills, quotes, executions or inav',
    );
  });

  it('drops nothing that it reads: a key that stands twice is named with the line of its object', () => {
    const text =
      '{ "name": "n", "steps": [],\n "tabs": { "etfs": [\n { "asset": "A", "asset": "B\u2028" } ] },\n "steps": [] }';
    expect(() => readScenario(text)).toThrow(
      '"steps" stands twice in the object that begins in line 1; keep one\n' +
        '"asset" stands twice in the object that begins in line 3; keep one',
    );
    expect(() =>
      readScenario('{ "name": "n", "steps": [], "tabs": { "__proto__": [], "__proto__": [] } }'),
    ).toThrow('"__proto__" stands twice');
    expect(() => readScenario('{ "name": "n", "steps": [], "\\u0073teps": [] }')).toThrow(
      '"steps" stands twice',
    );
  });

  it('takes any scalar for a cell and nothing else', () => {
    const row = { a: 'text', b: 1.5, c: true, d: null };
    expect(read({ tabs: { etfs: [row] } }).tabs).toEqual({ etfs: [row] });
    expect(refusal({ tabs: { etfs: [{ a: [1] }] } })).toBe(
      'tabs.etfs[0].a: is no text, number, true, false or null',
    );
  });

  it('keeps a step on the day of the step before it', () => {
    const { steps } = read({
      date: '2024-11-08',
      steps: [
        { at: '18:30', call: 'tick' },
        { at: '10:15', date: '2024-11-11', call: 'tick' },
        { at: '10:20', call: 'tick' },
      ],
    });
    expect(steps.map(({ moment }) => moment)).toEqual(
      ['2024-11-08T18:30', '2024-11-11T10:15', '2024-11-11T10:20'].map(fromSaoPaulo),
    );
  });
});
