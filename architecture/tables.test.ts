import { describe, expect, it } from 'vitest'
import { MODULES, type ModuleName } from './modules.mjs'
import { read, repositoryFiles } from './source-files.ts'
import { mayName, migrationReferences, sqlReferences } from './sql-references.ts'

const SOURCE = /^apps\/server\/src\/modules\/(\w+)\/.*(?<!\.test)\.ts$/
const MIGRATION = /^apps\/server\/(?:migrations\/\d{4}_|definitions\/)(\w+?)_.*\.sql$/
const isModule = (name: string | undefined): name is ModuleName => name !== undefined && name in MODULES

function crossings(path: string, text: string): string[] {
  const module = SOURCE.exec(path)?.[1]
  if (!isModule(module)) throw new RangeError(`${path} lies in no module of the graph`)
  return sqlReferences(path, text).filter((reference) => !mayName(module, reference))
    .map(({ schema, name, line }) => `${path}:${line} names ${schema}.${name}`)
}

describe('tables', () => {
  it('SQL of a module names its own tables, the platform’s, and pub_ views of the modules it may call', () => {
    const files = repositoryFiles(SOURCE).filter((path) => !path.includes('/testing/'))
    const references = files.flatMap((path) => sqlReferences(path, read(path)))
    // A scan that reads nothing would pass.
    expect(references.length).toBeGreaterThan(150)
    expect(files.flatMap((path) => crossings(path, read(path)))).toEqual([])
  })

  it('a migration or definition names its own schema, the platform and the modules below, never one above', () => {
    for (const path of repositoryFiles(MIGRATION)) {
      const module = MIGRATION.exec(path)?.[1]
      if (!isModule(module)) continue
      const below = new Set<string>([module, 'platform', ...MODULES[module]])
      expect(migrationReferences(read(path)).filter(({ schema }) => !below.has(schema)), path).toEqual([])
    }
  })
})

describe('planted crossings of tables', () => {
  const at = 'apps/server/src/modules/registry/persons/planted.store.ts'

  it.each([
    ['a table of a module below', 'sql`select 1 from organization.role_grant`', 'organization.role_grant'],
    ['a module above', 'sql`select 1 from indicators.pub_person_state`', 'indicators.pub_person_state'],
    ['a table inside a nested fragment', 'sql`select * from ${sql`organization.post`} p`', 'organization.post'],
    ['a table built from parts', 'const t = (noun: string) => sql`select 1 from reporting.${sql.raw(noun)}`', 'reporting.'],
    ['a table by sql.table', "sql.table('organization.holder')", 'organization.holder'],
    ['the tables of log-in', 'sql`delete from auth.session`', 'auth.session'],
  ])('%s', (_title, source, named) => {
    expect(crossings(at, source)).toEqual([`${at}:1 names ${named}`])
  })

  it('leaves alone what is allowed', () => {
    expect(crossings(at, 'sql`select p.name from registry.person p join organization.pub_village v on true -- not organization.post\n`')).toEqual([])
    expect(crossings(at, "const text = 'organization.post is a table'")).toEqual([])
  })

  it('in a migration', () => {
    expect(migrationReferences('alter table x add y int; -- indicators.ledger\nselect 1 from indicators.ledger')).toEqual([{ schema: 'indicators', name: 'ledger', line: 2 }])
  })
})
