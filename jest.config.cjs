// Two play the command line's desk as a process, one killed in its morning and one for a whole day, as long as forty other files:
// by npm run test:all (test/effort.ts).
const onlyAll =
  process.env.EFFORT === 'all' ? [] : ['<rootDir>/test/local/cli/kills', '<rootDir>/test/e2e/paper'];

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
  // One more than the two cores of a small machine: a file that waits for a disk, a browser or a process of its own leaves its core to
  // another.
  maxWorkers: 3,
};
