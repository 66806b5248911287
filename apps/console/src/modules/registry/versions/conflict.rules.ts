/** A field that somebody else changed while the form was open. */
export interface ConflictRow {
  field: string
  opened: unknown
  theirs: unknown
  mine: unknown
  /** The person at the form changed it too, so they must choose. */
  isBoth: boolean
}

function same(x: unknown, y: unknown): boolean {
  return JSON.stringify(x ?? null) === JSON.stringify(y ?? null)
}

/**
 * What a correction finds when the record has a newer version: `opened` is what the form showed first,
 * `theirs` what
 * stands now, `mine` what was typed. A field both left at the same value is no conflict.
 */
export function conflictRows(opened: object, theirs: object, mine: object): readonly ConflictRow[] {
  const now = new Map<string, unknown>(Object.entries(theirs))
  const typed = new Map<string, unknown>(Object.entries(mine))
  return Object.entries(opened)
    .map(([field, value]) => ({
      field,
      opened: value,
      theirs: now.get(field),
      mine: typed.get(field),
      isBoth: !same(value, typed.get(field)),
    }))
    .filter((row) => !same(row.opened, row.theirs) && !same(row.theirs, row.mine))
}

/**
 * The form after the choice: their value where only they changed it or where theirs was chosen, else what was
 * typed.
 */
export function settle(
  mine: object,
  rows: readonly ConflictRow[],
  keepsMine: ReadonlySet<string>,
): Record<string, unknown> {
  const theirs = rows.filter(({ field, isBoth }) => !isBoth || !keepsMine.has(field))
  return { ...mine, ...Object.fromEntries(theirs.map((row) => [row.field, row.theirs])) }
}

/**
 * The fields whose value differs from what the form opened with: only these are sent. An emptied field is
 * null.
 */
export function changedFields<Values extends object>(opened: Values, mine: Partial<Values>): Partial<Values> {
  const changed = Object.entries(mine)
    .filter(([field, value]) => field in opened && !same(Reflect.get(opened, field), value))
    .map(([field, value]) => [field, value ?? null])
  // Keys and values come from `mine`; fromEntries forgets which value belongs to which key.
  return Object.fromEntries(changed) as Partial<Values>
}
