// A real desk is killed as its own process for as long as forty test files take: by npm run test:all (test/effort.ts).
const onlyAll = process.env.EFFORT === 'all' ? [] : ['<rootDir>/test/local/cli/kills'];

module.exports = {
  // One world for all files: see there. Both are held in place by the lock, as jest is.
  testEnvironment: '<rootDir>/build/jestEnvironment.cjs',
  runtime: '<rootDir>/build/jestRuntime.cjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '\\.ts$': '<rootDir>/build/jestTransform.cjs' },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  setupFiles: ['<rootDir>/test/setup.ts'],
  // npm run test:e2e: the whole day in the browser takes a minute; so does the self-test's walk, of which test/host/selfTest.test.ts and
  // test/ui/selfTest.test.ts hold all but the way between the laptop's page and the script.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/full/',
    '<rootDir>/test/e2e/(day|selfTest)',
    ...onlyAll,
  ],
  modulePathIgnorePatterns: ['<rootDir>/build/(local|out|zetasql)/'],
  // Patience, not a measure: a busy machine may take long over a browser or a warehouse. No test or hook has its own.
  testTimeout: 3_600_000,
  testSequencer: '<rootDir>/build/jestSequencer.cjs',
  maxWorkers: 2,
};
