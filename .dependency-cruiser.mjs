/**
 * The walls between workspaces and modules, as rules a tool holds. `architecture/walls.test.ts` runs them over the tree and plants
 * one violation per rule. The module rules are made from `architecture/modules.mjs`, the one place where the graph stands.
 */
import { MODULES } from './architecture/modules.mjs'

const SERVER = '^apps/server/src/'
const M = `${SERVER}modules/`
const NPM = 'node_modules/'
const TEST = '(\\.test\\.tsx?$|/testing/|^apps/server/test/|^apps/(console|field)/e2e/|^architecture/|^bench/)'
/** Pure without the suffix: shapes and decisions of the platform and of reports that rules share. They obey rules-are-pure too. */
const PURE = [
  `${SERVER}platform/(actor|scope)\\.ts$`, `${SERVER}platform/documents/chinese-numerals\\.ts$`, `${M}reporting/reports/report-facts\\.ts$`,
]
/** Files that compose: they start processes and hand modules their services. */
const COMPOSERS = `${SERVER}(app\\.ts|open-services\\.ts|bin/|demo/)`

const workspaces = [
  {
    name: 'kernel-depends-on-nothing',
    comment: 'The kernel is imported by everything, so it imports nothing but itself. Move the code up, or pass what it needs in.',
    from: { path: '^packages/kernel/src/', pathNot: TEST },
    to: { pathNot: ['^packages/kernel/src/'] },
  },
  {
    name: 'kernel-earns-its-place',
    comment: 'A file of the kernel serves at least two other files; with one user it belongs beside that user.',
    from: {},
    module: { path: '^packages/kernel/src/', pathNot: TEST, numberOfDependentsLessThan: 2 },
  },
  {
    name: 'codes-know-only-kernel',
    comment: 'Code lists and cell readers are facts and pure functions: they import the kernel and their own data, nothing else.',
    from: { path: '^packages/codes/src/', pathNot: TEST },
    to: { pathNot: ['^packages/(codes|kernel)/src/'] },
  },
  {
    name: 'contract-knows-only-its-ground',
    comment: 'The contract is read by browser, server and third parties: kernel, codes, zod and @orpc/contract are all it may import.',
    from: { path: '^packages/contract/src/', pathNot: TEST },
    to: { pathNot: ['^packages/(contract|codes|kernel)/src/', `${NPM}zod/`, `${NPM}@orpc/contract/`] },
  },
  {
    name: 'pack-knows-only-its-ground',
    comment: 'Phone, server and bench run the same pack: contract, codes and kernel are all it may import, and no API of a browser or of Node.',
    from: { path: '^packages/pack/src/', pathNot: TEST },
    to: { pathNot: ['^packages/(pack|contract|codes|kernel)/src/'] },
  },
  {
    name: 'engines-are-pure',
    comment: 'An engine takes data and gives data and reasons: it imports its own files and the kernel, no npm package, no other engine, no API of Node.',
    from: { path: '^engines/([a-z]+)/src/', pathNot: TEST },
    to: { pathNot: ['^engines/$1/src/', '^packages/kernel/src/'] },
  },
  {
    name: 'faces-never-import-server',
    comment: 'Console, field app and command line know the contract. Import the type from @anye/contract, also when only a type is wanted.',
    from: { path: '^apps/(console|field|cli)/' },
    to: { path: '^apps/server/' },
  },
  {
    name: 'faces-never-import-each-other',
    comment: 'Desk and phone differ and are built apart. What both need belongs in the contract or in a package.',
    from: { path: '^apps/(console|field|cli)/', pathNot: TEST },
    to: { path: '^apps/(console|field|cli)/', pathNot: ['^apps/$1/'] },
  },
  {
    name: 'server-never-imports-faces',
    comment: 'The server serves whatever face asks. What both need belongs in the contract.',
    from: { path: '^(apps/server|packages|engines)/' },
    // The reader of finished PDFs serves the tests of both sides.
    to: { path: '^apps/(console|field|cli)/', pathNot: '^apps/console/e2e/pdf-text\\.ts$' },
  },
]

