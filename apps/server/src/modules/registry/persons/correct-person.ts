import type { z } from 'zod'
import { readBankCard } from '@anye/codes/bank-card'
import { readCitizenId } from '@anye/codes/citizen-id'
import { readPhones } from '@anye/codes/parse/phones-cell'
import type { CorrectPersonRequest } from '@anye/contract/registry/persons/endpoints'
import { prefixesFor } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { covers } from '../../../platform/scope.ts'
import { findDivision } from '../../organization/organization.api.ts'
import { differenceOf, insertVersion } from '../versions/version.store.ts'
import { pinyinOf } from './name-pinyin.ts'
import { faultyField, hasSchoolingConflict, plainChanges, touchesHealth } from './person-changes.rules.ts'
import { copyHeadName, copyRegisterDivision, countMembers, lockPerson, updatePerson, type PersonRecord } from './person.store.ts'
import { isPlaceOutside } from './register-name.rules.ts'

/** Corrects a person; what changed stays as a version with the reason. Sealed values appear there only as changed. */
export async function correctPerson(ctx: Ctx, input: z.infer<typeof CorrectPersonRequest>) {
  const person = await lockPerson(ctx.tx, input.id)
  if (person === undefined) throw new Refusal('not_found')
  if (person.version !== input.version) throw new Refusal('stale_version', { version: person.version })
  const field = faultyField(input.changes, ctx.today)
  if (field !== undefined) throw new Refusal('request_invalid', { field })
  await refuseHiddenAndUnknown(ctx, person, input.changes)
  const known = { education: person['education'] ?? null, inSchool: person['in_school'] ?? null }
  if (hasSchoolingConflict(input.changes, known)) throw new Refusal('schooling_conflict')
  const plain = plainChanges(input.changes, person['exit_on'] === null ? null : String(person['exit_on']), ctx.today)
  const sealed = sealedChanges(ctx, input)
  const difference = differenceOf(person, plain)
  if (difference === undefined && Object.keys(sealed.columns).length === 0) return { id: person.id, version: person.version }
  const changed = { ...difference?.after, ...sealed.columns, ...(input.changes.name === undefined ? {} : pinyinOf(input.changes.name)) }
  await updatePerson(ctx.tx, person.id, changed, ctx.actor.userId, ctx.now)
  if (person.is_head && input.changes.name !== undefined) await copyHeadName(ctx.tx, person.household_id, input.changes.name)
  if (person.is_head && input.changes.registerDivision !== undefined) {
    await copyRegisterDivision(ctx.tx, person.household_id, input.changes.registerDivision)
  }
  if (input.changes.status !== undefined) await countMembers(ctx.tx, person.household_id)
  const before = { ...difference?.before, ...sealed.told }
  const after = { ...difference?.after, ...sealed.told }
  await insertVersion(ctx.tx, {
    entity: 'person', entityId: person.id, division: person.division, version: person.version + 1, before, after,
    reason: input.reason, at: ctx.now, by: ctx.actor.userId,
  })
  ctx.audit.about('person', person.id, person.division)
  ctx.audit.change(before, after)
  ctx.audit.reason(input.reason)
  return { id: person.id, version: person.version + 1 }
}

/** Health is written only by those who may open it here; a place of registration is one that the lists know. */
async function refuseHiddenAndUnknown(ctx: Ctx, person: PersonRecord, changes: z.infer<typeof CorrectPersonRequest>['changes']): Promise<void> {
  const mayOpen = ctx.fieldLevel === 'F4' || covers(prefixesFor(ctx.actor, 'person.reveal'), person.division)
  if (touchesHealth(changes) && !mayOpen) throw new Refusal('forbidden', { field: 'health' })
  const code = changes.registerDivision
  if (typeof code !== 'string' || isPlaceOutside(code)) return
  if ((await findDivision(ctx.tx, code, ctx.today)) === undefined) throw new Refusal('request_invalid', { field: 'registerDivision' })
}

/** Columns of corrected numbers, of health and disability, and what the version may tell of them: that they changed. */
function sealedChanges(
  ctx: Ctx, { changes }: z.infer<typeof CorrectPersonRequest>,
): { columns: SealedColumns; told: Record<string, string> } {
  const { cipher, synthetic } = ctx.services
  const columns: SealedColumns = {}
  const told: Record<string, string> = {}
  if (changes.idNo !== undefined) {
    const id = readCitizenId(changes.idNo, { synthetic })
    if (!id.ok) throw new Refusal('request_invalid', { field: 'idNo', fault: id.fault })
    columns['id_no_sealed'] = cipher.seal('registry.person.id_no', id.id18)
    columns['id_no_lookup'] = cipher.lookup('id_no', id.id18)
    columns['id_last4_lookup'] = cipher.lookup('id_last4', id.id18.slice(-4))
    told['id_no'] = 'sealed'
  }
  if (changes.phone !== undefined) {
    const phone = changes.phone === null ? undefined : readPhones(changes.phone, { synthetic }).phones[0]?.number
    if (changes.phone !== null && phone === undefined) throw new Refusal('request_invalid', { field: 'phone' })
    columns['phone_sealed'] = phone === undefined ? null : cipher.seal('registry.person.phone', phone)
    columns['phone_lookup'] = phone === undefined ? null : cipher.lookup('phone', phone)
    told['phone'] = 'sealed'
  }
  if (changes.bankNo !== undefined) {
    const card = changes.bankNo === null ? undefined : readBankCard(changes.bankNo)
    if (card?.ok === false) throw new Refusal('request_invalid', { field: 'bankNo', fault: card.fault })
    columns['bank_no_sealed'] = card === undefined ? null : cipher.seal('registry.person.bank_no', card.number)
    told['bank_no'] = 'sealed'
  }
  for (const [field, column] of HEALTH_COLUMNS) {
    const value = changes[field]
    if (value === undefined) continue
    columns[column] = value
    told[column] = 'sealed'
  }
  return { columns, told }
}

type SealedColumns = Record<string, Buffer | string | string[] | null>

const HEALTH_COLUMNS = [['health', 'health'], ['disabilityCategory', 'disability_category'], ['disabilityGrade', 'disability_grade']] as const
