import { sql } from 'kysely'
import { buildCitizenId, SYNTHETIC_AREA } from '@anye/codes/citizen-id'
import { newId } from '@anye/kernel/ids'
import { seeded } from '@anye/kernel/random'
import { pinyinOf } from '../../src/modules/registry/persons/name-pinyin.ts'
import type { FieldCipher } from '../../src/platform/crypto/field-cipher.ts'
import type { Tx } from '../../src/platform/db.ts'
import { A_VILLAGE } from './registry.ts'

const bytes = seeded('known-person').bytes

type Known = {
  name: string; sequence: number; birth?: string; sex?: '1' | '2'; phone?: string; bankNo?: string; division?: string; isHead?: boolean
  health?: string[]; skill?: string
}

/** A person with a sealed ID (synthetic area), phone and bank number, and everything the search goes by. */
export async function aKnownPerson(tx: Tx, cipher: FieldCipher, household: string, known: Known): Promise<{ id: string; idNo: string }> {
  const id = newId(1_700_000_000_000, bytes)
  const birth = known.birth ?? '1985-05-01'
  const idNo = buildCitizenId(SYNTHETIC_AREA, birth, known.sequence)
  const { name_pinyin, name_initials } = pinyinOf(known.name)
  const { phone, bankNo } = known
  await sql`insert into registry.person (id, household_id, division, name, name_pinyin, name_initials, id_no_sealed, id_no_lookup, id_last4_lookup,
      sex, birth, relation, is_head, labour_skill, health, phone_sealed, phone_lookup, bank_no_sealed)
    values (${id}, ${household}, ${known.division ?? A_VILLAGE}, ${known.name}, ${name_pinyin}, ${name_initials},
      ${cipher.seal('registry.person.id_no', idNo)}, ${cipher.lookup('id_no', idNo)}, ${cipher.lookup('id_last4', idNo.slice(-4))},
      ${known.sex ?? '1'}, ${birth}, ${known.isHead === true ? '02' : '99'}, ${known.isHead === true}, ${known.skill ?? '1'}, ${known.health ?? []},
      ${phone === undefined ? null : cipher.seal('registry.person.phone', phone)}, ${phone === undefined ? null : cipher.lookup('phone', phone)},
      ${bankNo === undefined ? null : cipher.seal('registry.person.bank_no', bankNo)})`.execute(tx)
  if (known.isHead === true) await sql`update registry.household set head_id = ${id}, head_name = ${known.name} where id = ${household}`.execute(tx)
  await sql`update registry.household set members = members + 1 where id = ${household}`.execute(tx)
  return { id, idNo }
}
