import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { matchHeader } from '@anye/contract/registry/imports/match-header'
import { readXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSheets } from '../../platform/sheets/open-sheets.ts'
import { STANDARD_LIMITS } from '../../platform/sheets/sheet-limits.ts'
import { tallyPrefecture } from '../measure.ts'
import { generatePrefecture } from '../prefecture.ts'
import { DIRT } from './dirt.ts'
import type { DirtBase, DirtKind } from './dirt.ts'
import { layOutRoster } from './sheet-layout.ts'
import { ROSTER_STYLES, columnsOf } from './styles.ts'
import { writeRosters } from './write-rosters.ts'
import type { LedgerEntry, RosterSummary } from './write-rosters.ts'

const OPTIONS = { scale: 0.003, seed: 5, asOf: '2026-11-24', era: 'today' } as const
const prefecture = generatePrefecture(OPTIONS)
let folder = ''
let summary: RosterSummary
let ledger: LedgerEntry[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anye-rosters-'))
  summary = await writeRosters(prefecture, folder)
  ledger = (JSON.parse(await readFile(join(folder, 'dirt.json'), 'utf8')) as { entries: LedgerEntry[] })
    .entries
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a large township of 普安', () => {
  test('sends several .xls, each readable and with no more merged cells a sheet than the format has', async () => {
    const { files, persons } = await writeRosters(generatePrefecture({ ...OPTIONS, scale: 0.06, places: ['522323001'] }), join(folder, 'crowded'))
    expect(files.length).toBeGreaterThan(1)
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length)
    let [rows, merges] = [0, 0]
    for (const { path } of files) {
      for await (const event of openSheets(join(folder, 'crowded', path), STANDARD_LIMITS)) {
        if (event.type === 'rows' && event.sheet === 0) rows += event.rows.length
        if (event.type === 'sheet') merges = Math.max(merges, event.merges.length)
      }
    }
    expect(rows).toBeGreaterThan(persons)
    expect(merges).toBeGreaterThan(900)
    expect(merges).toBeLessThanOrEqual(1_026)
  }, 120_000)
})

describe('nine styles', () => {
  test.each(ROSTER_STYLES.map((style) => [style.name, style] as const))(
    '%s: every column is known by its title',
    (_, style) => {
      const empty = { name: '表', title: '题', households: [] }
    const { rows } = layOutRoster(empty, { ...style, titleRows: 0 }, OPTIONS, () => undefined)
      let caption = ''
      const unknown = columnsOf(style).filter((key, index) => {
        const top = String(rows[0]?.[index] ?? '')
        const low = style.twoRowHeader ? String(rows[1]?.[index] ?? '') : ''
        if (top !== '') caption = top
        const best = matchHeader(low === '' ? [top] : [caption, low])[0]
        return best?.field !== key || best.confidence < 0.9
      })
      expect(unknown).toEqual([])
    },
  )

  test('three of them keep where people are registered, each under a title of its own', () => {
    const keep = ROSTER_STYLES.filter((style) => columnsOf(style).includes('registerDivision'))
    expect(keep.map(({ name, titles }) => [name, titles.registerDivision])).toEqual([
      ['兴义市', undefined], ['望谟县', '户口所在地'], ['安龙县', '户籍所在地'],
    ])
  })

  test('are nine, in three formats', () => {
    expect(new Set(summary.files.map(({ unit }) => unit)).size).toBe(9)
    expect(new Set(summary.files.map(({ path }) => path.split('.').at(-1)))).toEqual(
      new Set(['xlsx', 'xls', 'csv']),
    )
  })

  test('晴隆 is GB18030 without a byte order mark', async () => {
    const name = (await readdir(join(folder, '晴隆县'))).find((file) => !file.includes('务工经历')) ?? ''
    const text = iconv.decode(await readFile(join(folder, '晴隆县', name)), 'gb18030')
    expect(text).toContain('身份证号')
    expect(text).not.toContain('\uFFFD')
  })
})

describe('the ledger of faults', () => {
  test('names cells that hold what it says', async () => {
    const inWorkbooks = ledger.filter(({ file }) => file.endsWith('.xlsx'))
    const books = new Map<string, Awaited<ReturnType<typeof readXlsx>>>()
    const wrong: LedgerEntry[] = []
    for (const entry of inWorkbooks) {
      const book = books.get(entry.file) ?? (await readXlsx(await readFile(join(folder, entry.file))))
      books.set(entry.file, book)
      const style = ROSTER_STYLES.find(({ name }) => entry.file.startsWith(name)) ?? ROSTER_STYLES[0]
      const column = style === undefined ? -1 : columnsOf(style).indexOf(entry.column)
      const rows = book.sheets.find(({ name }) => name === entry.sheet)?.rows
      // Household columns are written on the first row of a merged range only.
      const cell = entry.column === 'hhNo' ? entry.written : rows?.[entry.row - 1]?.[column] ?? null
      if (cell !== entry.written) wrong.push(entry)
    }
    expect(inWorkbooks.length).toBeGreaterThan(500)
    expect(wrong).toEqual([])
  })

  test.each(Object.keys(DIRT) as DirtKind[])('%s is injected at its odds', (kind) => {
    const { cases, injected } = summary.dirt[kind]
    const { chance } = DIRT[kind]
    expect(Math.abs(injected - cases * chance)).toBeLessThan(4 * Math.sqrt(cases * chance * (1 - chance)) + 3)
  })

  test.each((Object.keys(DIRT) as DirtKind[]).filter((kind) => DIRT[kind].of !== 'posts'))(
    '%s would come at the rate of DOMAIN §9',
    (kind) => {
      const tally = tallyPrefecture(prefecture)
      const count = (key: string) => tally.counts.get(key) ?? 0
      const bases: Record<DirtBase, number> = {
        persons: tally.persons,
        households: tally.households,
        labourers: count('labourers'),
        jobs: count('jobs'),
        posts: count('posts'),
      }
      const rate = (summary.dirt[kind].cases * DIRT[kind].chance) / bases[DIRT[kind].of]
      expect(rate / DIRT[kind].rate).toBeGreaterThan(0.9)
      expect(rate / DIRT[kind].rate).toBeLessThan(1.1)
    },
  )
})

test('the same prefecture gives the same cells', async () => {
  const again = await mkdtemp(join(tmpdir(), 'anye-rosters-'))
  try {
    await writeRosters(generatePrefecture(OPTIONS), again)
    expect(await cellHash(again)).toBe(await cellHash(folder))
  } finally {
    await rm(again, { recursive: true, force: true })
  }
})

test('everyone is in a sheet, and the twice counted twice', () => {
  const persons = tallyPrefecture(prefecture).persons
  expect(summary.persons).toBe(persons + summary.dirt.doubleResidence.injected)
})

/** Hash of the cells of two counties' workbooks, one of each text format, and of the ledger. */
async function cellHash(dir: string): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(dir, 'dirt.json')))
  for (const county of ['兴义市', '晴隆县']) {
    for (const name of (await readdir(join(dir, county))).sort()) {
      const bytes = await readFile(join(dir, county, name))
      if (name.endsWith('.csv')) hash.update(bytes)
      else for (const { rows } of (await readXlsx(bytes)).sheets) hash.update(JSON.stringify(rows))
    }
  }
  return hash.digest('hex')
}
