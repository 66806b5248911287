/**
 * `anye import roster FILE --dry-run [--mapping M.json] [--json] [--on DATE]`: checks a roster file without a server or a
 * database. Exit 0 when the file could be read, whatever it holds; 2 with a sentence on standard error when not.
 */
import { checkRoster, createFileLookup, type RosterReport } from '../modules/registry/registry.api.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig } from '../platform/config.ts'
import { dayFlag, mustBeFile, readArguments, readMapping, ROSTER_FLAGS, sentenceOf, UsageError } from './roster-arguments.ts'
import { endWithReader, issueLines, print, printJson } from './roster-output.ts'

const USAGE = '用法: import roster 文件 --dry-run [--mapping 列对应.json] [--json] [--on 2020-04-01]'

async function main(args: string[]) {
  const { values, positionals } = readArguments(USAGE, {
    args, allowPositionals: true, allowNegative: true, options: { ...ROSTER_FLAGS, synthetic: { type: 'boolean' } },
  })
  const [file, ...others] = positionals
  if (values.help) return print(`${USAGE}\n`)
  if (file === undefined || others.length > 0) throw new UsageError(USAGE)
  await mustBeFile(file)
  const on = dayFlag(values.on) ?? systemClock.today()
  const mapping = await readMapping(values.mapping)
  // As the server of this installation would judge them (ANYE_SYNTHETIC).
  const synthetic = values.synthetic ?? loadConfig(process.env).synthetic
  const { issues, ...counts } = await checkRoster(file, { on, synthetic, mapping, lookup: createFileLookup() })
  await (values.json ? printJson(counts, issues) : print(asTable({ ...counts, issues })))
}

function asTable(report: RosterReport): string {
  const { rows, households, accepted, warned, queried, rejected, issues, sheets } = report
  const counts = [
    `共 ${rows} 行，${households} 户可导入`,
    `  通过 ${accepted}    提醒 ${warned}    待核 ${queried}    退回 ${rejected}`,
  ]
  const perSheet = sheets.map(({ name, rows: count, skipped }) => {
    const others = Object.values(skipped).reduce((sum, value) => sum + value, 0)
    return `  工作表“${name}”：${count} 行${others > 0 ? `，另有 ${others} 行不是人员` : ''}`
  })
  return [...counts, ...perSheet, '', ...issueLines(issues), ''].join('\n')
}

endWithReader()

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 2
}
