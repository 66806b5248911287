import { shiftMonth } from '@anye/kernel/calendar-month'
import type { Ctx } from '../../../platform/http/context.ts'
import { packMember } from '../../../platform/http/packed-member.ts'
import { isUntouched } from './changes.query.ts'
import { documentsKey } from './documents-key.ts'
import { documentsOf, type Reader } from './household-document.rules.ts'
import { readHouseholds } from './household-records.query.ts'
import type { PackedDocuments, ShareDocuments } from './shared-documents.ts'

/** Months a pack looks back, with the one that is worked on. */
const MONTHS = 3
/** The member of a page that holds documents. */
const PUT = 'put'

export const NO_DOCUMENTS: Promise<PackedDocuments> = packMember(PUT, []).then((member) => ({ member, missing: [], xmin: 0 }))

/**
 * The documents of some households that the reader has just found in her scope, packed; shared with whoever sees as much of the same
 * places on the same day.
 * @param state as it was before anything was read
 */
export function packDocuments(
  { tx, prefixes, now }: Ctx, ids: readonly string[], reader: Reader, { epoch, xmin }: { epoch: string; xmin: number }, share: ShareDocuments,
): Promise<PackedDocuments> {
  return share({
    key: documentsKey({ epoch, prefixes, ids, reader }),
    now,
    isUntouched: (since) => isUntouched(tx, since, ids),
    build: async () => {
      const documents = documentsOf(await readHouseholds(tx, ids, reader.today, { since: shiftMonth(reader.month, 1 - MONTHS), month: reader.month }), reader)
      const made = new Set(documents.map(({ id }) => id))
      return { member: await packMember(PUT, documents), missing: ids.filter((id) => !made.has(id)), xmin }
    },
  })
}
