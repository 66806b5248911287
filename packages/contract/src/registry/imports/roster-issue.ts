import { z } from 'zod'
import { HOUSEHOLD_ISSUES } from './household-issues.ts'
import { IssueLevel } from './issue-text.ts'
import { PERSON_ISSUES } from './person-issues.ts'
import { WORK_ISSUES } from './work-issues.ts'
import { rosterField, type RosterFieldKey } from './roster-fields.ts'
import { RosterFieldKeySchema } from './roster-mapping.ts'

/** What became of a row: its worst issue, or `accepted`. */
export const RowLevel = z.enum(['accepted', 'warned', 'queried', 'rejected'])
export type RowLevel = z.infer<typeof RowLevel>

/** Every issue an import can raise. */
export const ISSUE_TEXTS = { ...PERSON_ISSUES, ...WORK_ISSUES, ...HOUSEHOLD_ISSUES }
export type IssueCode = keyof typeof ISSUE_TEXTS

/**
 * An issue as screens, the mended workbook and the command line show it:
 * `{sheet,row,column,rule,level,message}` and more.
 */
export const RosterIssue = z.object({
  sheet: z.string().nullable(),
  /** Row number in the file, from 1; null for an issue of a sheet or of the file. */
  row: z.number().int().positive().nullable(),
  /** Letters of the column; null for an issue of the row. */
  column: z.string().nullable(),
  rule: z.string(),
  level: IssueLevel,
  /** Chinese sentence that says what to do. */
  message: z.string(),
  field: RosterFieldKeySchema.nullable(),
  code: z.string(),
  /** Fillings of the sentence, so that it can be shown in English too. */
  values: z.record(z.string(), z.string()),
})
export type RosterIssue = z.infer<typeof RosterIssue>

const RANK: Readonly<Record<RowLevel, number>> = { accepted: 0, warned: 1, queried: 2, rejected: 3 }

/** The worse of two levels. */
export function worseLevel(left: RowLevel, right: RowLevel): RowLevel {
  return RANK[left] >= RANK[right] ? left : right
}

/**
 * The sentence of an issue: `{title}` is the title of its field, `{at}` the place of another row given by the
 * values `row` and, in another sheet, `sheet`; the other placeholders are values.
 */
export function issueSentence(
  issue: { code: IssueCode; field: RosterFieldKey | null; values: Readonly<Record<string, string>> },
  language: 'zh' | 'en' = 'zh',
): string {
  const title = issue.field === null ? '' : rosterField(issue.field)[language]
  const filled = { title, at: otherRow(issue.values, language), ...issue.values }
  return ISSUE_TEXTS[issue.code][language].replace(/\{(\w+)\}/gu, (_, name: string) => valueOf(filled, name))
}

function otherRow({ row = '', sheet }: Readonly<Record<string, string>>, language: 'zh' | 'en'): string {
  if (language === 'zh') return sheet === undefined ? `第 ${row} 行` : `工作表“${sheet}”第 ${row} 行`
  return sheet === undefined ? `row ${row}` : `row ${row} of sheet "${sheet}"`
}

function valueOf(values: Readonly<Record<string, string>>, name: string): string {
  return values[name] ?? ''
}

/** True for the code of an issue of this table. */
export function isIssueCode(text: string): text is IssueCode {
  return text in ISSUE_TEXTS
}
