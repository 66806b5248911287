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

/** A township's villages, gathered before its workbook is written: the most that is held in memory. */
type Township = {
  code: string
  name: string
  style: RosterStyle
  villages: { plan: VillagePlan; rows: RosterHousehold[]; history: Cell[][] }[]
}

/**
 * Writes the counties' roster workbooks below `dir`, one per township in the style of its reporting unit, and
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
  let township: Township | undefined
  const flush = async () => {
    if (township === undefined) return
    const written = await writeTownship(township, prefecture, dir, ledger.add)
    summary.files.push(...written)
    for (const { path, persons } of written) onFile?.(path, persons)
    summary.persons += written.reduce((sum, { persons }) => sum + persons, 0)
  }
  for (const households of prefecture.households()) {
    const plan = must(households[0], 'No village is empty').village
    if (township?.code !== plan.townshipCode) {
      await flush()
      township = { code: plan.townshipCode, name: plan.township, style: styleOf(plan), villages: [] }
    }
    const rows = rosterOf(root.fork(plan.code), households, township.style)
    township.villages.push({ plan, rows, history: pastJobs(households, township.style) })
  }
  await flush()
  await ledger.close()
  return summary
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
  return households.flatMap(({ no, village, members }) =>
    members.flatMap((person) => historyRows(village.name, no, person, style)),
  )
}

type Add = (entry: LedgerEntry) => void

async function writeTownship(
  township: Township, { options }: Prefecture, dir: string, add: Add,
): Promise<RosterSummary['files']> {
  const { style, villages, name } = township
  const folder = join(dir, style.name)
  await mkdir(folder, { recursive: true })
  const file = `${name}务工就业台账`
  let persons = 0
  const sheets: RosterSheet[] = partsOf(township).map((part) =>
    layOutRoster(part, style, options, ({ person, stains }, index) => {
      persons++
      const where = { file: join(style.name, `${file}.${style.format}`), sheet: part.name, row: index + 1 }
      for (const stain of stains) {
        add({ ...stain, rule: DIRT[stain.kind].rule, ...where, personNo: person.no, idNo: person.idNo })
      }
    }),
  )
  const history = villages.flatMap(({ history: rows }) => rows)
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

/** One sheet for each village, or one for the whole township. */
function partsOf({ name, style, villages }: Township): RosterPart[] {
  const titleOf = (place: string) => `${style.name}${place}务工就业台账`
  if (style.sheetPer === 'township') {
    return [{ name, title: titleOf(name), households: villages.flatMap(({ rows }) => rows) }]
  }
  return villages.map(({ plan, rows: households }) => {
    return { name: plan.name, title: titleOf(name + plan.name), households }
  })
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
