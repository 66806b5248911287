import { ISSUE_TEXTS, issueSentence, type RosterIssue } from '@anye/contract/registry/imports/roster-issue'
import type { Finding } from './row-reader.rules.ts'
import type { RosterSheet } from './sheet-import.ts'

/** A finding as screens and the command line show it. */
export function issueOfFinding(finding: Finding, sheet: RosterSheet | null, row: number | null): RosterIssue {
  const { code, field, values } = finding
  const { rule, level } = ISSUE_TEXTS[code]
  const column = field === null ? null : (sheet?.mapping?.byField.get(field)?.letter ?? null)
  const message = issueSentence(finding)
  return { sheet: sheet?.name ?? null, row, column, rule, level, message, field, code, values }
}
