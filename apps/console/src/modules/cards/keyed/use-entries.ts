import { ERRORS } from '@anye/contract/errors'
import { useCallback, useRef, useState } from 'react'
import { today } from '../../../app/clock.ts'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { toProblem } from '../../../app/problem.ts'
import { EMPTY, useDrafts } from './drafts.ts'
import { readEntry } from './entry.rules.ts'
import type { Entry, Fault, Reading } from './entry.rules.ts'
import { recordCheck } from './keyed.data.ts'
import type { Line } from './keyed.data.ts'

/** What became of a row. `fault` names the field to correct; `waiting` is sent again by Enter. */
export type Result =
  | { kind: 'sending' }
  | { kind: 'stored'; notes: readonly string[] }
  | { kind: 'fault'; fault: Fault }
  | { kind: 'refused'; message: string }
  | { kind: 'waiting'; message: string }

/** Rows as they are typed, and what became of those that were sent. Each row is a command of its own. */
export function useEntries(userId: string, village: string, month: string) {
  const drafts = useDrafts(userId, village, month)
  const { results, show } = useResults()
  const deliver = useDelivery()
  /** Method and day of the row before: most cards of a pile share them. */
  const last = useRef({ method: '', day: '' })
  const entryOf = (personId: string): Entry => drafts.rows[personId] ?? EMPTY

  const type = (personId: string, fields: Partial<Entry>) => {
    show(personId, undefined)
    return drafts.type(personId, fields)
  }
  const clear = (personId: string) => {
    drafts.forget(personId)
    show(personId, undefined)
  }
  /** Sends a row, with method and day of the row before where they were left empty; answers what is to be typed first. */
  const send = (line: Line, given: Partial<Entry>): Fault | undefined => {
    const entry = completed(entryOf(line.personId), given, last.current, (fields) => type(line.personId, fields))
    const reading = readEntry(entry, line, today())
    if (reading.ok) {
      last.current = { method: entry.method, day: entry.day }
      show(line.personId, { kind: 'sending' })
      void deliver(entry.commandId, reading.form).then((result) => {
        if (result.kind === 'stored') drafts.forget(line.personId)
        show(line.personId, result)
      })
      return undefined
    }
    show(line.personId, 'fault' in reading ? { kind: 'fault', fault: reading.fault } : deliver.refused(reading.refusal))
    return 'fault' in reading ? reading.fault : undefined
  }
  return {
    entryOf, type, clear, send, unsent: Object.keys(drafts.rows).length,
    resultOf: (personId: string): Result | undefined => results[personId],
    stored: Object.values(results).filter(({ kind }) => kind === 'stored').length,
  }
}

export type Entries = ReturnType<typeof useEntries>
type Form = Extract<Reading, { ok: true }>['form']
type Refusal = Extract<Reading, { refusal: unknown }>['refusal']

/** The row with what was given and what the row before had; typed anew only when that adds something. */
function completed(entry: Entry, given: Partial<Entry>, last: { method: string; day: string }, type: (fields: Partial<Entry>) => Entry): Entry {
  const fields = {
    ...given,
    ...(entry.method === '' && last.method !== '' ? { method: last.method } : {}),
    ...(entry.day === '' && last.day !== '' ? { day: last.day } : {}),
  }
  return Object.keys(fields).length === 0 ? entry : type(fields)
}

function useResults() {
  const [results, setResults] = useState<Readonly<Record<string, Result>>>({})
  const show = useCallback((personId: string, result: Result | undefined) => setResults((now) => {
    const { [personId]: _, ...rest } = now
    return result ? { ...rest, [personId]: result } : rest
  }), [])
  return { results, show }
}

/** Sends a check and tells what became of it: what may work later keeps its command id and waits. */
function useDelivery() {
  const { t, locale } = useLocale()
  const refused = (code: Refusal): Result => ({ kind: 'refused', message: ERRORS[code][locale === 'en' ? 'en' : 'zh'] })
  const deliver = async (commandId: string, form: Form): Promise<Result> => {
    try {
      const { notes } = await recordCheck({ ...form, commandId })
      return { kind: 'stored', notes }
    } catch (error) {
      const { message, retry } = toProblem(error, locale, t)
      return { kind: retry === 'later' || retry === 'after-login' ? 'waiting' : 'refused', message }
    }
  }
  return Object.assign(deliver, { refused })
}
