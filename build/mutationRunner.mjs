// Runs the solver's tests for Stryker without jest's two seconds a mutant: test/solver is bundled once, and the bundle
// is evaluated anew for each mutant, so that none sees what another left behind. The tests that took least go first,
// and the first that fails, or does not end, ends the run.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { expect } from 'expect';

const PASSED = 0;
const FAILED = 1;
const PATIENCE = 2_000; // milliseconds for a test that takes next to none
const SPENT = 'spent.json'; // of the first run, in the sandbox, for the processes that did not run it
const CALL = new Script('strykerTest()');

/** Milliseconds of the processor. */
function spentSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Runs a test for so many milliseconds at most; longer on a machine so busy that it had less than a third of them. */
function runWithin(limit, body, wait = limit) {
  if (limit === Infinity) return body();
  globalThis.strykerTest = body;
  const before = process.cpuUsage();
  try {
    return CALL.runInThisContext({ timeout: wait });
  } catch (error) {
    if (error?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    if (spentSince(before) > limit / 3) throw error;
    return runWithin(limit, body, 4 * wait);
  }
}

class SolverRunner {
  #counted;
  #plain;
  #spent; // milliseconds of the processor by test, when nothing was mutated
  #state = {};
  #require = createRequire(resolve('package.json'));

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    globalThis.__stryker__ = this.#state; // where the instrumented code looks for the mutant it is to be
    const files = readdirSync('test/solver').filter((name) => name.endsWith('.test.ts'));
    const loads = files.sort().map((name) => `enter('${name}'); require('./${name}');`);
    const { outputFiles } = await build({
      stdin: {
        contents: `require('../setup');\n${loads.join('\n')}`,
        resolveDir: resolve('test/solver'),
      },
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      external: ['fast-check'],
      logLevel: 'error',
    });
    const { text } = outputFiles[0];
    const scriptOf = (body) =>
      new Script(`(require, enter, describe, it, expect) => {${body}\n}`, { filename: 'test/solver.cjs' });
    this.#counted = scriptOf(text);
    // What each test reaches is counted in the first run alone: it takes several times as long as the tests.
    this.#plain = scriptOf(text.replaceAll(/function stryCov_\w+\(\) \{/g, '$& return;'));
  }

  /** The tests by name, in the order of the files. */
  #load(script) {
    const tests = new Map();
    const path = [];
    let fileName;
    const enter = (name) => {
      fileName = resolve('test/solver', name);
    };
    const describe = (name, body) => {
      path.push(name);
      body();
      path.pop();
    };
    const it = (name, body) => {
      const id = [...path, name].join(' ');
      if (tests.has(id)) throw new Error(`two tests are called ${id}`);
      tests.set(id, { body, fileName });
    };
    script.runInThisContext()(this.#require, enter, describe, it, expect);
    const { configureGlobal, readConfigureGlobal } = this.#require('fast-check');
    configureGlobal({ ...readConfigureGlobal(), endOnFailure: true }); // a smaller counterexample is of no use here
    return tests;
  }

  async #run(id, { body, fileName }, patience = Infinity) {
    const start = performance.now();
    const before = process.cpuUsage();
    let outcome = { status: PASSED };
    this.#state.currentTestId = id;
    try {
      await runWithin(patience, body);
    } catch (error) {
      const isEndless = error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
      outcome = { isEndless, status: FAILED, failureMessage: String(error?.stack ?? error) };
    }
    this.#state.currentTestId = undefined;
    const timeSpentMs = performance.now() - start;
    return { id, name: id, fileName, timeSpentMs, spent: spentSince(before), ...outcome };
  }

  async dryRun() {
    this.#state.activeMutant = undefined;
    const tests = [];
    for (const [id, test] of this.#load(this.#counted)) tests.push(await this.#run(id, test));
    writeFileSync(SPENT, JSON.stringify(tests.map(({ id, spent }) => [id, spent])));
    const mutantCoverage = structuredClone(this.#state.mutantCoverage);
    if (tests.every(({ status }) => status === PASSED)) {
      const { status, failureMessage } = await this.mutantRun({ activeMutant: {} });
      if (status !== 'survived') {
        return { status: 'error', errorMessage: `${status} without a mutant: ${failureMessage}` };
      }
    }
    return { status: 'complete', tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const state = this.#state;
    state.hitCount = hitLimit === undefined ? undefined : 0;
    state.hitLimit = hitLimit;
    state.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    let nrOfTests = 0;
    try {
      const tests = this.#load(this.#plain);
      state.activeMutant = activeMutant.id;
      this.#spent ??= new Map(JSON.parse(readFileSync(SPENT, 'utf8')));
      const ids = (testFilter ?? [...tests.keys()]).sort((a, b) => this.#time(a) - this.#time(b));
      for (const id of ids) {
        nrOfTests++;
        const patience = Math.ceil(PATIENCE + 5 * this.#time(id));
        const { status, failureMessage, isEndless } = await this.#run(id, tests.get(id), patience);
        if (isEndless || state.hitCount > hitLimit) return { status: 'timeout', reason: failureMessage };
        if (status === FAILED) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
      }
    } catch (error) {
      return { status: 'error', errorMessage: String(error?.stack ?? error) };
    } finally {
      state.activeMutant = undefined;
    }
    return { status: 'survived', nrOfTests };
  }

  #time(id) {
    return this.#spent.get(id) ?? 0;
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'solver', injectableClass: SolverRunner }];
