import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { sql, type RawBuilder } from 'kysely'
import { Client } from 'pg'
import type { ImportSummary } from '@anye/contract/registry/imports/endpoints'
import type { Role } from '@anye/contract/access'
import { startAppUnderTest, TODAY, type Answer } from '../../../../../test/app-under-test.ts'
import { rows } from '../../../../platform/db.ts'
import { rosterFiles } from './roster-file.ts'
import { sheetOf, syntheticId, type RowCells, type SheetContent } from './roster-rows.ts'

/** Two villages of one township of 望谟县 and one of 普安县. */
export const VILLAGE = '522326001001'
export const NEXT_VILLAGE = '522326001002'
export const FAR_VILLAGE = '522323001001'
export { TODAY }

const grantOf = (role: Role, scope: readonly string[]) => ({ grants: [{ role, scope, unitCode: null }] })
const PEOPLE = {
  office: grantOf('prefecture_office', ['5223']),
  county: grantOf('county_office', ['522326']),
  far: grantOf('county_office', ['522323']),
  village: grantOf('village_post', [VILLAGE]),
  admin: grantOf('system_admin', []),
} as const

export type Person = keyof typeof PEOPLE
export type ImportApp = Awaited<ReturnType<typeof startImportApp>>
export type Counted = Record<'households' | 'persons' | 'episodes' | 'evidence' | 'versions' | 'segments' | 'trainings', number>
export type ImportDetails = {
  summary: ImportSummary
  mapping: { columns: Record<string, string | null> }
  columns: { key: string; field: string | null; confidence: number; source: string; samples: string[] }[]
  missing: string[]
  remembered: boolean
  byRule: { rule: string; level: string; count: number; message: string }[]
  changes: { row: number; name: string; field: string; before: string | null; after: string | null }[]
  villagesTouched: { code: string; name: string; persons: number; done: boolean }[]
}
export type ImportIssue = { sheet: string | null; row: number | null; column: string | null; rule: string; level: string; message: string; code: string; values: Record<string, string> }

/** The whole server with a folder for roster files, and the steps of the wizard, each waiting for what follows in the background. */
export async function startImportApp(suite: 'aes' | 'sm' = 'aes') {
  const app = await startAppUnderTest(PEOPLE, { suite })
  const files = await rosterFiles()
  const get = (person: Person, path: string, query: Record<string, string> = {}) => app.send(person, { method: 'GET', path, query })
  const command = (person: Person, path: string, body: Record<string, unknown> = {}) =>
    app.send(person, { method: 'POST', path, payload: { commandId: app.id(), ...body } })
  const upload = async (person: Person, path: string): Promise<Answer> =>
    app.send(person, { method: 'POST', path: '/files', query: { name: basename(path) }, bytes: await readFile(path) })
  const details = async (person: Person, id: string) => (await get(person, `/registry/imports/${id}`)).body as ImportDetails
  const settled = async (person: Person, id: string): Promise<ImportSummary> => {
    for (let tries = 0; tries < 600; tries++) {
      const { summary } = await details(person, id)
      if (summary.state !== 'checking' && summary.state !== 'committing') return summary
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`Import ${id} never settled`)
  }
  const start = async (person: Person, path: string, body: Record<string, unknown> = {}): Promise<ImportSummary> => {
    const { id: fileId } = (await upload(person, path)).body as { id: string }
    const answer = await command(person, '/registry/imports', { fileId, ...body })
    if (answer.status !== 200) throw new Error(`Not started: ${answer.text}`)
    return settled(person, (answer.body as ImportSummary).id)
  }
  const commit = async (person: Person, id: string) => {
    const answer = await command(person, `/registry/imports/${id}/commit`)
    return { answer, summary: await settled(person, id) }
  }
  const asOwner = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: app.ownerUrl })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  const select = <T>(query: RawBuilder<T>): Promise<T[]> => app.asSystem((tx) => rows(tx, query))
  return {
    ...app, files, get, command, upload, details, settled, start, commit, select,
    check: async (sheet: readonly RowCells[], person: Person = 'county', body: Record<string, unknown> = {}) =>
      start(person, await files.workbook([sheetOf(sheet)]), body),
    checkSheets: async (sheets: readonly SheetContent[], person: Person = 'county') => start(person, await files.workbook(sheets)),
    /** Checks and commits the rows of one sheet; answers the import as it stood before its commit. */
    load: async (sheet: readonly RowCells[], person: Person = 'county', body: Record<string, unknown> = {}): Promise<ImportDetails> => {
      const { id } = await start(person, await files.workbook([sheetOf(sheet)]), body)
      const before = await details(person, id)
      const { answer, summary } = await commit(person, id)
      if (summary.state !== 'committed') throw new Error(`Not committed: ${before.summary.message ?? ''} ${answer.text}`)
      return before
    },
    issues: async (person: Person, id: string, query: Record<string, string> = {}) =>
      (await get(person, `/registry/imports/${id}/issues`, query)).body as { rows: ImportIssue[]; nextCursor: string | null },
    /** How many records of each kind the register holds. */
    count: async (): Promise<Counted> => {
      const [counted] = await select(sql<Counted>`select
        (select count(*) from registry.household where status = 'active') as households, (select count(*) from registry.person) as persons,
        (select count(*) from registry.episode) as episodes, (select count(*) from registry.evidence) as evidence,
        (select count(*) from registry.version) as versions, (select count(*) from registry.segment) as segments,
        (select count(*) from registry.training) as trainings`)
      if (counted === undefined) throw new Error('No counts')
      return counted
    },
    /** Runs as the owner of the database: what no user of the application may do. */
    asOwner,
    /** Empties the register, as it is before the first roster. */
    empty: () => asOwner(`truncate registry.household, registry.person, registry.segment, registry.episode, registry.evidence, registry.training,
      registry.exemption, registry.version, registry.village_touch, registry.import, registry.import_mapping cascade`),
    close: async () => {
      await files[Symbol.asyncDispose]()
      await app.close()
    },
  }
}

/** A man of 40 in the first test village, head of household T…; every number is another man against whom no rule has anything. */
export function aMan(number: number, cells: RowCells = {}): RowCells {
  const birth = `1986-0${1 + (number % 9)}-1${number % 10}`
  return {
    hhNo: `T${number}`, county: '望谟县', village: VILLAGE, hhType: '脱贫户', name: `韦山${GIVEN[number % GIVEN.length] ?? '天'}`,
    idNo: syntheticId(birth, 2 * number + 1), sex: '男', birth, relation: '户主', labourSkill: '普通劳动力',
    phone: `154${String(number).padStart(8, '0')}`, ...cells,
  }
}

/** A job of his that he holds. */
export function aJob(cells: RowCells = {}): RowCells {
  return {
    workStatus: '务工', employer: '慈溪电器厂', place: '浙江宁波慈溪', workFrom: '2026-03-01', wage: '4000', months: '6', verifiedOn: '2026-11-01',
    verifyMethod: '电话核实', ...cells,
  }
}

const GIVEN = [...'天地玄黄宇宙洪荒日月']
