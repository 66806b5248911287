import { sql } from 'kysely'
import { labelOf } from '@anye/codes/code-list'
import { RELATION } from '@anye/codes/relation'
import { SEX } from '@anye/codes/sex'
import type { FieldLevel } from '@anye/contract/access'
import { ageOn, type CalendarDate } from '@anye/kernel/calendar-date'
import type { FieldCipher } from '../../../platform/crypto/field-cipher.ts'
import { lastFour, maskFor, maskName } from '../../../platform/crypto/mask.rules.ts'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'
import { contactNameOn } from '../../registry/registry.api.ts'
import { LIVE } from './card.store.ts'
import { addressOfCard } from './card-token.rules.ts'
import { groupsInOrder } from './group-order.rules.ts'
import { labourersOf } from './labourers.query.ts'
import type { PrintedCard, PrintedLabourer } from './print-model.ts'

/** Which live cards a paper has: those of a village, or of one group of it. */
export type Printed = { village: string; group: string | undefined }

const cardsOf = ({ village, group }: Printed) => sql`cards.card c join registry.pub_household h on h.id = c.household_id and h.division = c.division
  where c.division = ${village} and c.state in ${LIVE} and (${group === undefined} or coalesce(h.group_name, '') = ${group ?? ''})`

export async function countPrinted(tx: Tx, printed: Printed): Promise<number> {
  const counted = await firstRow(tx, sql<{ count: number }>`select count(*)::int as count from ${cardsOf(printed)}`)
  return counted?.count ?? 0
}

/** For whom cards are drawn. `maskNames`: whatever the level, as on a label that everybody in the house reads. */
export type PrintReader = {
  tx: Tx; cipher: FieldCipher; fieldLevel: FieldLevel; today: CalendarDate; publicAddress: string; maskNames: boolean
}

type CardRecord = {
  household_id: string; card_no: string; bag_no: number; token: string; head_name: string | null; group_name: string | null; members: number
  contact_name: string | null
}
type LabourerRecord = {
  household_id: string; name: string; sex: string; birth: CalendarDate | null; relation: string; id_no_sealed: Buffer | null; phone_sealed: Buffer | null
  place_raw: string | null; employer_raw: string | null; start_on: CalendarDate | null
}

/** Cards with their labourers (one line each, S76), masked for the reader, group by group in the order of a walk and then by bag. */
export async function readPrinted(reader: PrintReader, printed: Printed): Promise<PrintedCard[]> {
  const cards = await rows(reader.tx, sql<CardRecord>`select c.household_id, c.card_no, c.bag_no, c.token, h.head_name, h.group_name, h.members,
    ${contactNameOn(sql`h.id`, reader.today)} as contact_name from ${cardsOf(printed)} order by c.bag_no`)
  const labourers = await rows(reader.tx, sql<LabourerRecord>`
    select q.household_id, q.name, q.sex, q.birth, q.relation, q.id_no_sealed, q.phone_sealed, e.place_raw, e.employer_raw, e.start_on
    from ${await labourersOf(reader.tx, [printed.village], reader.today)} l join registry.pub_person q on q.id = l.id
    left join lateral (
      select j.place_raw, j.employer_raw, j.start_on from registry.pub_episode j
      where j.person_id = q.id and not j.voided and j.start_on <= ${reader.today} and (j.end_on is null or j.end_on >= ${reader.today})
      order by j.start_on desc, j.id limit 1) e on true
    where q.household_id in (select c.household_id from ${cardsOf(printed)})
    order by q.is_head desc, q.seq nulls last, q.birth, q.id`)
  const byHousehold = Map.groupBy(labourers, ({ household_id }) => household_id)
  const ranks = new Map(groupsInOrder(cards.map(({ group_name }) => group_name ?? '')).map((name, index) => [name, index]))
  return cards
    .map((card) => cardOf(reader, card, byHousehold.get(card.household_id) ?? []))
    .sort((one, other) => (ranks.get(one.groupName) ?? 0) - (ranks.get(other.groupName) ?? 0) || one.bagNo - other.bagNo)
}

function cardOf(reader: PrintReader, card: CardRecord, labourers: readonly LabourerRecord[]): PrintedCard {
  return {
    bagNo: card.bag_no, cardNo: card.card_no, address: addressOfCard(reader.publicAddress, card.token), headName: nameOf(reader, card.head_name ?? ''),
    groupName: card.group_name ?? '', members: card.members, contactName: card.contact_name ?? '',
    labourers: labourers.map((labourer) => labourerOf(reader, labourer)),
  }
}

function labourerOf(reader: PrintReader, record: LabourerRecord): PrintedLabourer {
  const { cipher, today } = reader
  const idNo = record.id_no_sealed === null ? '' : cipher.open('registry.person.id_no', record.id_no_sealed)
  const phone = record.phone_sealed === null ? '' : cipher.open('registry.person.phone', record.phone_sealed)
  return {
    name: nameOf(reader, record.name), sex: labelOf(SEX, record.sex), age: record.birth === null ? null : ageOn(record.birth, today),
    relation: labelOf(RELATION, record.relation), idTail: lastFour(idNo), phoneTail: lastFour(phone),
    job: record.start_on === null ? null : { place: record.place_raw, employer: record.employer_raw, since: record.start_on },
  }
}

function nameOf({ fieldLevel, maskNames }: PrintReader, name: string): string {
  return maskNames ? maskName(name) : (maskFor(fieldLevel, 'name', name) ?? '')
}
