import { readCitizenId } from '@anye/codes/citizen-id'
import { sql } from 'kysely'
import type { FieldCipher } from '../../../platform/crypto/field-cipher.ts'
import { rows, type Tx } from '../../../platform/db.ts'

/** Most candidates a search looks at; beyond it the user is asked to narrow. */
const MOST = 500

type Candidate = { person_id: string; household_id: string }

/**
 * Persons a search text may mean, in scope: a full ID or phone (by keyed hash), the last four of an ID, Chinese
 * characters of the name, else pinyin or its initials. The numbers are never compared in clear.
 */
export async function findCandidates(tx: Tx, cipher: FieldCipher, text: string, synthetic: boolean): Promise<Candidate[]> {
  const compact = text.replaceAll(/\s+/g, '')
  if (/^1\d{10}$/.test(compact)) return byHash(tx, 'phone_lookup', cipher.lookup('phone', compact))
  if (/^\d{14,17}[\dXx]$/.test(compact)) {
    const id = readCitizenId(compact, { synthetic })
    return id.ok ? byHash(tx, 'id_no_lookup', cipher.lookup('id_no', id.id18)) : []
  }
  if (/^\d{3}[\dXx]$/.test(compact)) return byHash(tx, 'id_last4_lookup', cipher.lookup('id_last4', compact.toUpperCase()))
  const find = /\p{Script=Han}/u.test(compact) ? sql`registry.find_by_name(${compact}, ${MOST})` : sql`registry.find_by_pinyin(${text.trim()}, ${MOST})`
  return rows(tx, sql<Candidate>`select person_id, household_id from ${find}`)
}

async function byHash(tx: Tx, column: 'phone_lookup' | 'id_no_lookup' | 'id_last4_lookup', hash: Buffer): Promise<Candidate[]> {
  return rows(tx, sql<Candidate>`
    select id as person_id, household_id from registry.person where ${sql.ref(column)} = ${hash} limit ${MOST}`)
}
