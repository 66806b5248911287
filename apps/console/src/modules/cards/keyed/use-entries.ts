import { useCallback, useRef, useState } from 'react'
import { today } from '../../../app/clock.ts'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { toProblem } from '../../../app/problem.ts'
import { ERRORS } from '@anye/contract/errors'
import { EMPTY, useDrafts } from './drafts.ts'
import { readEntry } from './entry.rules.ts'
import type { Entry, Fault } from './entry.rules.ts'
import { recordCheck } from './keyed.data.ts'
import type { Line } from './keyed.data.ts'

/** What became of a row. `fault` names the field to correct; `waiting` is sent again by Enter. */
export type Result =
  | { kind: 'sending' }
  | { kind: 'stored'; status: string; notes: readonly string[] }
  | { kind: 'fault'; fault: Fault }
  | { kind: 'refused'; message: string }
  | { kind: 'waiting'; message: string }

/** Rows as they are typed, and what became of those that were sent. Each row is a command of its own. */
export function useEntries(userId: string, village: string, month: string) {
  const { t, locale } = useLocale()
  const drafts = useDrafts(userId, village, month)
  const [results, setResults] = useState<Readonly<Record<string, Result>>>({})
  /** Method and day of the row before: most cards of a pile share them. */
  const last = useRef({ method: '', day: '' })
  const show = useCallback((personId: string, result: Result | undefined) => setResults((now) => {
    const { [personId]: _, ...rest } = now
    return result ? { ...rest, [personId]: result } : rest
  }), [])

  const type = (personId: string, fields: Partial<Entry>) => {
    drafts.type(personId, fields)
    show(personId, undefined)
  }

  /** Sends a row; answers the fault when something is to be typed first. */
  const send = (line: Line, entry: Entry): Fault | undefined => {
    const reading = readEntry(entry, line, today())
    if (!reading.ok && 'fault' in reading) {
      show(line.personId, { kind: 'fault', fault: reading.fault })
      return reading.fault
    }
    if (!reading.ok) {
      show(line.personId, { kind: 'refused', message: ERRORS[reading.refusal][locale === 'en' ? 'en' : 'zh'] })
      return undefined
    }
    last.current = { method: entry.method, day: entry.day }
    show(line.personId, { kind: 'sending' })
    recordCheck({ ...reading.form, commandId: entry.commandId }).then(
      ({ notes }) => {
        drafts.forget(line.personId)
        show(line.personId, { kind: 'stored', status: reading.form.status, notes })
      },
      (error: unknown) => {
        const { message, retry } = toProblem(error, locale, t)
        const isLater = retry === 'later' || retry === 'after-login'
        show(line.personId, { kind: isLater ? 'waiting' : 'refused', message })
      },
    )
    return undefined
  }

  return {
    entryOf: (personId: string): Entry => drafts.rows[personId] ?? EMPTY,
    resultOf: (personId: string): Result | undefined => results[personId],
    unsent: Object.keys(drafts.rows).length,
    stored: Object.values(results).filter(({ kind }) => kind === 'stored').length,
    last: () => last.current, type, send,
  }
}

export type Entries = ReturnType<typeof useEntries>
