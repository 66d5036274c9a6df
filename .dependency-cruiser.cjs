/** Who may know whom. Folders and reasons: docs/architecture.md. */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ runs in every process: no Node, no Electron, nothing of the outer layers.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer)/' },
    },
    {
      name: 'shared-without-node',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'window-without-node-or-electron',
      comment: 'The window reaches the rest of the program only by its bridge.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/|node_modules/electron/' },
    },
    {
      name: 'window-without-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-without-electron',
      comment: 'The engine also runs in a terminal.',
      severity: 'error',
      from: { path: '^electron/(engine|cli)/' },
      to: { path: '^renderer/|^electron/(main|preload)/|node_modules/electron/' },
    },
    {
      name: 'engine-without-command-line',
      severity: 'error',
      from: { path: '^electron/engine/' },
      to: { path: '^electron/cli/' },
    },
    {
      name: 'main-without-domain',
      comment: 'Main owns windows, not projects.',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: '^renderer/|^electron/(engine|cli)/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    parser: 'tsc',
  },
}
