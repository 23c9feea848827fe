// npm test sees each thing that the desk can do once, and from outside; npm run test:all sees it in every language and colour scheme, at
// every place, for a second person or warehouse, and in sequences of a whole day (test/effort.ts). These files do nothing else. Beside each
// what sees its kind of fault in npm test.
const ALL_ALONE = [
  'e2e/screens', // e2e/firstMail: four screens, in Portuguese and light; test/ui: each page of the script
  'e2e/follow', // e2e/firstMail: the sidebar follows the clock; ui/sidebar: it follows what another page has ended
  'e2e/typing', // e2e/firstMail: a typed cell; host/edits and local/page/typing: what becomes of it
  'e2e/menu', // e2e/firstMail: what is picked from the menu
  'e2e/day', // e2e/firstMail: its morning; the scenario the-worked-day: all of it, without a browser
  'e2e/selfTest', // host/selfTest and ui/selfTest: all but the way between the laptop's page and the script
  'e2e/paper', // google/pdf and host/pdf
  'local/cli/kills', // faults and desk/crash: killed at calls
  'local/bigquery/history', // local/bigquery/historyDay: a day of each view and report; host/history: the reports in the tab
  'host/twoPeople', // the scenario one-opens-the-day-another-closes-it
];
const onlyAll =
  process.env.EFFORT === 'all' ? [] : ALL_ALONE.map((file) => `<rootDir>/test/${file}\\.test\\.ts$`);

module.exports = {
  // One world for all files: see there. Both are held in place by the lock, as jest is.
  testEnvironment: '<rootDir>/build/jestEnvironment.cjs',
  runtime: '<rootDir>/build/jestRuntime.cjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '\\.ts$': '<rootDir>/build/jestTransform.cjs' },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  setupFiles: ['<rootDir>/test/setup.ts'],
  // The month on the laptop's desk: npm run test:full.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/full/', ...onlyAll],
  modulePathIgnorePatterns: ['<rootDir>/build/(local|out|zetasql)/'],
  // Patience, not a measure: a busy machine may take long over a browser or a warehouse. No test or hook has its own.
  testTimeout: 3_600_000,
  testSequencer: '<rootDir>/build/jestSequencer.cjs',
  // Three more than the two cores of a small machine: a file that waits for a disk, a browser or a process of its own leaves its core to
  // others, and most of the longest wait.
  maxWorkers: 5,
};
