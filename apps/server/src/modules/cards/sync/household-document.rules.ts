import type { FieldLevel } from '@anye/contract/access'
import type { CardParameters } from '@anye/contract/cards/card-parameters'
import { noChangeRefusal } from '@anye/contract/cards/check.rules'
import type { PackHousehold } from '@anye/contract/cards/sync/household-document'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { CalendarMonth } from '@anye/kernel/calendar-month'
import { lastFour, maskFor } from '../../../platform/crypto/mask.rules.ts'
import type { FieldCipher } from '../../../platform/crypto/field-cipher.ts'
import type { FailedCalls } from '../calls/failed-call.store.ts'
import type { HouseholdRecord, HouseholdRecords, LineRecord, MemberRecord } from './household-records.query.ts'

/** For whom and for which day documents are made. */
export type Reader = {
  fieldLevel: FieldLevel; cipher: Pick<FieldCipher, 'open'>; today: CalendarDate; month: CalendarMonth
  parameters: Pick<CardParameters, 'evidenceDays' | 'monthsWithoutContact'>
}

type Member = PackHousehold['members'][number]

/** The documents of some households as their reader may see them, in the order of the records. */
export function documentsOf(records: HouseholdRecords, reader: Reader): PackHousehold[] {
  const lines = Map.groupBy(records.lines, ({ person_id: person }) => person)
  const members = Map.groupBy(records.members, ({ household_id: household }) => household)
  const calls = new Map(records.failedCalls.map((failed) => [failed.person_id, failed]))
  const needs = Map.groupBy(records.needs, ({ household_id: household }) => household)
  return records.households.map((household) => {
    const own = members.get(household.id) ?? []
    return {
      ...headOf(household, reader),
      members: own.map((member) => memberOf(member, lines.get(member.id) ?? [], reader)),
      needs: (needs.get(household.id) ?? []).map(({ id, person_id: personId, kind, due_on: dueOn, owner_name: owner, state }) => ({ id, personId, kind, dueOn, owner, state })),
      reasons: own.flatMap((member) => reasonsOf(member, calls.get(member.id))),
    }
  })
}

/** What the other members of a document do not tell: who came back, and who did not answer the telephone. */
function reasonsOf({ id, left_on: leftOn }: MemberRecord, failed: FailedCalls | undefined): PackHousehold['reasons'] {
  return [
    ...(leftOn === null ? [] : [{ kind: 'came_back', personId: id, dueOn: leftOn }]),
    ...(failed === undefined ? [] : [{ kind: 'call_failed', personId: id, dueOn: failed.last_on, count: failed.in_a_row }]),
  ]
}

function headOf(household: HouseholdRecord, { cipher, fieldLevel }: Reader): Omit<PackHousehold, 'members' | 'needs' | 'reasons'> {
  const phone = household.phone_sealed === null ? null : cipher.open('registry.household.phone', household.phone_sealed)
  const address = [household.site, household.room].filter((part) => part !== null && part !== '').join(' ')
  return {
    id: household.id, division: household.division, divisionName: household.place, groupName: household.group_name ?? '', gridName: household.grid_name ?? '',
    headName: maskFor(fieldLevel, 'name', household.head_name) ?? '—', hhNo: household.hh_no, address: address === '' ? null : address,
    segments: household.segments, phoneMasked: maskFor(fieldLevel, 'phone', phone), contactName: household.contact_name, cardToken: household.card_token, version: household.version,
  }
}

function memberOf(member: MemberRecord, lines: readonly LineRecord[], reader: Reader): Member {
  const line = lines.find(({ month }) => month === reader.month)
  // The last four of an ID tell two of one name apart at the door; the rest stays on the server.
  const idNo = member.id_no_sealed === null ? null : reader.cipher.open('registry.person.id_no', member.id_no_sealed)
  return {
    id: member.id, name: maskFor(reader.fieldLevel, 'name', member.name) ?? '—', initials: member.name_initials, sex: member.sex, birth: member.birth ?? '',
    relation: member.relation, idLast4: idNo === null ? null : lastFour(idNo), labourer: line !== undefined, job: jobOf(member),
    line: line === undefined ? null : lineOf(member, line, reader),
    past: lines.filter(({ month }) => month < reader.month).map(({ month, state, status }) => ({ month, state, statusCode: status })),
    exemptUntil: member.exempt_until,
  }
}

function jobOf(member: MemberRecord): Member['job'] {
  if (member.job === null || member.start_on === null) return null
  return {
    id: member.job, employer: member.employer_raw ?? '', place: member.place_raw ?? '', startOn: member.start_on, wageMonthly: member.wage_monthly,
    evidenceOn: member.evidence_on, contractTo: member.contract_to, version: member.job_version ?? 1,
  }
}

function lineOf(member: MemberRecord, line: LineRecord, { today, parameters }: Reader): Member['line'] {
  const knownStatus = member.known_status ?? (member.job === null ? line.known_status : null)
  const known = {
    state: line.state, knownStatus, openJobId: member.job, evidenceOn: member.evidence_on, monthsWithoutContact: line.months_without_contact,
  }
  const refusal = noChangeRefusal(known, 'none', today, parameters)
  return {
    month: line.month, state: line.state, statusCode: line.status, knownStatus, monthsWithoutContact: line.months_without_contact,
    noChangeAllowed: refusal === undefined, noChangeRefusal: refusal ?? null, returnedReason: line.review_note, inDispute: line.in_dispute, version: line.version,
  }
}
