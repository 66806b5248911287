import { z } from 'zod'
import { ROSTER_FIELDS, type RosterFieldKey } from './roster-fields.ts'

/** Key of a roster column, as a schema. */
export const RosterFieldKeySchema = z.enum(
  // Never empty: a literal table.
  ROSTER_FIELDS.map((entry) => entry.key) as [RosterFieldKey, ...RosterFieldKey[]],
)

/**
 * Which column of a file is which field, by header, so that it holds for every sheet of the file and for the
 * next file of the same source whatever the order of columns. A key is a header (`证件号码`) or a header path
 * (`家庭成员信息/姓名`); spaces, brackets and punctuation do not matter; the second column under one header is
 * `联系电话#2`. `null` leaves the column out of the import.
 */
export const RosterMapping = z.object({
  columns: z.record(z.string().min(1).max(300), RosterFieldKeySchema.nullable()),
})
export type RosterMapping = z.infer<typeof RosterMapping>

/** How a column came to its field: said by the mapping of the user, or read from the header. */
export const MappedColumn = z.object({
  /** 0-based position in the sheet. */
  column: z.number().int().nonnegative(),
  /** Spreadsheet letters: A, B … AA. */
  letter: z.string(),
  /** Titles from the top header row to the lowest one. */
  path: z.array(z.string()),
  /** The key under which a mapping names this column. */
  key: z.string(),
  field: RosterFieldKeySchema.nullable(),
  /** 1 said by a user, ≥ 0.9 sure, below to be confirmed, 0 not recognised. */
  confidence: z.number().min(0).max(1),
  source: z.enum(['mapping', 'header', 'none']),
  /** Set when another column took the same field with more right. */
  conflictWith: z.number().int().nonnegative().nullable(),
})
export type MappedColumn = z.infer<typeof MappedColumn>
