import { readFileSync } from 'node:fs';

const { jsc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** The aliases of .swcrc, so that there is one list to keep: `@ledger/time/*` -> `<rootDir>/libs/time/src/$1`. */
const aliases = Object.fromEntries(
  Object.entries(jsc.paths).map(([alias, [path]]) => [
    `^${alias.replace('/*', '/(.*?)(?:\\.js)?')}$`,
    path.replace('./', '<rootDir>/').replace('*', '$1'),
  ]),
);

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