const modules = Object.entries(MODULES).map(([name, mayCall]) => ({
  name: `${name}-calls-only-declared-doors`,
  comment: `${name} may call ${mayCall.length === 0 ? 'no other module' : mayCall.join(', ')}, and only by <module>.api.ts or <module>.events.ts. `
    + 'Ask for a function at that door, or declare the arrow in architecture/modules.mjs if it points downward.',
  from: { path: `${M}${name}/`, pathNot: TEST },
  to: { path: M, pathNot: [`${M}${name}/`, ...mayCall.map((module) => `${M}${module}/${module}\\.(api|events|rules)\\.ts$`)] },
}))

const server = [
  {
    name: 'outsiders-use-doors',
    comment: 'Processes and the composition root reach a module by its door or its routes. Export what they need from <module>.api.ts.',
    from: { path: '^(apps/server/src|scripts)/', pathNot: [M, TEST] },
    to: { path: M, pathNot: ['\\.(api|events|routes)\\.ts$'] },
  },
  {
    name: 'platform-knows-no-module',
    comment: 'The platform serves every module and knows none. Pass the function in from app.ts or open-services.ts.',
    from: { path: `${SERVER}platform/`, pathNot: TEST },
    to: { path: [M, COMPOSERS] },
  },
  {
    name: 'modules-never-compose',
    comment: 'A module is handed its services; it never imports the composition root, a process or the demo.',
    from: { path: M, pathNot: TEST },
    to: { path: COMPOSERS },
  },
  {
    name: 'rules-are-pure',
    comment: 'A *.rules.ts file decides from its arguments: it imports rules, contract, kernel and codes, and types from anywhere.',
    from: { path: ['\\.rules\\.ts$', ...PURE] },
    // pinyin-pro and chinese-days are tables with a function over them.
    to: { pathNot: ['\\.rules\\.ts$', '^packages/', ...PURE, `${NPM}pinyin-pro/`, `${NPM}chinese-days/`], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'sql-only-in-stores-and-queries',
    comment: 'SQL of a module stands in *.store.ts (writes) and *.query.ts (reads), a worker may lock in *.jobs.ts. Move the statement there.',
    from: { path: M, pathNot: [TEST, '\\.(store|query|jobs)\\.ts$'] },
    to: { path: [`${NPM}kysely/`, `${NPM}pg/`, `${NPM}pg-copy-streams/`] },
  },
  {
    name: 'stores-never-call-up',
    comment: 'A store or query is called by use cases, never the other way: it imports stores, queries, rules, doors below and the platform.',
    from: { path: `${M}.*\\.(store|query)\\.ts$` },
    to: { path: M, pathNot: ['\\.(store|query|rules|api|events)\\.ts$'], dependencyTypesNot: ['type-only'] },
  },
]

const hygiene = [
  {
    name: 'no-circular',
    comment: 'A circle has no bottom to test first. Take out what both sides need.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'Nothing imports this file and it imports nothing: delete it, or use it.',
    // exit-with-parent is preloaded by name (node --import), the service worker is an entry of the build: no file imports them.
    from: { orphan: true, pathNot: ['\\.d\\.m?ts$', '^scripts/', '\\.json$', `${SERVER}platform/exit-with-parent\\.ts$`, '^apps/field/src/service-worker\\.ts$'] },
    to: {},
  },
  {
    name: 'no-unresolvable',
    comment: 'This import leads nowhere. Correct the path, or add the package to the workspace that imports it.',
    from: {},
    // virtual:contract is made by the Vite plug-ins of console and field app.
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
  {
    name: 'no-test-import',
    comment: 'What runs in production never imports a test, a test folder or a bench.',
    from: { path: '^(apps/[a-z]+/src|packages|engines)/', pathNot: TEST },
    to: { path: TEST },
  },
]

// oxlint-disable-next-line import/no-default-export -- dependency-cruiser reads the default export
export default {
  forbidden: [...workspaces, ...modules, ...server, ...hygiene].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only our own output: a pattern that also matches npm's dist folders hides the packages from every rule.
    exclude: { path: '^(apps/(console|field)/dist|bench/out)/' },
    // Type imports count: a face that imports a type of the server is bound to it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
