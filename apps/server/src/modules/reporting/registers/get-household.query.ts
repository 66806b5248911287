import { sql } from 'kysely'
import type { z } from 'zod'
import type { Segment } from '@anye/contract/registry/households/endpoints'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { firstRow, rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { listVersions } from '../../registry/registry.api.ts'
import { contactsOf } from './household-contacts.query.ts'
import { maskVersion } from './history-mask.rules.ts'
import { householdRecords, householdRow } from './list-households.query.ts'
import { personRecords, personRow } from './person-rows.query.ts'

type HouseholdRest = {
  version: number; attribute: string | null; causes: string[]; site: string | null; room: string | null; resettled_year: number | null
  per_capita_income: number | null; land_mu: number | null; phone_sealed: Buffer | null; grid_name: string | null; status: string; parents: string[]
}

/** The household page: facts, segments with dates, members with their work, lineage of splits and merges, versions. */
export async function getHousehold(ctx: Ctx, { id }: { id: string }) {
  const [record] = await householdRecords(ctx, sql`where h.id = ${id}`)
  const rest = await firstRow(ctx.tx, sql<HouseholdRest>`select * from registry.pub_household where id = ${id}`)
  if (record === undefined || rest === undefined) throw new Refusal('not_found')
  const members = await personRecords(ctx, sql`where q.household_id = ${id} and q.status <> 'merged'
    order by q.is_head desc, q.seq nulls last, q.birth, q.id`)
  const phone = rest.phone_sealed === null ? null : ctx.services.cipher.open('registry.household.phone', rest.phone_sealed)
  ctx.audit.about('household', id, record.division)
  return {
    household: {
      ...householdRow(ctx, record), version: rest.version, attribute: rest.attribute, causes: rest.causes, site: rest.site, room: rest.room,
      resettledYear: rest.resettled_year, perCapitaIncome: rest.per_capita_income, landMu: rest.land_mu,
      phoneMasked: maskFor(ctx.fieldLevel, 'phone', phone), gridName: rest.grid_name, status: rest.status,
    },
    ...(await contactsOf(ctx, id)),
    segments: await rows(ctx.tx, sql<z.infer<typeof Segment>>`select kind, from_on as "fromOn", to_on as "toOn", source
      from registry.pub_segment where household_id = ${id} order by from_on, kind`),
    members: members.map((member) => personRow(ctx, member)),
    lineage: await lineageOf(ctx, id, rest.parents),
    versions: (await listVersions(ctx.tx, [id])).map((version) => maskVersion(ctx.fieldLevel, version)),
  }
}

async function lineageOf(ctx: Ctx, id: string, parents: readonly string[]) {
  const related = await rows(ctx.tx, sql<{ id: string; head_name: string | null; relation: 'parent' | 'child' }>`
    select id, head_name, case when id = any (${parents}::uuid[]) then 'parent' else 'child' end as relation
    from registry.pub_household where id = any (${parents}::uuid[]) or parents @> array[${id}]::uuid[]`)
  return related.map((household) => ({
    id: household.id, relation: household.relation, headName: maskFor(ctx.fieldLevel, 'name', household.head_name) ?? '—',
  }))
}
