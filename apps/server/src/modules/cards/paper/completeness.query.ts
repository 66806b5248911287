import { sql } from 'kysely'
import type { CardTally } from '@anye/contract/cards/paper/endpoints'
import type { z } from 'zod'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import { joiningByHash, rows } from '../../../platform/db.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { listHouseholds, listLiveCards, LIVE } from './card.store.ts'
import { groupsInOrder } from './group-order.rules.ts'
import { labourersByHousehold } from './labourers.query.ts'
import { ownVillage } from './own-village.query.ts'
import { planIssue } from './plan-issue.rules.ts'

type Tally = z.infer<typeof CardTally>

/** Sums over households `h` with their live card `c` and their labourers `l`. */
const TALLY = sql`count(h.id)::int as households, count(c.id)::int as carded, coalesce(sum(l.labourers) filter (where c.id is not null), 0)::int as labourers,
  count(c.id) filter (where c.in_bag)::int as "bagsSeen", count(c.id) filter (where not c.in_bag)::int as "bagsMissing"`

async function joined(ctx: Ctx, villages: readonly string[]) {
  return sql`left join cards.card c on c.household_id = h.id and c.division = h.division and c.state in ${LIVE}
    left join ${await labourersByHousehold(ctx.tx, villages, ctx.today)} l on l.household_id = h.id`
}

/** Villages in scope with how many of their households have a live card (S76), by code. */
export async function listCardVillages(ctx: Ctx, input: { place?: string | undefined; cursor?: string | undefined; limit: number }) {
  const [after = ''] = readCursor(input.cursor, 1) ?? []
  const place = input.place ?? ''
  const found = await rows(ctx.tx, sql<{ code: string; name: string; place: string }>`
    select v.code, v.name, v.county_name || v.township_name as place from organization.pub_village v
    where platform.in_scope(v.code) and (v.unit_code = ${place} or starts_with(v.code, ${place})) and v.code > ${after}
    order by v.code limit ${input.limit + 1}`)
  const shown = found.slice(0, input.limit)
  const last = shown.at(-1)
  const codes = shown.map(({ code }) => code)
  const households = sql`registry.pub_household h ${await joined(ctx, codes)}`
  // A page of villages has tens of thousands of households, which the planner cannot tell from a list of codes.
  const tallies = await joiningByHash(ctx.tx, () => rows(ctx.tx, sql<Tally & { village: string }>`
    select h.division as village, ${TALLY} from ${households} where h.division = any (${codes}::text[]) and h.status = 'active' group by 1`))
  const byVillage = new Map(tallies.map((tally) => [tally.village, tally]))
  return {
    rows: shown.map(({ code, ...village }) => ({ ...NONE, ...village, village: code, ...byVillage.get(code) })),
    nextCursor: found.length > input.limit && last !== undefined ? writeCursor([last.code]) : null, total: null,
  }
}

const NONE: Tally = { households: 0, carded: 0, labourers: 0, bagsSeen: 0, bagsMissing: 0 }

/** One village by its groups, and how many of its cards the next issue would end. */
export async function getCardVillage(ctx: Ctx, input: { village: string }) {
  const village = await ownVillage(ctx, input.village)
  const groups = await rows(ctx.tx, sql<Tally & { name: string }>`
    select coalesce(h.group_name, '') as name, ${TALLY} from registry.pub_household h ${await joined(ctx, [village.code])}
    where h.division = ${village.code} and h.status = 'active' group by 1`)
  const plan = planIssue(await listHouseholds(ctx.tx, village.code), await listLiveCards(ctx.tx, village.code))
  const byName = new Map(groups.map((group) => [group.name, group]))
  return {
    village: village.code, name: village.name, place: village.countyName + village.townshipName, tally: sumOf(groups),
    groups: groupsInOrder(byName.keys()).flatMap((name) => byName.get(name) ?? []), outdated: plan.close.length + plan.replace.length,
  }
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
  return { households: sum('households'), carded: sum('carded'), labourers: sum('labourers'), bagsSeen: sum('bagsSeen'), bagsMissing: sum('bagsMissing') }
}
