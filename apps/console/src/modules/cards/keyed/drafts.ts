import { useCallback, useState } from 'react'
import { z } from 'zod'
import { newCommandId } from '../../../app/api.ts'
import type { Entry } from './entry.rules.ts'

const Draft = z.object({
  commandId: z.string(), status: z.string(), method: z.string(), day: z.string(),
  begin: z.object({
    episodeId: z.string(), employer: z.string(), placeCode: z.string(), startOn: z.string(), form: z.string(), wageMonthly: z.number().nullable(),
  }).nullable(),
  end: z.object({ endOn: z.string(), endReason: z.string() }).nullable(),
})
const Drafts = z.record(z.string(), Draft)
type Kept = Readonly<Record<string, Entry>>

/** Rows that were typed and not stored yet, by person: they survive a reload, and go once the server has them. */
export function useDrafts(userId: string, village: string, month: string) {
  const key = `anye.keyed.${userId}.${month}.${village}`
  const [held, setHeld] = useState<{ key: string; rows: Kept }>(() => ({ key, rows: read(key) }))
  // Another village or month: its own rows, read before anything is shown.
  const rows = held.key === key ? held.rows : read(key)
  const change = useCallback((to: (rows: Kept) => Kept) => {
    setHeld((now) => {
      const next = to(now.key === key ? now.rows : read(key))
      write(key, next)
      return { key, rows: next }
    })
  }, [key])
  /** What was typed in a row; a changed row is another command. Answers the row as it stands now. */
  const type = (personId: string, fields: Partial<Entry>): Entry => {
    const entry = { ...(rows[personId] ?? EMPTY), ...fields, commandId: newCommandId() }
    change((now) => ({ ...now, [personId]: entry }))
    return entry
  }
  const forget = useCallback((personId: string) => change((now) =>
    Object.fromEntries(Object.entries(now).filter(([id]) => id !== personId))), [change])
  return { rows, type, forget }
}

export const EMPTY: Entry = { commandId: '', status: '', method: '', day: '', begin: null, end: null }

function read(key: string): Kept {
  const parsed = Drafts.safeParse(JSON.parse(localStorage.getItem(key) ?? '{}'))
  return parsed.success ? parsed.data : {}
}

function write(key: string, rows: Kept): void {
  if (Object.keys(rows).length === 0) localStorage.removeItem(key)
  else localStorage.setItem(key, JSON.stringify(rows))
}
