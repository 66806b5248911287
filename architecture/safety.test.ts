import { basename, dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contract } from '@anye/contract/contract'
import { ERRORS } from '@anye/contract/errors'
import { router } from '../apps/server/src/app.ts'
import { listEndpoints } from '../apps/server/test/endpoints.ts'
import { read, repositoryFiles } from './source-files.ts'

const ENDPOINTS = listEndpoints()
const CODE = /^(apps|packages|engines|architecture|bench|scripts)\/.*\.(ts|tsx|mjs)$/
const IS_TEST = /(\.test\.tsx?$|\/test\/|\/testing\/|\/e2e\/|^architecture\/|^bench\/)/
const DOCUMENT = /\.md$/

/** Paths of the leaves of a tree of procedures. */
function leaves(node: object, key = ''): string[] {
  return '~orpc' in node ? [key] : Object.entries(node).flatMap(([name, child]) => leaves(child as object, key === '' ? name : `${key}.${name}`))
}

const linesOf = (path: string) => read(path).split('\n')
const matchesIn = (path: string, pattern: RegExp) =>
  linesOf(path).flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []))

describe('endpoints', () => {
  it('of the contract are all bound in the router, and nothing else is', () => {
    expect(leaves(router).sort()).toEqual(leaves(contract).sort())
  })

  it('are named after their module, say what they ask for, and list only codes of the error table', () => {
    for (const { id, key, permission, kind, summary, errors } of ENDPOINTS) {
      expect(id, id).toMatch(/^[a-z]+\.[a-z_]+\.[a-z_]+$/)
      expect(id.split('.')[0], id).toBe(key?.split('.')[0] ?? id.split('.')[0])
      expect(permission, id).not.toBe('')
      expect(['query', 'command'], id).toContain(kind)
      expect(summary.length, id).toBeGreaterThan(1)
      expect(errors.filter((code) => !(code in ERRORS)), id).toEqual([])
    }
  })

  it('read by GET alone and write by anything else', () => {
    expect(ENDPOINTS.filter(({ kind, method }) => (kind === 'query') !== (method === 'GET')).map(({ id }) => id)).toEqual([])
  })
})

describe('error codes', () => {
  it('are facts in snake_case, with a sentence in both languages', () => {
    for (const [code, { zh, en, status }] of Object.entries(ERRORS)) {
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
      expect(zh, code).toMatch(/[。]$/)
      expect(en, code).toMatch(/[.]$/)
      expect(status, code).toBeGreaterThanOrEqual(400)
    }
  })

  it('are documented, and every documented code exists', () => {
    const documented = [...read('docs/errors.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code)
    expect(documented.sort()).toEqual(Object.keys(ERRORS).sort())
  })
})

describe('source files', () => {
  const files = repositoryFiles(CODE)

  it('are found', () => { expect(files.length).toBeGreaterThan(500) })

  it('have at most 300 lines, tests 400', () => {
    const long = files.map((path) => ({ path, lines: linesOf(path).length - 1 })).filter(({ path, lines }) => lines > (IS_TEST.test(path) ? 400 : 300))
    expect(long).toEqual([])
  })

  it('take time and chance from their caller', () => {
    const sources = new Set(['apps/server/src/platform/clock.ts', 'packages/kernel/src/random.ts', 'apps/console/src/app/clock.ts', 'apps/field/src/app/clock.ts'])
    const asking = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/
    const code = files.filter((path) => /^(apps\/(server|console|field)\/src|packages|engines)\//.test(path) && !IS_TEST.test(path) && !sources.has(path))
    expect(code.flatMap((path) => matchesIn(path, asking))).toEqual([])
  })

  it('are named in kebab-case, components in PascalCase', () => {
    const name = /^\.?([a-z0-9]+(-[a-z0-9]+)*)((\.[a-z0-9-]+)*)\.(ts|mts|mjs|tsx)$/
    const wrong = files.map((path) => basename(path)).filter((file) =>
      !(name.test(file) || /^[A-Z][A-Za-z0-9]*\.(test\.)?tsx$/.test(file) || /(^|\.)zh-CN(\.test)?\.ts$/.test(file)))
    expect(wrong).toEqual([])
  })

  it('are no drawers', () => {
    expect(files.filter((path) => /(^|\/)(utils?|helpers?|common|misc|shared)(\.|\/)/.test(path))).toEqual([])
  })
})

describe('every file', () => {
  // Built at run time, so that this file does not hold what it looks for.
  const machine = new RegExp(['work', 'tmp', 'opt', 'home', 'root', 'farm'].map((folder) => `(?<![\\w.@$}])/${folder}/[a-z]`).join('|'))
  // Paths of an operator's machine in examples of documents and tests of the doctor.
  const allowed = /^(docs\/operations\/|packages\/codes\/src\/data\/|package-lock\.json)/

  it('names no folder of the machine it was written on', () => {
    const files = repositoryFiles(/\.(ts|tsx|mjs|json|md|sql|yml|css|html)$/).filter((path) => !allowed.test(path) && path !== 'architecture/safety.test.ts')
    expect(files.flatMap((path) => matchesIn(path, machine))).toEqual([])
  })

  it('of the lockfile comes from the public registry', () => {
    const hosts = new Set([...read('package-lock.json').matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(([, host]) => host))
    expect([...hosts].filter((host) => host !== 'registry.npmjs.org')).toEqual([])
  })
})

describe('documents', () => {
  const documents = repositoryFiles(DOCUMENT)
  const known = new Set(repositoryFiles(/./))
  const folders = new Set([...known].flatMap((path) => path.split('/').slice(0, -1).map((_, index, parts) => parts.slice(0, index + 1).join('/'))))
  const exists = (path: string) => known.has(path) || folders.has(path.replace(/\/$/, ''))

  it('link to files that exist', () => {
    const broken = documents.flatMap((path) => [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => normalize(join(dirname(path), target))).filter((target) => !exists(target)).map((target) => `${path} -> ${target}`))
    expect(broken).toEqual([])
  })

  it('name paths of the repository that exist', () => {
    const named = /`((?:apps|packages|engines|architecture|bench|scripts|docs)\/[\w./-]+)`/g
    const broken = documents.flatMap((path) => [...read(path).matchAll(named)]
      .map(([, target = '']) => target).filter((target) => !/[<>*{}]|NNNN/.test(target) && !exists(target)).map((target) => `${path} names ${target}`))
    expect(broken).toEqual([])
  })

  it('have a decision for every number, without a gap', () => {
    const numbers = documents.map((path) => /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]).filter((number) => number !== undefined)
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, '0')))
    expect(numbers.length).toBeGreaterThan(14)
  })

  it('of decisions say by which test or tool they are held', () => {
    expect(documents.filter((path) => path.startsWith('docs/decisions/') && !/^## Held by$/m.test(read(path)))).toEqual([])
  })

  it('GLOSSARY.md names words that stand in code', () => {
    const names = [...read('GLOSSARY.md').matchAll(/^\|[^|]+\|[^|]+\|([^|]+)\|[^|]+\|$/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
    const code = repositoryFiles(/^(apps|packages|engines)\/.*\.(ts|tsx|sql)$/).map(read).join('\n')
    expect(names.length).toBeGreaterThan(80)
    expect(names.filter((name) => !new RegExp(`\\b${name}`).test(code))).toEqual([])
  })
})
