import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { MODULES } from './modules.mjs'
import { ROOT } from './cruise-tree.ts'

const WORKSPACES = ['packages/kernel', 'packages/codes', 'packages/contract', 'packages/pack', 'engines/matching', 'engines/routing', 'apps/server', 'apps/console', 'apps/field', 'apps/cli']
const PACKAGES = ['kysely', 'pg', 'zod', 'fastify', 'vitest']
const M = 'apps/server/src/modules'
const names = Object.keys(MODULES)

/** A small tree of the repository's shape in which no wall is crossed. */
const CLEAN: Record<string, string> = {
  'packages/kernel/src/ids.ts': 'export const id = 1\n',
  'packages/codes/src/sex.ts': "import { id } from '@anye/kernel/ids'\nexport const sex = id\n",
  'packages/contract/src/errors.ts':
    "import { z } from 'zod'\nimport { sex } from '@anye/codes/sex'\nimport { id } from '@anye/kernel/ids'\nexport const errors = [z, sex, id]\n",
  'packages/pack/src/storage.ts': "import { errors } from '@anye/contract/errors'\nexport const kept = errors\n",
  'engines/matching/src/assign.ts': "import { id } from '@anye/kernel/ids'\nexport const assigned = id\n",
  'engines/routing/src/route.ts': "import { id } from '@anye/kernel/ids'\nexport const routed = id\n",
  'apps/server/src/platform/db.ts': "import { sql } from 'kysely'\nexport const db = sql\n",
  'apps/server/src/app.ts': `${names.map((name) => `import './modules/${name}/${name}.api.ts'`).join('\n')}\n`,
  'apps/console/src/main.ts': "import { errors } from '@anye/contract/errors'\nexport const shown = errors\n",
  'apps/field/src/main.ts': "import { kept } from '@anye/pack/storage'\nexport const carried = kept\n",
  'apps/cli/src/main.ts': "import { errors } from '@anye/contract/errors'\nexport const told = errors\n",
  ...Object.fromEntries(names.flatMap((name) => [
    [`${M}/${name}/${name}.api.ts`, "export { save } from './things/thing.store.ts'\nexport { allow } from './things/thing.rules.ts'\n"],
    [`${M}/${name}/things/thing.store.ts`, "import { sql } from 'kysely'\nimport { db } from '../../../platform/db.ts'\nexport const save = [sql, db]\n"],
    [`${M}/${name}/things/thing.rules.ts`, "import { errors } from '@anye/contract/errors'\nexport const allow = errors\n"],
  ])),
}

export type Plant = { rule: string; from: string; to: string; files: Record<string, string> }
const importing = (target: string) => `import * as it from '${target}'\nexport const used = it\n`
const plant = (rule: string, from: string, to: string, target: string): Plant => ({ rule, from, to, files: { [from]: importing(target) } })

