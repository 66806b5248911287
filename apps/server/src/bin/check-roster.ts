/**
 * Checks a roster file without a server or a database:
 * `node apps/server/src/bin/check-roster.ts FILE [--mapping M.json] [--json] [--on DATE] [--synthetic]`.
 * Exit 0 when the file could be read, whatever it holds; 2 with a sentence on standard error when not.
 */
import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { isCalendarDate } from '@anye/kernel/calendar-date'
import { RosterMapping } from '@anye/contract/registry/imports/roster-mapping'
import { checkRoster, createFileLookup, type RosterReport } from '../modules/registry/registry.api.ts'
import { systemClock } from '../platform/clock.ts'
import { SheetError } from '../platform/sheets/sheet-error.ts'

const USAGE = '用法: check-roster 文件 [--mapping 列对应.json] [--json] [--on 2020-04-01] [--synthetic]'
const SHOWN_ISSUES = 40

/** A reason to stop that the person at the terminal can act on. */
class UsageError extends Error {}

async function main(args: string[]) {
  const { values, positionals } = readArguments(args)
  const [file, ...others] = positionals
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  if (file === undefined || others.length > 0) throw new UsageError(USAGE)
  // Asked here, because the reader of the sheets cannot tell a missing file from a damaged one.
  if (!(await stat(file)).isFile()) throw new UsageError('这不是文件。请给出表格文件的路径。')
  const on = values.on ?? systemClock.today()
  if (!isCalendarDate(on)) throw new UsageError(`--on 不是日期:“${on}”。请写成 2020-04-01。`)
  const mapping = values.mapping === undefined ? undefined : await readMapping(values.mapping)
  const synthetic = values.synthetic ?? false
  const report = await checkRoster(file, { on, synthetic, mapping, lookup: createFileLookup() })
  await (values.json ? writeJson(report) : write(asTable(report)))
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        json: { type: 'boolean' },
        on: { type: 'string' },
        synthetic: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (cause) {
    throw new UsageError(USAGE, { cause })
  }
}

async function readMapping(path: string): Promise<RosterMapping> {
  try {
    return RosterMapping.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new UsageError(`列对应文件“${path}”读不出来。请写成 {"columns": {"证件号码": "idNo"}}。`, { cause })
  }
}

// Issue by issue: the text of a province's sheet would not fit into one string.
async function writeJson({ issues, ...counts }: RosterReport) {
  const head = JSON.stringify(counts).slice(0, -1)
  await write(`${head},"issues":[`)
  for (let start = 0; start < issues.length; start += 1000) {
    const lines = issues.slice(start, start + 1000).map((issue) => JSON.stringify(issue))
    await write(`${start === 0 ? '' : ','}${lines.join(',')}`)
  }
  await write(']}\n')
}

function asTable(report: RosterReport): string {
  const { rows, households, accepted, warned, queried, rejected, issues, sheets } = report
  const counts = [
    `共 ${rows} 行,${households} 户可导入`,
    `  通过 ${accepted}    提醒 ${warned}    待核 ${queried}    退回 ${rejected}`,
  ]
  const perSheet = sheets.map(({ name, rows: count, skipped }) => {
    const others = Object.values(skipped).reduce((sum, value) => sum + value, 0)
    return `  工作表“${name}”:${count} 行${others > 0 ? `,另有 ${others} 行不是人员` : ''}`
  })
  const lines = issues.slice(0, SHOWN_ISSUES).map(({ sheet, row, column, rule, message }) =>
    [sheet ?? '', row === null ? '' : `${row} 行`, column ?? '', rule, message].join('\t'))
  const more = issues.length > SHOWN_ISSUES ? [`……还有 ${issues.length - SHOWN_ISSUES} 条,加 --json 查看全部`] : []
  return [...counts, ...perSheet, '', ...lines, ...more, ''].join('\n')
}

function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

function sentenceOf(error: unknown): string {
  if (error instanceof SheetError) return error.zh
  if (error instanceof UsageError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return '找不到这个文件。请检查路径。'
  if (code === 'EACCES') return '没有权限读取这个文件。请检查文件权限。'
  return `没有读完这个文件:${error instanceof Error ? error.message : String(error)}`
}

// A reader that has seen enough (head, less) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 2
}
