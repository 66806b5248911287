import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ISSUE_TEXTS, worseLevel, type RosterIssue, type RowLevel } from '@anye/contract/registry/imports/roster-issue'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { CheckedHousehold } from './check-household.rules.ts'
import type { LateFinding } from './file-ledger.rules.ts'
import { issueOfFinding } from './issue-of-finding.ts'
import { readRoster, type RosterEvent, type RosterOptions } from './read-roster.ts'
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
 * Checks a roster without a database and without writing anything. Throws `SheetError` for a file that cannot be
 * read. Memory: the issues, one byte and a few numbers a row; not the rows.
 */
export async function checkRoster(path: string, options: RosterOptions & { known?: KnownFiles }): Promise<RosterReport> {
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
  const levels = new Map<number, Map<number, RowLevel>>()
  const addHousehold = ({ sheet, persons, part, level }: CheckedHousehold) => {
    if (part === 1 && level !== 'rejected') report.households++
    for (const person of persons) {
      report[person.level]++
      levels.get(sheet)?.set(person.row, person.level)
      for (const found of person.findings) {
        report.issues.push(issueOfFinding(found, sheets.get(sheet) ?? null, person.row))
      }
    }
  }
  const addLate = ({ sheet, row, finding }: LateFinding) => {
    const known = levels.get(sheet)
    const before = known?.get(row) ?? 'accepted'
    const after = worseLevel(before, ISSUE_TEXTS[finding.code].level)
    report[before]--
    report[after]++
    known?.set(row, after)
    report.issues.push(issueOfFinding(finding, sheets.get(sheet) ?? null, row))
  }
  return {
    add(event: RosterEvent) {
      if (event.type === 'sheet') {
        sheets.set(event.sheet.index, event.sheet)
        levels.set(event.sheet.index, new Map())
        report.issues.push(...event.sheet.findings.map((found) => issueOfFinding(found, event.sheet, null)))
      } else if (event.type === 'household') {
        addHousehold(event.household)
      } else if (event.type === 'tally') {
        const { sheet, rows, unread, skipped } = event.tally
        report.rows += rows
        report.rejected += unread
        report.sheets.push({ name: sheets.get(sheet)?.name ?? '', rows, skipped })
      } else {
        report.issues.push(...event.findings.map((found) => issueOfFinding(found, null, null)))
        for (const late of event.late) addLate(late)
      }
    },
    report: (): RosterReport => report,
  }
}
