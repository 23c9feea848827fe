// Runs tests for build/mutation.mjs, in a process of its own: each test in a world evaluated afresh, with jest's own
// describe, it and expect, but without jest's seconds a start. Files are compiled once.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { compileFunction, constants } from 'node:vm';
import { transformSync } from 'esbuild';
import { expect } from 'expect';

const requireHere = createRequire(import.meta.url);
const circus = createRequire(requireHere.resolve('jest'))('jest-circus');
const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
const API = { describe, it, test, beforeAll, beforeEach, afterAll, afterEach, expect };
const NO_END = 2 ** 31 - 1; // milliseconds: whoever started this process has the patience

const stryker = {};
globalThis.__stryker__ = stryker; // where the instrumented code looks for the mutant it is to be
Object.assign(globalThis, API);

let code = {};
const compiled = new Map();
const packages = new Map();

const ENDINGS = ['', '.ts', '/index.ts', '.js', '.cjs', '.mjs', '.json'];
function fileOf(path) {
  const found = ENDINGS.map((ending) => path + ending).find(
    (name) => existsSync(name) && /\.\w+$/.test(name),
  );
  if (found === undefined) throw new Error(`no file ${path}`);
  return found;
}

function compile(file) {
  if (compiled.has(file)) return compiled.get(file);
  const held = code[relative('.', file)];
  const options = { loader: file.endsWith('.ts') ? 'ts' : 'js', format: 'cjs', target: 'node20' };
  const text = held ?? transformSync(readFileSync(file, 'utf8'), options).code;
  const run = compileFunction(text, ['module', 'exports', 'require', '__filename', '__dirname'], {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  compiled.set(file, run);
  return run;
}

function packageOf(from, name) {
  const key = `${dirname(from)} ${name}`;
  if (!packages.has(key)) packages.set(key, createRequire(from)(name));
  return packages.get(key);
}

/** A world in which every file of ours is evaluated at most once. */
function world(imports) {
  const modules = new Map();
  const load = (file) => {
    if (modules.has(file)) return modules.get(file).exports;
    if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
    const module = { exports: {} };
    modules.set(file, module);
    const requireFrom = (name) => {
      if (name === '@jest/globals') return API;
      if (!name.startsWith('.') && !isAbsolute(name)) return packageOf(file, name);
      const next = fileOf(resolve(dirname(file), name));
      imports?.push([file, next]);
      return load(next);
    };
    requireFrom.resolve = createRequire(file).resolve;
    compile(file)(module, module.exports, requireFrom, file, dirname(file));
    return module.exports;
  };
  return load;
}

let count = 0;
let wanted; // the numbers of the tests that are to run, until one fails; all without it
let isOver = false;
let onTest;
circus.addEventHandler((event) => {
  if (event.name === 'test_start') {
    const number = count++;
    if (isOver || wanted?.has(number) === false) event.test.mode = 'skip';
    else onTest?.(number);
  } else if (event.name === 'test_done' && wanted !== undefined && event.test.errors.length > 0)
    isOver = true;
  if (event.name === 'test_done' || event.name === 'test_skip') onTest?.(undefined);
});

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Runs a file's tests, or some of them, in a world of its own. Why they failed, by number; undefined is the file. */
async function runFile(file, numbers, imports) {
  circus.resetState();
  circus.setState({ ...circus.getState(), testTimeout: NO_END });
  expect.setState({ testPath: resolve(file) });
  count = 0;
  wanted = numbers && new Set(numbers);
  isOver = false;
  const load = world(imports);
  try {
    load(resolve('test/setup.ts'));
    const { configureGlobal, readConfigureGlobal } = packageOf(resolve(file), 'fast-check');
    configureGlobal({ ...readConfigureGlobal(), endOnFailure: true }); // a smaller counterexample is of no use here
    load(resolve(file));
    const { testResults, unhandledErrors } = await circus.run();
    const failed = testResults.flatMap(({ errors }, at) =>
      errors.length > 0 ? [[at, String(errors[0])]] : [],
    );
    if (unhandledErrors.length > 0) failed.push([undefined, String(unhandledErrors[0])]);
    return { tests: testResults.length, failed };
  } catch (error) {
    return { tests: 0, failed: [[undefined, String(error?.stack ?? error)]] };
  }
}

/** What each test of a file reaches, what it takes in seconds of the processor, and which files it imports itself. */
async function look({ file }) {
  stryker.activeMutant = undefined;
  stryker.hitCount = undefined;
  stryker.mutantCoverage = { static: {}, perTest: {} };
  const spent = [];
  let begun = cpu();
  let current;
  stryker.currentTestId = 'file';
  onTest = (number) => {
    if (number === undefined && current !== undefined) spent[current] = cpu() - begun;
    if (number !== undefined) process.send({ trying: `${file} #${number}` });
    begun = cpu();
    current = number;
    stryker.currentTestId = number === undefined ? 'file' : `#${number}`;
  };
  const imports = [];
  const { tests, failed } = await runFile(file, undefined, imports);
  onTest = undefined;
  const direct = imports.flatMap(([from, to]) => (from === resolve(file) ? [relative('.', to)] : []));
  return { file, tests, failed, spent, direct, reached: stryker.mutantCoverage.perTest };
}

const sound = new Map(); // whether these tests of a file pass without a mutant and without the others
async function pass(file, numbers) {
  const key = `${file} ${numbers.join()}`;
  if (!sound.has(key)) sound.set(key, (await runFile(file, numbers)).failed.length === 0);
  return sound.get(key);
}

/** Runs some tests of files, one file after the other, as that mutant, until one fails. */
async function tryMutant({ id, groups, hitLimit }) {
  const begun = cpu();
  let tried = 0;
  for (const { file, numbers } of groups) {
    onTest = (number) => {
      if (number === undefined) return;
      tried++;
      process.send({ trying: `${file} #${number}` });
    };
    process.send({ trying: file });
    Object.assign(stryker, { activeMutant: id, hitCount: 0, hitLimit, currentTestId: undefined });
    const { failed } = await runFile(file, numbers);
    const endless = stryker.hitCount > hitLimit;
    Object.assign(stryker, { activeMutant: undefined, hitCount: undefined });
    onTest = undefined;
    if (failed.length === 0 || !(await pass(file, numbers))) continue;
    const [number, why] = failed[0];
    return {
      status: endless ? 'timed out' : 'killed',
      by: { file, number, why },
      tried,
      seconds: cpu() - begun,
    };
  }
  return { status: 'survived', tried, seconds: cpu() - begun };
}

const ACTIONS = { look, tryMutant };
process.on('message', async ({ plan, action, ...what }) => {
  if (plan !== undefined) code = JSON.parse(readFileSync(plan, 'utf8'));
  else process.send({ done: await ACTIONS[action](what) });
});
process.on('disconnect', () => process.exit());
