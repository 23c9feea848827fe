// The world that a test file runs in: node's own, not a copy of it. In a copy every global is looked up through an
// interceptor, which makes the solver twenty times slower, and every package has to be evaluated anew for each file.
// What a file leaves in the globals, in the environment or as folder is put back after it.
const { TestEnvironment } = require('jest-environment-node');

const descriptorsOf = (object) =>
  new Map(Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]));

const PARTS = ['value', 'get', 'set'];
const same = (a, b) => b !== undefined && PARTS.every((part) => Object.is(a[part], b[part]));

/** Globals that packages brought along when they were loaded, which happens once a process: they stay. */
const brought = new Set();

/** Puts the globals back to what they were. */
function restore(before) {
  for (const [key, now] of descriptorsOf(globalThis)) {
    if (!before.has(key)) {
      if (now.configurable && !brought.has(key)) delete globalThis[key];
    } else if (!same(now, before.get(key)) && now.configurable) {
      Object.defineProperty(globalThis, key, before.get(key));
    }
  }
}

class OneWorld extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global = globalThis;
    this.globals = descriptorsOf(globalThis);
    this.variables = { ...process.env };
    this.folder = process.cwd();
    this.exit = { call: process.exit, code: process.exitCode };
    this.moduleMocker = new this.moduleMocker.constructor(globalThis);
    const { projectConfig } = config;
    this.fakeTimersModern = new this.fakeTimersModern.constructor({
      config: projectConfig,
      global: globalThis,
    });
    globalThis.global = globalThis;
  }

  async teardown() {
    restore(this.globals);
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    for (const [name, value] of Object.entries(this.variables))
      if (process.env[name] !== value) process.env[name] = value;
    if (process.cwd() !== this.folder) process.chdir(this.folder);
    process.exit = this.exit.call;
    process.exitCode = this.exit.code;
    await super.teardown();
  }
}

/** Loads a package, and keeps the globals that it defines. */
function keepingGlobals(load) {
  const before = new Set(Reflect.ownKeys(globalThis));
  const loaded = load();
  for (const key of Reflect.ownKeys(globalThis)) if (!before.has(key)) brought.add(key);
  return loaded;
}

module.exports = Object.assign(OneWorld, { keepingGlobals });
