// The bundle that clasp pushes: every export can be called, and nothing happens before it is.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MenuEntry, TRADING_MENU } from '../../src/ui/menu';

interface Made {
  readonly out: string;
  readonly names: readonly string[];
  readonly bytes: number;
  readonly files: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
/** Jest has no ES modules by default: a Node of its own runs the bundler. */
function bundle(options: object): Made {
  const script = `import(${JSON.stringify(join(process.cwd(), 'build/bundle.mjs'))})
    .then(async ({ bundle }) => console.log(JSON.stringify(await bundle(${JSON.stringify(options)}))))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
}

/** As Apps Script loads it: no Node, no browser, no service. */
function load(out: string): Record<string, unknown> {
  const context = createContext({});
  runInContext(readFileSync(join(out, 'Code.js'), 'utf8'), context);
  return JSON.parse(
    runInContext(
      'JSON.stringify(Object.fromEntries(Object.getOwnPropertyNames(globalThis).filter((n) => Object.getOwnPropertyDescriptor(globalThis, n).enumerable).map((n) => [n, typeof globalThis[n]])))',
      context,
    ),
  );
}

afterAll(() => rmSync(folder, { recursive: true }));

describe('the desk’s own bundle', () => {
  let made: Made;
  beforeAll(() => {
    made = bundle({ out: join(folder, 'desk') });
  });

  it('loads without a service and has every export as a function at the top level', () => {
    const found = load(made.out);
    expect(made.names.length).toBeGreaterThan(0);
    for (const name of made.names) expect([name, found[name]]).toEqual([name, 'function']);
    expect(Object.keys(found).sort()).toEqual(['App', ...made.names].sort());
  });

  it('has the functions that a desk knows by name', () => {
    expect(made.names).toEqual(
      expect.arrayContaining([
        'onOpen',
        'runInitialOrders',
        'runPrimaryCalculation',
        'runAdjustmentCycle',
        'completeAdjustmentWorkflow',
        'checkAdjustmentStatus',
        'executeDailyTradingWorkflow',
      ]),
    );
  });

  it('has what each item of the menu calls', () => {
    const handlers = (entries: readonly MenuEntry[]): readonly string[] =>
      entries.flatMap((entry) =>
        entry.kind === 'item' ? [entry.handler] : entry.kind === 'menu' ? handlers(entry.entries) : [],
      );
    expect(handlers(TRADING_MENU).filter((name) => !made.names.includes(name))).toEqual([]);
  });

  it('uses no built-in that is younger than the engine that Apps Script promises: here they are all there', () => {
    const code = readFileSync(join(made.out, 'Code.js'), 'utf8');
    const younger = [
      /\.at\(-?\d/,
      /\.(replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|isWellFormed|toWellFormed)\(/,
      /\bObject\.(hasOwn|groupBy)\(/,
      /\bPromise\.(any|withResolvers)\(/,
      /\b(structuredClone|queueMicrotask|TextEncoder|TextDecoder|WeakRef)\(/,
    ];
    expect(younger.flatMap((pattern) => pattern.exec(code)?.[0] ?? [])).toEqual([]);
  });

  it('stays readable and far below the size at which a script loads slowly', () => {
    const code = readFileSync(join(made.out, 'Code.js'), 'utf8');
    expect(made.bytes).toBe(Buffer.byteLength(code));
    expect(made.bytes).toBeLessThan(2_000_000);
    expect(code).toContain('function onOpen() { return App.onOpen.apply(this, arguments); }');
    expect(code).not.toMatch(/\brequire\(|\bprocess\.|^\s*(import|export) /m);
  });

  it('carries the manifest and every page', () => {
    const pages = readdirSync('src/ui').filter((name) => name.endsWith('.html'));
    expect([...made.files].sort()).toEqual(['Code.js', 'appsscript.json', ...pages].sort());
    expect(readdirSync(made.out).sort()).toEqual([...made.files].sort());
  });
});

describe('any bundle', () => {
  const entry = join(folder, 'entry.ts');
  const out = join(folder, 'small');
  const scopes = (): readonly string[] =>
    JSON.parse(readFileSync(join(out, 'appsscript.json'), 'utf8')).oauthScopes;

  it('passes arguments and answers through', () => {
    writeFileSync(
      entry,
      'export const add = (a: number, b: number) => a + b;\nexport function who() { return this; }\n',
    );
    bundle({ entry, out });
    const context = createContext({});
    runInContext(readFileSync(join(out, 'Code.js'), 'utf8'), context);
    expect(runInContext('add(2, 3)', context)).toBe(5);
  });

  it('asks for the scope of Secret Manager only when it is built for it', () => {
    const wide = 'https://www.googleapis.com/auth/cloud-platform';
    writeFileSync(entry, 'declare const SECRET_MANAGER: boolean;\nexport const on = () => SECRET_MANAGER;\n');
    const answer = () => {
      const context = createContext({});
      runInContext(readFileSync(join(out, 'Code.js'), 'utf8'), context);
      return runInContext('on()', context);
    };
    bundle({ entry, out });
    expect([scopes().includes(wide), answer()]).toEqual([false, false]);
    bundle({ entry, out, secretManager: true });
    expect([scopes().includes(wide), answer()]).toEqual([true, true]);
  });

  it('leaves nothing of an earlier build behind', () => {
    writeFileSync(entry, 'export const a = 1;\n');
    bundle({ entry, out });
    writeFileSync(join(out, 'old.html'), 'old');
    bundle({ entry, out });
    expect(readdirSync(out)).not.toContain('old.html');
  });

  it('has no urlFetchWhitelist: the desk’s addresses are settings', () => {
    expect(JSON.parse(readFileSync(join(out, 'appsscript.json'), 'utf8'))).not.toHaveProperty(
      'urlFetchWhitelist',
    );
  });
});
