import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { parse, type Node } from 'acorn'
import { full } from 'acorn-walk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const APP = fileURLToPath(new URL('..', import.meta.url))
const VITE = fileURLToPath(new URL('../../../node_modules/vite/bin/vite.js', import.meta.url))
/** First load of js and css together, compressed. */
const MOST_BYTES = 200_000
/** What Chrome 69 lacks, as it is written in code; `...at(` is a spread of a shortened name. */
const LACKING = [
  /\bObject\.fromEntries\b/, /\bObject\.hasOwn\b/, /\bPromise\.(allSettled|any|withResolvers)\b/, /(?<!\.\.)\.(at|replaceAll|matchAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|trimEnd)\(/,
  /\bstructuredClone\(/, /\brandomUUID\b/, /\bnew (WeakRef|FinalizationRegistry|ResizeObserver\(.*borderBox)\b/, /\bAbortSignal\.(timeout|any)\b/, /\bIntl\.(RelativeTimeFormat|ListFormat)\b/,
  /\bdateStyle\b/, /\bCompressionStream\b/, /\bglobalThis\./, /\.(replaceChildren|getAnimations)\(/,
]
/** Places in kept libraries that such an engine never reaches, by what stands around the call. */
const NEVER_REACHED = [
  // React's view transitions: the app has none.
  /\.finished,\w+\]\)/, /getAnimations=function\(\)\{for\(var \w+=this\._scope/, /\.ready\.then\(function\(\)\{for\(var \w+=\w+\.documentElement\.getAnimations/,
  // Dexie asks whether there is one.
  /typeof WeakRef<`u`\)\{var \w+=new Set,\w+=new FinalizationRegistry/, /new WeakRef\(\w+\._novip\)/,
]
const AROUND = 70
const CSS_LACKING = [
  /\binset(-\w+)?:/, /:focus-visible/, /:is\(/, /:where\(/, /:has\(/, /\b(min|max|clamp)\(/, /aspect-ratio/, /\d(dvh|svh|lvh)\b/, /color-mix\(/, /@layer/, /overflow-wrap:\s*anywhere/,
  /\bplace-\w+:/, /:not\([^)]*,/, /(margin|padding)-(inline|block)\b/, /\baccent-color\b/,
]

let folder: string
let files: { name: string; text: string }[]
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anye-field-'))
  // As `npm start` does: a build inside the test runner would take React for development.
  execFileSync(process.execPath, [VITE, 'build', '--logLevel', 'error', '--emptyOutDir', '--outDir', folder], { cwd: APP, env: { ...process.env, NODE_ENV: 'production' } })
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css)$/.test(name))
  files = names.map((name) => ({ name: name.replace(/\\/g, '/'), text: readFileSync(join(folder, name), 'utf8') }))
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const scripts = () => files.filter(({ name }) => name.endsWith('.js'))
const styles = () => files.filter(({ name }) => name.endsWith('.css'))

describe('the field app as it is delivered', () => {
  it('is below 200 kB compressed, scripts and styles together', () => {
    expect(scripts().length).toBeGreaterThan(2)
    const bytes = files.reduce((sum, { text }) => sum + gzipSync(text, { level: 9 }).length, 0)
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThan(MOST_BYTES)
  })

  it('is written in the syntax of ES2020 without its operators, which Chrome 69 reads', () => {
    for (const { name, text } of scripts()) {
      const newer: string[] = []
      full(parse(text, { ecmaVersion: 2020, sourceType: 'module' }), (node: Node) => {
        const { type, operator } = node as Node & { operator?: string }
        const isNewer = type === 'ChainExpression' || (type === 'LogicalExpression' && operator === '??') || (type === 'Literal' && 'bigint' in node)
        if (isNewer) newer.push(`${type} at ${node.start}: ${text.slice(node.start, node.start + 40)}`)
      })
      expect(newer.slice(0, 5), name).toEqual([])
    }
  })

  it('calls nothing that Chrome 69 lacks', () => {
    const found = scripts().flatMap(({ name, text }) => LACKING.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))]
      .map(({ index }) => text.slice(Math.max(0, index - AROUND), index + AROUND))
      .filter((excerpt) => !NEVER_REACHED.some((known) => known.test(excerpt))).map((excerpt) => `${name}: …${excerpt}…`)))
    expect(found).toEqual([])
  })

  it('styles with nothing that Chrome 69 drops, and no gap in a flex box', () => {
    expect(styles().length).toBeGreaterThan(0)
    for (const { text } of styles()) {
      expect(CSS_LACKING.filter((pattern) => pattern.test(text))).toEqual([])
      const gaps = [...text.matchAll(/\{([^}]*)\}/g)].map(([, body = '']) => body).filter((body) => /(^|;)(row-|column-)?gap:/.test(body))
      expect(gaps.filter((body) => !body.includes('display:grid'))).toEqual([])
    }
  })

  it('keeps every file of itself for the time without a network, and carries no schema library', () => {
    const worker = scripts().find(({ name }) => name === 'service-worker.js')?.text ?? ''
    expect(files.map(({ name }) => name).filter((name) => name !== 'service-worker.js' && !worker.includes(name))).toEqual([])
    for (const name of ['index.html', 'manifest.webmanifest', 'icon-192.png']) expect(worker).toContain(name)
    expect(worker).not.toMatch(/^\s*(import|export)\b/m)
    expect(scripts().some(({ text }) => text.includes('ZodError'))).toBe(false)
  })
})
