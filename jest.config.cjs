module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '\\.ts$': '<rootDir>/build/jestTransform.cjs' },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  setupFiles: ['<rootDir>/test/setup.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/full/'],
  // Patience, not a measure: a busy machine may take long over a browser or a warehouse.
  testTimeout: 120_000,
  maxWorkers: 2,
};
