// How jest loads modules here: packages as node loads them, once a process; each file of ours is compiled once a process
// and evaluated afresh for every test file, so that none sees what another left in a module.
const { statSync } = require('node:fs');
const { createRequire, isBuiltin } = require('node:module');
const { dirname, isAbsolute } = require('node:path');
const { compileFunction, constants } = require('node:vm');
const { default: Runtime } = require('jest-runtime');
const { keepingGlobals } = require('./jestEnvironment.cjs');

/** @type {Map<string, { mark: string, code: string, map: string | undefined }>} by file */
const transformed = new Map();
/** @type {Map<string, { code: string, run: Function }>} by file */
const compiled = new Map();
/** @type {Map<string, unknown>} what a package exports, by the folder that asks and the name */
const packages = new Map();

/** A bare name, or what was bundled from packages into build/local. */
const isPackage = (name) =>
  isAbsolute(name)
    ? /[\\/]build[\\/]local[\\/][^\\/]+\.cjs$/.test(name)
    : /^[a-z@]/i.test(name) && !isBuiltin(name);

function loadPackage(from, name) {
  const key = `${dirname(from)} ${name}`;
  if (!packages.has(key))
    packages.set(
      key,
      keepingGlobals(() => createRequire(from)(name)),
    );
  return packages.get(key);
}

module.exports = class SharedRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    const { executor, transformCache } = this;
    const transform = transformCache.transform.bind(transformCache);
    transformCache.transform = (file, options) => {
      const { mtimeMs, size } = statSync(file);
      const mark = `${mtimeMs} ${size}`;
      const known = transformed.get(file);
      if (known?.mark === mark) {
        if (known.map !== undefined) transformCache.getSourceMaps().set(file, known.map);
        return known.code;
      }
      const code = transform(file, options);
      transformed.set(file, { mark, code, map: transformCache.getSourceMaps().get(file) });
      return code;
    };
    executor.compile = (code, filename) => {
      if (!this._environment.global) return null;
      const known = compiled.get(filename);
      if (known?.code === code) return known.run;
      const run = compileFunction(code, executor.injectedModuleParameters, {
        filename,
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      });
      compiled.set(filename, { code, run });
      return run;
    };
  }

  requireModule(from, name, options, isRequireActual) {
    if (name !== undefined && !options?.isInternalModule && isPackage(name)) return loadPackage(from, name);
    return super.requireModule(from, name, options, isRequireActual);
  }
};
