import type { LineState } from '@anye/contract/cards/line-states'
import type { HouseholdDoc } from '../documents.ts'

/** A member as lists and search need it. */
export type IndexMember = {
  id: string
  name: string
  initials: string
  last4: string | null
  /** State of the line of the running month; null for who has none. */
  line: LineState | null
  hasJob: boolean
  contractTo: string | null
}

/** What is kept of a household for the list of today and for search, so that neither opens thousands of documents. */
export type IndexRow = {
  id: string
  division: string
  place: string
  group: string
  head: string
  address: string | null
  /** Token of the service card in use, as its code says it; absent in an index of before. */
  card?: string | null
  members: IndexMember[]
  /** Due day of the need that is due first. */
  needDueOn: string | null
  /** Facts the server told, with the day each is about; of whom, and how often, where it counts persons' calls. */
  told: { kind: string; on: string | null; personId?: string; count?: number }[]
}

export function indexRowOf(doc: HouseholdDoc): IndexRow {
  const due = doc.needs.map(({ dueOn }) => dueOn).filter((day) => day !== null).sort()
  return {
    id: doc.id, division: doc.division, place: doc.divisionName, group: doc.groupName, head: doc.headName, address: doc.address, card: doc.cardToken ?? null,
    members: doc.members.map(({ id, name, initials, idLast4, line, job }) => ({
      id, name, initials, last4: idLast4, line: line?.state ?? null, hasJob: job !== null, contractTo: job?.contractTo ?? null,
    })),
    needDueOn: due[0] ?? null,
    told: doc.reasons.map(({ kind, dueOn, personId, count }) => ({
      kind, on: dueOn ?? null, ...(personId === undefined || count === undefined ? {} : { personId, count }),
    })),
  }
}

/** Rows of the index as `PackStorage.readIndex` answers it. */
export function readIndexRows(text: string | undefined): IndexRow[] {
  return text === undefined ? [] : (JSON.parse(text) as IndexRow[]) // written by writeIndexRows
}

export function writeIndexRows(rows: readonly IndexRow[]): string {
  return JSON.stringify(rows)
}
