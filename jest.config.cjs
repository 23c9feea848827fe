module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '\\.ts$': '<rootDir>/build/jestTransform.cjs' },
  // Looked up inside jest's sandbox these are slow, and the solver does little else: they make it twenty times faster.
  sandboxInjectedGlobals: ['Math', 'Number', 'Infinity'],
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  setupFiles: ['<rootDir>/test/setup.ts'],
  // The whole day in the browser takes a minute: npm run test:e2e.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/full/', '<rootDir>/test/e2e/day'],
  modulePathIgnorePatterns: ['<rootDir>/build/(local|out|zetasql)/'],
  // Patience, not a measure: a busy machine may take long over a browser or a warehouse. No test or hook has its own.
  testTimeout: 3_600_000,
  maxWorkers: 2,
};
