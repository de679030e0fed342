/** The same aliases as in tsconfig.json and .swcrc; test/tidy.spec.ts keeps the three in step. */
const aliases = {
  '^@ledger/service/(.*?)(?:\\.js)?$': '<rootDir>/apps/ledger/src/$1',
  '^@ledger/projector/(.*?)(?:\\.js)?$': '<rootDir>/apps/projector/src/$1',
  '^@ledger/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
  '^@ledger/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
  '^@ledger/([^/]+)/(.*?)(?:\\.js)?$': '<rootDir>/libs/$1/src/$2',
};

/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts'],
  testRegex: ['\\.(e2e-)?spec\\.ts$'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/apps/console/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/dist\\.'],
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { ...aliases, '^(\\.{1,2}/.*)\\.js$': '$1' },
  maxWorkers: 2,
  coverageProvider: 'v8',
};
