import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { buildCitizenId, SYNTHETIC_AREA } from '@anye/codes/citizen-id'
import { DIVISIONS } from '@anye/codes/data/divisions'
import { addDays } from '@anye/kernel/calendar-date'
import { writeWorkbook, type SheetColumn } from '../apps/server/src/platform/sheets/write-workbook.ts'
import type { BenchRow } from './bench-row.ts'

const ONE_READ = fileURLToPath(new URL('./sheets-one-read.ts', import.meta.url))
const ONE_IMPORT = fileURLToPath(new URL('./import-one-roster.ts', import.meta.url))
const ROWS = 400_000
const GOAL_MEGABYTES = 1024
const PLAIN = 'reading the same file through the adapter'

type Import = { rows: number; written: number; checkMs: number; commitMs: number; megabytes: number }

/** Imports the roster of 400,000 persons in all villages of the prefecture from one .xlsx into an empty register. */
export async function bench(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-roster-'))
  try {
    const path = join(folder, 'roster.xlsx')
    await writeWorkbook([{ name: '花名册', columns: COLUMNS, rows: roster() }], path)
    const plain = await run<{ rows: number; milliseconds: number; megabytes: number }>(ONE_READ, 'adapter', path)
    const cost = await run<Import>(ONE_IMPORT, path)
    if (cost.rows !== ROWS || cost.written !== ROWS) throw new Error(`Imported ${cost.written} of ${cost.rows} rows`)
    const plainRate = ROWS / plain.milliseconds * 1000
    const row = (name: string, milliseconds: number): BenchRow => {
      const value = ROWS / milliseconds * 1000
      return { name, unit: 'rows/s', value, baseline: PLAIN, baselineValue: plainRate, ratio: value / plainRate }
    }
    const size = `${Math.round((await stat(path)).size / 1024 / 1024)} MB .xlsx`
    return [
      row(`check ${ROWS.toLocaleString('en')} rows, ${size}`, cost.checkMs),
      row('commit them village by village', cost.commitMs),
      {
        name: 'memory of the server while importing', unit: 'MB', value: cost.megabytes, baseline: 'goal: below 1 GiB', baselineValue: GOAL_MEGABYTES,
        ratio: cost.megabytes / GOAL_MEGABYTES,
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function run<T>(script: string, ...args: string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { maxBuffer: 1024 * 1024 })
  return JSON.parse(stdout) as T // printed by our own scripts above
}

const TITLES = [
  '户编号', '村(社区)', '村民小组', '户类型', '姓名', '证件号码', '性别', '与户主关系', '文化程度', '健康状况', '劳动技能', '联系电话', '社保卡号',
  '务工状况', '务工企业名称', '工种', '务工地点', '务工开始时间', '月收入', '核实日期', '核实方式',
]
const NUMBERS = new Set(['户编号', '村(社区)', '证件号码', '联系电话', '社保卡号'])
const COLUMNS: readonly SheetColumn[] = TITLES.map((title) => ({ title, kind: NUMBERS.has(title) ? 'id' : 'text' }))

const MEMBERS = ['户主', '配偶', '之子', '之女']
const SURNAMES = [...'王李张刘陈杨黄罗吴韦']
const GIVEN = [...'明芳秀国建丽强军平华']

function* roster(): Generator<string[]> {
  const villages = DIVISIONS.filter(({ level, validTo }) => level === 5 && validTo === null).map(({ code }) => code)
  const perVillage = Math.ceil(400_000 / MEMBERS.length / villages.length)
  for (let person = 0; person < ROWS; person++) {
    const household = Math.floor(person / MEMBERS.length)
    const member = person % MEMBERS.length
    const works = member !== 1
    // A day holds 999 sequence numbers, odd ones for men; four hundred thousand persons spread over some two thousand days.
    const birth = addDays(member < 2 ? '1975-01-01' : '1995-01-01', household % 2000)
    const sequence = Math.floor(household / 2000) * 4 + (member < 2 ? 0 : 2) + (member % 2 === 0 ? 1 : 2)
    const text = String(person).padStart(8, '0')
    yield [
      `H${household}`, villages[Math.floor(household / perVillage)] ?? '', `${household % 9 + 1}组`, '脱贫户',
      `${SURNAMES[household % 10] ?? ''}${GIVEN[person % 10] ?? ''}${GIVEN[Math.floor(person / 10) % 10] ?? ''}`,
      buildCitizenId(SYNTHETIC_AREA, birth, sequence), member % 2 === 0 ? '男' : '女', MEMBERS[member] ?? '', '初中', '健康', '普通劳动力',
      `154${text}`, `62170012345${text}`,
      ...(works ? ['务工', `宁波第${household % 500}电器厂`, '普工', '浙江宁波慈溪', '2026-03-01', '4500', '2026-11-10', '电话核实'] : ['在家', '', '', '', '', '', '', '']),
    ]
  }
}
