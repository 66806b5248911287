import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { unitOfTownship } from '@anye/codes/data/divisions-units'
import { must } from '@anye/kernel/assert'
import { seeded } from '@anye/kernel/random'
import type { DemoHousehold, Prefecture, VillagePlan } from '../model.ts'
import { DIRT } from './dirt.ts'
import type { DirtKind, Stain } from './dirt.ts'
import type { Cell } from './roster-row.ts'
import { HISTORY_SHEET, HISTORY_TITLES, historyRows, layOutRoster } from './sheet-layout.ts'
import type { RosterPart, RosterSheet } from './sheet-layout.ts'
import { ROSTER_STYLES } from './styles.ts'
import type { RosterStyle } from './styles.ts'
import { villageRosters } from './village-roster.ts'
import type { RosterHousehold } from './village-roster.ts'
import { writeWorkbook } from './write-workbook.ts'

/** A stain and where it stands: `row` counts from 1, as spreadsheet programs show it. */
export type LedgerEntry = Stain & {
  rule: string | null
  file: string
  sheet: string
  row: number
  personNo: string
  idNo: string
}

export type RosterSummary = {
  files: { path: string; unit: string; sheets: number; persons: number }[]
  persons: number
  /** Rows each kind of dirt could have befallen and did. */
  dirt: Record<DirtKind, { cases: number; injected: number }>
}

type Village = { plan: VillagePlan; rows: RosterHousehold[]; history: Cell[][] }
/** Villages of one or several townships, gathered before their workbook is written: the most that is held in memory. */
type Workbook = { style: RosterStyle; townships: Map<string, Village[]>; persons: number }
/** Gives every file a name of its own: the second of a township is numbered. */
type NameFile = (style: RosterStyle, townships: readonly string[]) => string

// A township of a full-size prefecture fills a workbook; small ones share one, for every file costs its reading process.
const PERSONS_A_FILE = 8_000
// The writer of the old format takes some 200 KB of memory for a person; a large township sends several files.
const PERSONS_AN_XLS = 2_500
// And of time: what a unit has more, it sends in the new format, as units do once they have the program.
const MOST_XLS_A_UNIT = 10

/**
 * Writes the counties' roster workbooks below `dir`, each a township or several in the style of its reporting unit, and
 * `dirt.json`, the ledger of every fault put in. Cell contents depend on the prefecture's options alone.
 */
export async function writeRosters(
  prefecture: Prefecture,
  dir: string,
  onFile?: (path: string, persons: number) => void,
): Promise<RosterSummary> {
  const { options } = prefecture
  const summary: RosterSummary = { files: [], persons: 0, dirt: emptyCounts() }
  const rosterOf = villageRosters(options, (kind) => void summary.dirt[kind].cases++)
  const root = seeded(`rosters/${options.seed}/${options.era}`)
  await mkdir(dir, { recursive: true })
  const ledger = ledgerFile(join(dir, 'dirt.json'), summary)
  const nameFile = fileNames()
  const write = async (workbook: Workbook) => {
    const written = await writeFilesOf(workbook, prefecture, { dir, nameFile, add: ledger.add })
    summary.files.push(...written)
    for (const { path, persons } of written) onFile?.(path, persons)
    summary.persons += written.reduce((sum, { persons }) => sum + persons, 0)
  }
  const shelf = workbookShelf(write)
  for (const households of prefecture.households()) {
    const plan = must(households[0], 'No village is empty').village
    const workbook = await shelf.workbookFor(plan)
    const rows = rosterOf(root.fork(plan.code), households, workbook.style)
    shelf.add(workbook, { plan, rows, history: pastJobs(households, workbook.style) })
  }
  await shelf.clear()
  await ledger.close()
  return summary
}

/** Keeps a workbook open for each unit of a county, since 义龙新区's townships lie between others. */
function workbookShelf(write: (workbook: Workbook) => Promise<void>) {
  const open = new Map<string, Workbook>()
  const opened = new Map<string, number>()
  let county: string | undefined
  const clear = async () => {
    for (const workbook of open.values()) await write(workbook)
    open.clear()
  }
  return {
    clear,
    workbookFor: async (plan: VillagePlan): Promise<Workbook> => {
      if (county !== plan.countyCode) await clear()
      county = plan.countyCode
      const style = styleOf(plan)
      const found = open.get(style.unit)
      if (found !== undefined && hasRoomFor(found, plan)) return found
      if (found !== undefined) await write(found)
      const before = opened.get(style.unit) ?? 0
      opened.set(style.unit, before + 1)
      const workbook = { style: asSent(style, before), townships: new Map(), persons: 0 }
      open.set(style.unit, workbook)
      return workbook
    },
    add: (workbook: Workbook, village: Village): void => {
      const { township } = village.plan
      workbook.townships.set(township, [...(workbook.townships.get(township) ?? []), village])
      workbook.persons += village.rows.reduce((sum, { rows }) => sum + rows.length, 0)
    },
  }
}

