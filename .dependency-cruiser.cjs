/** The table of who may import whom; docs/architecture.md says why. */
const may = {
  domain: [],
  incus: [],
  host: [],
  images: ['domain', 'incus'],
  store: ['domain'],
  engine: ['domain', 'incus', 'host', 'store'],
  server: ['domain', 'store', 'incus'],
  'api-client': [],
  cli: ['domain', 'api-client'],
  web: ['domain', 'api-client'],
  setup: ['domain', 'host', 'images', 'incus'],
};

/** The one file that puts the server's process together may know the engine, which it starts. */
const composition = '^packages/server/src/main\\.ts$';
/** Tests may use any package's testing folder, and what is under test there. */
const tests = '(\\.test\\.ts$|/testing/)';

const borders = Object.entries(may).map(([name, allowed]) => ({
  name: `${name}-imports`,
  severity: 'error',
  comment: `${name} may import only: ${allowed.join(', ') || 'nothing of ours'}.`,
  from: { path: `^packages/${name}/src`, pathNot: [composition, tests] },
  to: {
    path: '^packages/([^/]+)/',
    pathNot: [name, ...allowed].map((other) => `^packages/${other}/`),
  },
}));

module.exports = {
  forbidden: [
    ...borders,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'sql-stays-in-store',
      severity: 'error',
      from: { path: '^packages', pathNot: '^packages/store' },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
