/**
 * Which library may import which. The table is design.md, section 2; each row becomes a rule of its own, so that a
 * failure names the arrow that was drawn the wrong way.
 */
const ARROWS = {
  time: [[], 'Time knows nothing of this ledger: it could be anybody’s calendar.'],
  vocabulary: [['time'], 'Events are plain facts: naming them takes no rule and no store.'],
  case: [['vocabulary', 'time'], 'A case folds events; what follows from them is for the rules.'],
  rules: [['case', 'vocabulary', 'time'], 'Combinators know cases, but not this policy’s articles.'],
  policy: [
    ['rules', 'case', 'vocabulary', 'time'],
    'The law is written in rules and decides nothing about recording.',
  ],
  deciders: [
    ['access', 'case', 'policy', 'rules', 'vocabulary', 'time'],
    'A decider is pure: it is handed the streams it needs, and asks one table who may record what.',
  ],
  findings: [
    ['policy', 'rules', 'case', 'vocabulary', 'time'],
    'A finding compares what is due with what was done, purely.',
  ],
  'event-store': [['vocabulary', 'time'], 'The log keeps events without understanding them.'],
  sealing: [['vocabulary', 'time'], 'Sealing knows which fields are personal and nothing else.'],
  intake: [['vocabulary', 'time'], 'Intake makes commands; whether they hold is for the deciders.'],
  access: [['vocabulary'], 'Who may do what is decided from one table, without looking at data.'],
  recording: [
    [
      'deciders',
      'sealing',
      'event-store',
      'access',
      'intake',
      'case',
      'policy',
      'rules',
      'vocabulary',
      'time',
    ],
    'The command path never asks a read model: it would decide on what is out of date.',
  ],
  'read-models': [
    ['findings', 'policy', 'rules', 'case', 'event-store', 'vocabulary', 'time'],
    'Read models follow the log and never write to it: data does not flow back.',
  ],
  stories: [
    ['deciders', 'findings', 'policy', 'rules', 'case', 'vocabulary', 'time'],
    'Stories are judged purely; their drivers live in apps/cli.',
  ],
  'embedded-postgres': [[], 'The launcher runs any PostgreSQL and knows nothing of ours.'],
};

/** Specs, and what they share, may reach for any library; what ships may not. */
const TEST_CODE = '\\.(e2e-)?spec\\.ts$|/testing/|^test/';

const arrows = Object.entries(ARROWS).map(([library, [allowed, reason]]) => ({
  name: `${library}-imports-only-${allowed.join('-') || 'itself'}`,
  comment: reason,
  severity: 'error',
  from: { path: `^libs/${library}/`, pathNot: TEST_CODE },
  to: { path: '^libs/', pathNot: `^libs/(${[library, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'every-library-has-its-arrows',
      comment: 'A new library gets a row in ARROWS above before it imports anything of ours.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: `^libs/(${Object.keys(ARROWS).join('|')})/` },
      to: { path: '^libs/', pathNot: '^libs/$1/' },
    },
    {
      name: 'libraries-know-no-app',
      comment: 'An app is put together from libraries; a library that needs an app is in the wrong place.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stand-alone',
      comment: 'Apps meet in the log and the database. Only the command line starts the others.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: `^apps/cli/|${TEST_CODE}` },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libraries-have-a-front-door',
      comment: 'Import @ledger/<library>: what its index does not export is free to change.',
      severity: 'error',
      from: { path: '^(?:libs|apps)/([^/]+)/', pathNot: TEST_CODE },
      to: { path: '^libs/', pathNot: '^libs/$1/|^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'specs-use-the-front-door-or-testing',
      comment: 'A spec may use @ledger/<library>/testing of another library too, but not its insides.',
      severity: 'error',
      from: { path: '^(?:libs|apps)/([^/]+)/.*(?:\\.spec\\.ts$|/testing/)' },
      to: { path: '^libs/', pathNot: '^libs/$1/|^libs/[^/]+/src/(testing/)?index\\.ts$' },
    },
    {
      name: 'end-to-end-tests-stay-outside',
      comment: 'End-to-end tests see what a client sees, through front doors and testing entries.',
      severity: 'error',
      from: { path: '^test/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/(testing/)?index\\.ts$' },
    },
    {
      name: 'nothing-that-ships-imports-tests',
      comment: 'What ships must start without its tests.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: TEST_CODE },
      to: { path: TEST_CODE },
    },
    {
      name: 'no-circles',
      comment: 'In a circle neither file can be read first; under ES modules it may also crash at start.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-dead-ends',
      comment: 'An import that resolves to nothing fails at run time.',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'nothing-that-ships-needs-development-packages',
      comment: 'npm ci --omit=dev must leave a service that starts.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: TEST_CODE },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|dist\\..*|coverage|apps/console)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
