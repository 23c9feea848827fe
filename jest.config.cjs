module.exports = {
  // One world for all files: see there. Both are held in place by the lock, as jest is.
  testEnvironment: '<rootDir>/build/jestEnvironment.cjs',
  runtime: '<rootDir>/build/jestRuntime.cjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '\\.ts$': '<rootDir>/build/jestTransform.cjs' },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  setupFiles: ['<rootDir>/test/setup.ts'],
  // The whole day in the browser takes a minute: npm run test:e2e.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/full/', '<rootDir>/test/e2e/day'],
  modulePathIgnorePatterns: ['<rootDir>/build/(local|out|zetasql)/'],
  // Patience, not a measure: a busy machine may take long over a browser or a warehouse. No test or hook has its own.
  testTimeout: 3_600_000,
  maxWorkers: 2,
};