/** One crossing per rule and, for the rules that are easiest to get wrong, one per way around. */
export const PLANTS: readonly Plant[] = [
  plant('kernel-depends-on-nothing', 'packages/kernel/src/ids.ts', 'fs', 'node:fs'),
  {
    rule: 'kernel-earns-its-place', from: 'packages/codes/src/lonely-user.ts', to: 'packages/kernel/src/lonely.ts',
    files: {
      'packages/kernel/src/lonely.ts': 'export const lonely = 1\n',
      'packages/codes/src/lonely-user.ts': importing('@anye/kernel/lonely'),
    },
  },
  plant('codes-know-only-kernel', 'packages/codes/src/list.ts', 'packages/contract/src/errors.ts', '@anye/contract/errors'),
  plant('contract-knows-only-its-ground', 'packages/contract/src/sender.ts', 'node_modules/fastify', 'fastify'),
  plant('pack-knows-only-its-ground', 'packages/pack/src/reader.ts', 'fs', 'node:fs'),
  plant('pack-knows-only-its-ground', 'packages/pack/src/caller.ts', 'node_modules/zod', 'zod'),
  plant('engines-are-pure', 'engines/matching/src/files.ts', 'fs', 'node:fs'),
  plant('engines-are-pure', 'engines/matching/src/query.ts', 'node_modules/zod', 'zod'),
  plant('engines-are-pure', 'engines/matching/src/neighbour.ts', 'engines/routing/src/route.ts', '@anye/routing/route'),
  {
    rule: 'faces-never-import-server', from: 'apps/console/src/page.ts', to: 'apps/server/src/platform/db.ts',
    files: { 'apps/console/src/page.ts': "import type { db } from '../../server/src/platform/db.ts'\nexport type Handle = typeof db\n" },
  },
  plant('faces-never-import-server', 'apps/cli/src/command.ts', 'apps/server/src/platform/db.ts', '../../server/src/platform/db.ts'),
  plant('faces-never-import-server', 'apps/field/src/sync.ts', 'apps/server/src/platform/db.ts', '../../server/src/platform/db.ts'),
  plant('faces-never-import-each-other', 'apps/field/src/table.ts', 'apps/console/src/main.ts', '../../console/src/main.ts'),
  plant('server-never-imports-faces', 'apps/server/src/platform/page.ts', 'apps/console/src/main.ts', '../../../console/src/main.ts'),
  plant('organization-calls-only-declared-doors', `${M}/organization/upward.ts`, `${M}/registry/registry.api.ts`, '../registry/registry.api.ts'),
  plant('registry-calls-only-declared-doors', `${M}/registry/upward.ts`, `${M}/indicators/indicators.api.ts`, '../indicators/indicators.api.ts'),
  plant('command-calls-only-declared-doors', `${M}/command/upward.ts`, `${M}/reporting/reporting.api.ts`, '../reporting/reporting.api.ts'),
  plant('cards-calls-only-declared-doors', `${M}/cards/upward.ts`, `${M}/indicators/indicators.api.ts`, '../indicators/indicators.api.ts'),
  plant(
    'indicators-calls-only-declared-doors', `${M}/indicators/burglar.ts`, `${M}/registry/things/thing.rules.ts`, '../registry/things/thing.rules.ts',
  ),
  {
    rule: 'reporting-calls-only-declared-doors', from: `${M}/reporting/peeper.ts`, to: `${M}/registry/things/thing.store.ts`,
    files: { [`${M}/reporting/peeper.ts`]: "import type { save } from '../registry/things/thing.store.ts'\nexport type Peeped = typeof save\n" },
  },
  plant('outsiders-use-doors', 'apps/server/src/bin/shortcut.ts', `${M}/registry/things/thing.store.ts`, '../modules/registry/things/thing.store.ts'),
  plant('platform-knows-no-module', 'apps/server/src/platform/knower.ts', `${M}/registry/registry.api.ts`, '../modules/registry/registry.api.ts'),
  plant('modules-never-compose', `${M}/reporting/composer.ts`, 'apps/server/src/open-services.ts', '../../open-services.ts'),
  plant('rules-are-pure', `${M}/registry/things/clocked.rules.ts`, 'fs', 'node:fs'),
  plant('rules-are-pure', `${M}/registry/things/stored.rules.ts`, `${M}/registry/things/thing.store.ts`, './thing.store.ts'),
  plant('sql-only-in-stores-and-queries', `${M}/registry/things/add-thing.ts`, 'node_modules/kysely', 'kysely'),
  plant('sql-only-in-stores-and-queries', `${M}/registry/things/end-thing.ts`, 'node_modules/pg', 'pg'),
  plant('stores-never-call-up', `${M}/registry/things/upward.store.ts`, `${M}/registry/things/use-case.ts`, './use-case.ts'),
  {
    rule: 'no-circular', from: `${M}/registry/things/hen.ts`, to: `${M}/registry/things/egg.ts`,
    files: { [`${M}/registry/things/hen.ts`]: importing('./egg.ts'), [`${M}/registry/things/egg.ts`]: importing('./hen.ts') },
  },
  { rule: 'no-orphans', from: 'apps/console/src/forgotten.ts', to: 'apps/console/src/forgotten.ts', files: { 'apps/console/src/forgotten.ts': 'export const forgotten = 1\n' } },
  plant('no-unresolvable', 'apps/console/src/broken.ts', './nowhere.ts', './nowhere.ts'),
  plant('no-test-import', 'apps/server/src/platform/tested.ts', 'apps/server/test/database.ts', '../../test/database.ts'),
]

/** Files that plants lean on; they cross nothing themselves. */
const PROPS: Record<string, string> = {
  'apps/server/src/open-services.ts': "import { db } from './platform/db.ts'\nexport const services = db\n",
  [`${M}/registry/things/use-case.ts`]: "import { save } from './thing.store.ts'\nexport const useCase = save\n",
  'apps/server/test/database.ts': "import { db } from '../src/platform/db.ts'\nexport const database = db\n",
}

/** Writes the clean tree with the plants' files into a folder of its own. `remove` takes it away. */
export function writeTree(plants: readonly Plant[]): { folder: string; remove: () => void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'anye-walls-')))
  const files = { ...CLEAN, ...PROPS, ...Object.assign({}, ...plants.map((each) => each.files)) as Record<string, string> }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  mkdirSync(join(folder, 'node_modules', '@anye'), { recursive: true })
  for (const path of WORKSPACES) {
    const name = path.split('/').at(-1) ?? path
    writeFileSync(join(folder, path, 'package.json'), JSON.stringify({ name: `@anye/${name}`, type: 'module', exports: { './*': './src/*.ts' } }))
    symlinkSync(join(folder, path), join(folder, 'node_modules', '@anye', name))
  }
  for (const name of PACKAGES) symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
