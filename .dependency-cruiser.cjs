/** The floors of ARCHITECTURE.md: an arrow may only go down. */
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    {
      name: 'packages-know-nothing-of-the-rest',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(platform|console|sandbox|bench|tests|scripts)/' },
    },
    {
      name: 'kernel-knows-no-module',
      severity: 'error',
      from: { path: '^platform/src/kernel/' },
      to: { path: '^platform/src/(modules|gateways|faces|main)' },
    },
    {
      name: 'modules-know-no-gateway-and-no-face',
      severity: 'error',
      from: { path: '^platform/src/modules/' },
      to: { path: '^platform/src/(gateways|faces|main)' },
    },
    {
      name: 'gateways-know-only-ports',
      severity: 'error',
      from: { path: '^platform/src/gateways/' },
      to: { path: '^platform/src/(faces|main|modules/[^/]+/(?!(ports|index)\\.ts))' },
    },
    {
      name: 'a-module-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^platform/src/modules/([^/]+)/' },
      to: { path: '^platform/src/modules/(?!$1/)[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'faces-enter-modules-by-their-index',
      severity: 'error',
      from: { path: '^platform/src/faces/' },
      to: { path: '^platform/src/(modules/[^/]+/(?!(index|routes)\\.ts$)|gateways|main)' },
    },
    {
      name: 'sandbox-never-meets-the-platform',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(platform|console|bench|tests|scripts)/' },
    },
    {
      name: 'platform-never-meets-the-sandbox',
      severity: 'error',
      from: { path: '^platform/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(sandbox|console|bench|tests|scripts)/' },
    },
    {
      name: 'console-knows-only-the-description',
      severity: 'error',
      from: { path: '^console/src/' },
      to: { path: '^(platform|sandbox|packages|bench|tests|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
