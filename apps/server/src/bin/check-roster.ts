/**
 * Checks a roster file without a server or a database:
 * `node apps/server/src/bin/check-roster.ts FILE [--mapping M.json] [--json] [--on DATE] [--synthetic]`.
 * Exit 0 when the file could be read, whatever it holds; 2 with a sentence on standard error when not.
 */
import { parseArgs } from 'node:util'
import { checkRoster, createFileLookup, type RosterReport } from '../modules/registry/registry.api.ts'
import { systemClock } from '../platform/clock.ts'
import { dayFlag, mustBeFile, readMapping, sentenceOf, UsageError } from './roster-arguments.ts'

const USAGE = '用法: check-roster 文件 [--mapping 列对应.json] [--json] [--on 2020-04-01] [--synthetic]'
const SHOWN_ISSUES = 40

async function main(args: string[]) {
  const { values, positionals } = readArguments(args)
  const [file, ...others] = positionals
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  if (file === undefined || others.length > 0) throw new UsageError(USAGE)
  await mustBeFile(file)
  const on = dayFlag(values.on) ?? systemClock.today()
  const mapping = await readMapping(values.mapping)
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

// A reader that has seen enough (head, less) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 2
}
