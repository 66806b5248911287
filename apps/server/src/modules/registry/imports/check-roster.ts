import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ISSUE_TEXTS, worseLevel } from '@anye/contract/registry/imports/roster-issue'
import type { RosterIssue, RowLevel } from '@anye/contract/registry/imports/roster-issue'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { RowRef } from './file-ledger.rules.ts'
import type { LateFinding } from './file-ledger.rules.ts'
import type { CheckedHistory } from './history.rules.ts'
import { issueOfFinding } from './issue-of-finding.ts'
import { readRoster, type RosterEvent, type RosterOptions } from './read-roster.ts'
import type { Finding } from './row-reader.rules.ts'
import type { RosterSheet, SheetTally } from './sheet-import.ts'

/** What an import of a file would do: rows of persons by their worst issue, and every issue. */
export type RosterReport = {
  rows: number
  accepted: number
  warned: number
  queried: number
  rejected: number
  issues: RosterIssue[]
  households: number
  sheets: { name: string; rows: number; skipped: SheetTally['skipped'] }[]
}

/** Files that were imported before, by the SHA-256 of their bytes in hexadecimal. */
export type KnownFiles = ReadonlyMap<string, { name: string; on: CalendarDate }>

/**
 * Checks a roster without a database and without writing anything. Throws `SheetError` for a file that cannot
 * be read. Memory: the issues, one byte and a few numbers a row; not the rows.
 */
export async function checkRoster(
  path: string, options: RosterOptions & { known?: KnownFiles },
): Promise<RosterReport> {
  const earlier = options.known?.get(options.known.size > 0 ? await hashFile(path) : '')
  if (earlier) {
    const repeated = { code: 'file_twice', field: null, values: { ...earlier } } as const
    return { ...emptyReport(), issues: [issueOfFinding(repeated, null, null)] }
  }
  const collector = createCollector()
  for await (const event of readRoster(path, options)) collector.add(event)
  return collector.report()
}

/** SHA-256 of a file's bytes, in hexadecimal: what V25 recognises a file by. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function emptyReport(): RosterReport {
  return { rows: 0, accepted: 0, warned: 0, queried: 0, rejected: 0, issues: [], households: 0, sheets: [] }
}

/** Adds the events of a roster up to a report. */
export function createCollector() {
  const report = emptyReport()
  const sheets = new Map<number, RosterSheet>()
  const levels = createLevels(report)
  const imported = new Set<number>()
  const note = (finding: Finding, sheet: number | null, row: number | null) => {
    report.issues.push(issueOfFinding(finding, sheet === null ? null : (sheets.get(sheet) ?? null), row))
  }
  const addRow = ({ sheet, row, level, findings }: Pick<CheckedHistory, 'sheet' | 'row' | 'level' | 'findings'>) => {
    levels.set({ sheet, row }, level)
    for (const finding of findings) note(finding, sheet, row)
  }
  const raise = ({ finding, sheet, row }: LateFinding) => {
    levels.raise({ sheet, row }, ISSUE_TEXTS[finding.code].level)
    note(finding, sheet, row)
  }
  return {
    add(event: RosterEvent) {
      if (event.type === 'sheet') {
        sheets.set(event.sheet.index, event.sheet)
        for (const finding of event.sheet.findings) note(finding, event.sheet.index, null)
      } else if (event.type === 'household') {
        const { sheet, number, persons, level } = event.household
        if (level !== 'rejected') imported.add(number)
        for (const person of persons) addRow({ sheet, ...person })
      } else if (event.type === 'history') {
        addRow(event.history)
      } else if (event.type === 'tally') {
        const { sheet, rows, unread, skipped } = event.tally
        report.rows += rows
        report.rejected += unread
        report.sheets.push({ name: sheets.get(sheet)?.name ?? '', rows, skipped })
      } else {
        for (const finding of event.findings) note(finding, null, null)
        event.late.forEach(raise)
      }
    },
    report: (): RosterReport => ({ ...report, households: imported.size }),
  }
}

/** Counts rows by level; a row may be raised when the end of the file shows more about it. */
function createLevels(counts: Record<RowLevel, number>) {
  const bySheet = new Map<number, Map<number, RowLevel>>()
  const set = ({ sheet, row }: RowRef, level: RowLevel) => {
    const rows = bySheet.get(sheet) ?? new Map<number, RowLevel>()
    bySheet.set(sheet, rows.set(row, level))
    counts[level]++
  }
  return {
    set,
    raise(ref: RowRef, level: RowLevel) {
      const before = bySheet.get(ref.sheet)?.get(ref.row)
      if (before === undefined) return
      counts[before]--
      set(ref, worseLevel(before, level))
    },
  }
}
