import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cruiseTree, ROOT, RULE_COMMENTS, RULE_NAMES, type Crossing, type Cruised } from './cruise-tree.ts'
import { MODULES } from './modules.mjs'
import { PLANTS, writeTree } from './planted-tree.ts'

const FOLDERS = ['packages', 'engines', 'apps', 'architecture', 'bench', 'scripts']
/** Well below what the tree holds, well above what a cruiser reads that does not understand TypeScript (none). */
const MODULES_AT_LEAST = 600

describe('the tree', () => {
  let tree: Cruised
  beforeAll(async () => { tree = await cruiseTree(ROOT, FOLDERS) })

  it('is read as a whole, TypeScript and type imports included', () => {
    const sources = tree.modules.map((module) => module.source)
    expect(sources.filter((source) => /\.tsx?$/.test(source)).length).toBeGreaterThan(MODULES_AT_LEAST)
    const typeOnly = tree.modules.flatMap((module) => module.dependencies).filter(({ dependencyTypes }) => dependencyTypes.includes('type-only'))
    expect(typeOnly.length).toBeGreaterThan(MODULES_AT_LEAST)
  })

  it('crosses no wall', () => {
    expect(tree.crossings).toEqual([])
  })

  it('has the module folders of the graph and no others', () => {
    const folders = readdirSync(join(ROOT, 'apps/server/src/modules'), { withFileTypes: true })
    expect(folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()).toEqual(Object.keys(MODULES).sort())
  })

  it('has a graph without circles, listed from the ground up', () => {
    const seen = new Set<string>()
    for (const [name, mayCall] of Object.entries(MODULES)) {
      expect(mayCall.filter((module) => !seen.has(module)), name).toEqual([])
      seen.add(name)
    }
  })

  it('has one door per module that another module may call', () => {
    const called = new Set(Object.values(MODULES).flat())
    expect([...called].filter((name) => !existsSync(join(ROOT, `apps/server/src/modules/${name}/${name}.api.ts`)))).toEqual([])
  })
})

describe('planted violations', () => {
  // The kernel's plant replaces a file of the clean tree, so the clean tree is cruised on its own.
  const clean = writeTree([])
  const planted = writeTree(PLANTS)
  let crossings: Crossing[]
  beforeAll(async () => { crossings = (await cruiseTree(planted.folder, ['packages', 'engines', 'apps'])).crossings })
  afterAll(() => {
    clean.remove()
    planted.remove()
  })

  it('none in the clean tree', async () => {
    expect((await cruiseTree(clean.folder, ['packages', 'engines', 'apps'])).crossings).toEqual([])
  })

  it('one at least for every rule', () => {
    const used = new Set(PLANTS.map((plant) => plant.rule))
    expect(RULE_NAMES.filter((name) => !used.has(name))).toEqual([])
  })

  it.each(PLANTS.map((plant) => [plant.rule, plant.from, plant] as const))('%s is crossed by %s', (rule, _from, plant) => {
    const found = crossings.filter((crossing) => crossing.rule === rule && Object.keys(plant.files).some((file) => [crossing.from, crossing.to].includes(file)))
    expect(found.some(({ to }) => to.includes(plant.to) || to in plant.files)).toBe(true)
  })

  it('nothing is reported that was not planted', () => {
    const expected = new Set(PLANTS.flatMap((plant) => Object.keys(plant.files).map((file) => `${plant.rule} ${file}`)))
    const strangers = crossings.filter(({ rule, from, to }) => !expected.has(`${rule} ${from}`) && !expected.has(`${rule} ${to}`))
    expect(strangers).toEqual([])
  })
})

it('every rule tells in a sentence what to do', () => {
  expect(RULE_COMMENTS.filter((comment) => comment.length < 40 || !comment.endsWith('.'))).toEqual([])
})