/** The style of a unit's next workbook after so many. */
function asSent(style: RosterStyle, before: number): RosterStyle {
  return style.format === 'xls' && before >= MOST_XLS_A_UNIT ? { ...style, format: 'xlsx' } : style
}

function hasRoomFor({ style, persons, townships }: Workbook, { township }: VillagePlan): boolean {
  if (style.format === 'xls') return persons < PERSONS_AN_XLS
  return persons < PERSONS_A_FILE || townships.has(township)
}

function emptyCounts(): RosterSummary['dirt'] {
  return Object.fromEntries(
    Object.keys(DIRT).map((kind) => [kind, { cases: 0, injected: 0 }]),
  ) as RosterSummary['dirt']
}

/** The style of the reporting unit a village belongs to. */
function styleOf({ townshipCode }: VillagePlan): RosterStyle {
  const unit = must(unitOfTownship(townshipCode), `No reporting unit for ${townshipCode}`).code
  return must(ROSTER_STYLES.find((style) => style.unit === unit), `No roster style for ${unit}`)
}

function pastJobs(households: readonly DemoHousehold[], style: RosterStyle): Cell[][] {
  return households.flatMap((household) =>
    household.members.flatMap((person) => historyRows(household, person, style)),
  )
}

type Add = (entry: LedgerEntry) => void

async function writeFilesOf(
  workbook: Workbook, { options }: Prefecture, { dir, nameFile, add }: { dir: string; nameFile: NameFile; add: Add },
): Promise<RosterSummary['files']> {
  const { style, townships } = workbook
  const folder = join(dir, style.name)
  await mkdir(folder, { recursive: true })
  const file = nameFile(style, [...townships.keys()])
  let persons = 0
  const sheets: RosterSheet[] = partsOf(workbook).map((part) =>
    layOutRoster(part, style, options, ({ person, stains }, index) => {
      persons++
      const where = { file: join(style.name, `${file}.${style.format}`), sheet: part.name, row: index + 1 }
      for (const stain of stains) {
        add({ ...stain, rule: DIRT[stain.kind].rule, ...where, personNo: person.no, idNo: person.idNo })
      }
    }),
  )
  const history = [...townships.values()].flat().flatMap(({ history: rows }) => rows)
  if (history.length > 0) {
    sheets.push({ name: HISTORY_SHEET, rows: [[...HISTORY_TITLES], ...history], merges: [] })
  }
  const paths = await writeWorkbook(join(folder, file), sheets, style)
  const perFile = paths.length > 1 ? 1 : sheets.length
  return paths.map((path, index) => ({
    path: join(style.name, basename(path)),
    unit: style.unit,
    sheets: perFile,
    persons: index === 0 ? persons : 0,
  }))
}

function fileNames(): NameFile {
  const used = new Map<string, number>()
  return (style, townships) => {
    const name = `${nameOf(townships)}务工就业台账`
    const nth = (used.get(style.name + name) ?? 0) + 1
    used.set(style.name + name, nth)
    return nth === 1 ? name : `${name}${nth}`
  }
}

function nameOf(townships: readonly string[]): string {
  const [first = ''] = townships
  return townships.length > 1 ? `${first}等${townships.length}个乡镇街道` : first
}

/** One sheet for each village, for each township, or in a .csv one for all: it has no others. */
function partsOf({ style, townships }: Workbook): RosterPart[] {
  const titleOf = (place: string) => `${style.name}${place}务工就业台账`
  const all = [...townships]
  const households = (villages: readonly Village[]) => villages.flatMap(({ rows }) => rows)
  if (style.format === 'csv') {
    const name = nameOf([...townships.keys()])
    return [{ name, title: titleOf(name), households: households([...townships.values()].flat()) }]
  }
  if (style.sheetPer === 'township') {
    return all.map(([name, villages]) => ({ name, title: titleOf(name), households: households(villages) }))
  }
  const used = new Set([HISTORY_SHEET])
  return all.flatMap(([township, villages]) =>
    villages.map(({ plan, rows }) => {
      // Villages of one name lie in different townships, but a workbook has every sheet name once.
      const name = used.has(plan.name) ? `${plan.name}(${township})` : plan.name
      used.add(name)
      return { name, title: titleOf(township + plan.name), households: rows }
    }),
  )
}

/** Streams the ledger: at scale 1 it has a million entries. */
function ledgerFile(path: string, summary: RosterSummary) {
  const stream = createWriteStream(path)
  let first = true
  stream.write('{"entries":[')
  return {
    add: (entry: LedgerEntry) => {
      summary.dirt[entry.kind].injected++
      stream.write(`${first ? '\n' : ',\n'}${JSON.stringify(entry)}`)
      first = false
    },
    close: async () => {
      stream.end(`\n],\n"dirt":${JSON.stringify(summary.dirt)}}\n`)
      await finished(stream)
    },
  }
}
