import { sql } from 'kysely'
import type { Cadre, PartyGroup } from '@anye/contract/organization/weak-groups/endpoints'
import { rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { weakGroupRows } from './weak-group-rows.query.ts'

/** A weak group with its Party groups and cadres (S73, S74), those in force first. */
export async function getWeakGroup(ctx: Ctx, { id }: { id: string }) {
  const [group] = await weakGroupRows(ctx.tx, ctx.today, sql`where w.id = ${id}`)
  if (group === undefined) throw new Refusal('not_found')
  const partyGroups = await rows(ctx.tx, sql<PartyGroup>`
    select id, name, leader_name as "leaderName", from_on as "fromOn", to_on as "toOn", version
    from organization.pub_party_group where weak_group_id = ${id} order by to_on desc nulls first, from_on, id`)
  const cadres = await rows(ctx.tx, sql<Cadre>`
    select id, name, user_id as "userId", duty, term_from as "fromOn", term_to as "toOn", result, version,
      case when closed_on is not null then 'closed' when term_to < ${ctx.today} then 'over' when term_from > ${ctx.today} then 'ahead' else 'serving' end as state
    from organization.pub_weak_group_cadre where weak_group_id = ${id} order by closed_on is not null, term_to, id`)
  return { group, partyGroups, cadres }
}
