// What `import roster` and its dry run share: arguments, and sentences for the person at the terminal.
import { readFile, stat } from 'node:fs/promises'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { isCalendarDate, type CalendarDate } from '@anye/kernel/calendar-date'
import { RosterMapping } from '@anye/contract/registry/imports/roster-mapping'
import { ERRORS } from '@anye/contract/errors'
import { Refusal } from '../platform/refusal.ts'
import { SheetError } from '../platform/sheets/sheet-error.ts'

/** A reason to stop that the person at the terminal can act on. */
export class UsageError extends Error {}

/** The flags of both. */
export const ROSTER_FLAGS = {
  mapping: { type: 'string' },
  json: { type: 'boolean' },
  on: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Reads the arguments; those that cannot be read are answered with the usage. */
export function readArguments<Config extends ParseArgsConfig>(usage: string, config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config)
  } catch (cause) {
    throw new UsageError(usage, { cause })
  }
}

/** Asked before reading, because the reader of the sheets cannot tell a missing file from a damaged one. */
export async function mustBeFile(path: string): Promise<void> {
  if (!(await stat(path)).isFile()) throw new UsageError('这不是文件。请给出表格文件的路径。')
}

/** The day of --on; undefined without one. */
export function dayFlag(on: string | undefined): CalendarDate | undefined {
  if (on !== undefined && !isCalendarDate(on)) throw new UsageError(`--on 不是日期：“${on}”。请写成 2020-04-01。`)
  return on
}

/** The columns a person has assigned, from the file of --mapping; undefined without one. */
export async function readMapping(path: string | undefined): Promise<RosterMapping | undefined> {
  if (path === undefined) return undefined
  try {
    return RosterMapping.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new UsageError(`列对应文件“${path}”读不出来。请写成 {"columns": {"证件号码": "idNo"}}。`, { cause })
  }
}

/** What the person at the terminal is told about a failure. */
export function sentenceOf(error: unknown): string {
  if (error instanceof SheetError) return error.zh
  if (error instanceof Refusal) return ERRORS[error.code].zh
  if (error instanceof UsageError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return '找不到这个文件。请检查路径。'
  if (code === 'EACCES') return '没有权限读取这个文件。请检查文件权限。'
  return `没有读完这个文件：${error instanceof Error ? error.message : String(error)}`
}
