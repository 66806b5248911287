import { sql, type RawBuilder } from 'kysely'
import { rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { prefixesUnder } from '../../organization/organization.api.ts'
import { under } from './contact-conditions.query.ts'

type Count = { code: string; name: string; households: number; none: number; termOver: number; accountDisabled: number; postEnded: number }

const PREFECTURE_LENGTH = 4
const COUNTY_LENGTH = 6
const TOWNSHIP_LENGTH = 9

/** Gaps of the places directly below a place: units, townships, villages, and in a village its groups; most gaps first. */
export async function countContacts(ctx: Ctx, { place }: { place: string }): Promise<{ rows: Count[] }> {
  const prefixes = await prefixesUnder(ctx.tx, place, ctx.today)
  const { code, name } = childOf(place, prefixes)
  return {
    rows: await rows(ctx.tx, sql<Count>`
      select ${code} as code, ${name} as name, count(*)::int as households,
        count(*) filter (where k.gap = 'none')::int as none, count(*) filter (where k.gap = 'term_over')::int as "termOver",
        count(*) filter (where k.gap = 'account_disabled')::int as "accountDisabled", count(*) filter (where k.gap = 'post_ended')::int as "postEnded"
      from registry.pub_contact_on(${ctx.today}) k join organization.pub_village v on v.code = k.division
      where ${under(sql`k.division`, prefixes)}
      group by 1, 2 order by count(k.gap) desc, 1, 2`),
  }
}

function childOf(place: string, [first = '']: readonly string[]): { code: RawBuilder<unknown>; name: RawBuilder<unknown> } {
  if (first.length === PREFECTURE_LENGTH) return { code: sql`v.unit_code`, name: sql`v.unit_name` }
  if (place.includes('-') || first.length <= COUNTY_LENGTH || place.length === COUNTY_LENGTH) {
    return { code: sql`v.township_code`, name: sql`v.township_name` }
  }
  if (first.length === TOWNSHIP_LENGTH) return { code: sql`v.code`, name: sql`v.name` }
  return { code: sql`v.code`, name: sql`coalesce(k.group_name, '')` }
}
