// How jest loads modules here: packages as node loads them, once a process, and so what of src decides and keeps nothing; each other
// file of ours is compiled once a process and evaluated afresh for every test file, so that none sees what another left in a module.
const { readFileSync, statSync } = require('node:fs');
const { createRequire, isBuiltin } = require('node:module');
const { dirname, isAbsolute, relative, sep } = require('node:path');
const { compileFunction, constants } = require('node:vm');
const { default: Runtime } = require('jest-runtime');
const { keepingGlobals } = require('./jestEnvironment.cjs');

/** @type {Map<string, { mark: string, code: string, map: string | undefined }>} by file */
const transformed = new Map();
/** @type {Map<string, { code: string, run: Function }>} by file */
const compiled = new Map();
/** @type {Map<string, unknown>} what a package exports, by the folder that asks and the name */
const packages = new Map();

/**
 * Modules of src by their file, as they were evaluated first. What is evaluated anew for each of three hundred files is also
 * optimised anew by the engine: a sixth of the time of the tests that call it.
 * @type {Map<string, { mark: string, module: NodeJS.Module }>}
 */
const shared = new Map();

/** Folders of src whose modules remember nothing but what they worked out from what they were given, and load nothing later on. */
const PURE = ['language', 'domain', 'solver', 'sheets', 'messages', 'stages', 'desk', 'google'];

function isPure(root, file) {
  const [src, folder] = relative(root, file).split(sep);
  return src === 'src' && PURE.includes(folder);
}

/** A test that puts something in a module's place gets modules of its own, and leaves none behind. */
const putsInPlace = (testPath) =>
  /\bjest\s*\.\s*(?:mock|doMock|setMock|unstable_mockModule|isolateModules\w*|resetModules)\(/.test(
    readFileSync(testPath, 'utf8'),
  );

const markOf = (file) => {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs} ${size}`;
};

/** Hands a test file's registry what earlier ones evaluated; nothing where a file has changed since, whoever imports it. */
function lend(registry, sourceMaps) {
  if ([...shared].some(([file, { mark }]) => markOf(file) !== mark)) shared.clear();
  for (const [file, { module }] of shared) {
    registry.set(file, module);
    const map = transformed.get(file)?.map;
    if (map !== undefined) sourceMaps.set(file, map);
  }
}

function keep(registry, root) {
  for (const [file, module] of registry)
    if (module.loaded && !shared.has(file) && isPure(root, file))
      shared.set(file, { mark: markOf(file), module });
}

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
    const { executor, transformCache, registries } = this;
    this.isAlone = putsInPlace(this._testPath);
    if (!this.isAlone) lend(registries.moduleRegistry, transformCache.getSourceMaps());
    const transform = transformCache.transform.bind(transformCache);
    transformCache.transform = (file, options) => {
      const mark = markOf(file);
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

  teardown() {
    if (!this.isAlone) keep(this.registries.moduleRegistry, this._config.rootDir);
    return super.teardown();
  }

  requireModule(from, name, options, isRequireActual) {
    if (name !== undefined && !options?.isInternalModule && isPackage(name)) return loadPackage(from, name);
    return super.requireModule(from, name, options, isRequireActual);
  }
};
