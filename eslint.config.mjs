import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** No Nest, no Node, no database, no clock, no chance, no environment: see docs/architecture.md. */
const PURE_LIBRARIES = ['time', 'vocabulary', 'case', 'rules', 'policy', 'deciders', 'findings', 'stories'];
const SPECS_AND_SUPPORT = ['**/*.spec.ts', '**/*.e2e-spec.ts', '**/testing/**', 'test/**'];

/** Nest reads the types of constructor parameters and decorated fields at run time: these imports must stay values. */
const DECORATED = [
  'apps/**/*.ts',
  'libs/read-models/**/*.ts',
  'libs/recording/**/*.ts',
  'libs/access/**/*.ts',
];

const IMPURE_MODULES = [
  { regex: '^node:', message: 'A pure library does no input or output: take what you need as an argument.' },
  {
    regex: '^(@nestjs/|typeorm|pg$|pg-|@apollo/|fastify|rxjs|uuid$)',
    message: 'A pure library knows no framework.',
  },
];

const noEnums = {
  selector: 'TSEnumDeclaration',
  message: 'Use a union of strings, or an `as const` object: enums are neither JSON nor erasable.',
};
const noDate = [
  {
    selector: "NewExpression[callee.name='Date'], CallExpression[callee.name='Date']",
    message: 'Calendar dates come from @ledger/time; the current instant comes in as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Date']",
    message: 'Calendar dates come from @ledger/time; the current instant comes in as an argument.',
  },
];
const noChance = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message: 'Ids and chance come in as arguments, or a replay would differ.',
};

export default defineConfig(
  globalIgnores(['dist/**', 'dist.*/**', 'coverage/**', 'data/**', 'node_modules/**', 'apps/console/**']),

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // strictTypeChecked, tuned: the following cost more than they find.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNever: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/non-nullable-type-assertion-style': 'off', // it asks for the `!` that strict forbids
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // [...name] is its characters
      '@typescript-eslint/require-await': 'off', // async also turns a throw into a rejection, as a port promises
      '@typescript-eslint/dot-notation': 'off', // process.env['NAME'] says that the name is not declared
      '@typescript-eslint/consistent-type-definitions': 'off', // a union's member reads as a type
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      'no-restricted-syntax': ['error', noEnums, ...noDate],
      'no-console': 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 70, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // Off rather than on with exceptions: whether an import is needed at run time depends on a decorator far from it.
    files: DECORATED,
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: [
      'apps/**',
      'libs/time/**',
      'libs/event-store/**',
      'libs/recording/**',
      'libs/intake/**',
      'libs/embedded-postgres/**',
      ...SPECS_AND_SUPPORT,
    ].map((pattern) => (pattern.endsWith('.ts') ? pattern : `${pattern}/*.ts`)),
    rules: { 'no-restricted-syntax': ['error', noEnums] },
  },
  {
    files: PURE_LIBRARIES.map((name) => `libs/${name}/src/**/*.ts`),
    ignores: SPECS_AND_SUPPORT,
    rules: {
      'no-restricted-imports': ['error', { patterns: IMPURE_MODULES }],
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'performance',
        'crypto',
        'fetch',
        'setTimeout',
        'setInterval',
      ],
      'no-restricted-syntax': ['error', noEnums, noChance, ...noDate],
    },
  },
  {
    files: ['libs/time/src/**/*.ts'],
    ignores: SPECS_AND_SUPPORT,
    rules: { 'no-restricted-syntax': ['error', noEnums, noChance] },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts', 'test/**/*.ts'],
    ignores: ['apps/ledger/src/data-source.ts'], // the TypeORM command line wants one
    rules: {
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
    },
  },
  {
    files: ['apps/cli/**/*.ts', 'test/bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: SPECS_AND_SUPPORT,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/unbound-method': 'off', // expect(spy.method)
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off', // expect.objectContaining(…) is any
    },
  },
  {
    files: ['scripts/**/*.mjs', '*.mjs', '*.cjs', 'test/**/*.mjs', 'libs/**/*.mjs', '.ci/**/*.mjs'],
    rules: {
      'no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
);
