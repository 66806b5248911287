import { createHash } from 'node:crypto'
import { scopeOf } from '../../../platform/scope.ts'
import type { Reader } from './household-document.rules.ts'

/** What documents follow from beside the facts of their households. `epoch` names the database. */
export type DocumentsOf = { epoch: string; prefixes: readonly string[]; ids: readonly string[]; reader: Pick<Reader, 'fieldLevel' | 'today' | 'month' | 'parameters'> }

/** The same key, the same documents: the database, the places whose rows may be read, how much of a field is seen, the day and its parameters. */
export function documentsKey({ epoch, prefixes, ids, reader: { fieldLevel, today, month, parameters } }: DocumentsOf): string {
  const parts = [epoch, scopeOf(prefixes), fieldLevel, today, month, parameters.evidenceDays, parameters.monthsWithoutContact, ids]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64')
}
