import { sql } from 'kysely'
import type { Gap } from '@anye/contract/organization/posts/list-gaps'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'

/** Gaps inside an area: code prefixes for divisions, unit codes for the commands of units. */
export type GapSearch = {
  prefixes: readonly string[]
  units: readonly string[]
  on: CalendarDate
  after: string | undefined
  limit: number
}

/** A page of gaps; the cursor is the position of its last row. */
export type GapPage = { rows: Gap[]; nextCursor: string | null; total: number }

/** Required posts that nobody holds on the day, upper levels first. */
export async function listGaps(tx: Tx, search: GapSearch): Promise<GapPage> {
  const vacant = sql`
    from organization.post p
    join organization.organisation o on o.id = p.organisation_id and o.valid_to is null
    where p.required
      and not exists (select 1 from organization.holder h where h.post_id = p.id
        and h.term_from <= ${search.on} and (h.term_to is null or h.term_to >= ${search.on}))
      and (o.unit_code = any(${search.units}::text[]) or (o.unit_code is null and exists (
        select 1 from unnest(${search.prefixes}::text[]) as a(prefix) where starts_with(o.division, a.prefix))))`
  // Shorter codes first: prefecture, units, townships, villages.
  const position = sql`concat_ws(':', lpad(length(coalesce(o.unit_code, o.division))::text, 2, '0'),
    coalesce(o.unit_code, o.division), lpad(p.rank::text, 2, '0'), p.id)`
  const page = await rows(tx, sql<Gap & { position: string }>`
    select p.id as "postId", p.kind, p.title, o.name as "bodyName", coalesce(o.unit_code, o.division) as place,
      coalesce(concat_ws(' / ', v.county_name, v.township_name), '') as path, ${position} as position,
      (select max(h.term_to) + 1 from organization.holder h where h.post_id = p.id and h.term_to < ${search.on})
        as "vacantSince"
    from (select p.* ${vacant}) p
    join organization.organisation o on o.id = p.organisation_id
    left join lateral (
      select county_name, case when length(o.division) > 9 then township_name end as township_name
      from organization.village where length(o.division) >= 9 and starts_with(code, o.division) limit 1) v on true
    where ${position} collate "C" > ${search.after ?? ''}
    order by ${position} collate "C" limit ${search.limit + 1}`)
  const total = await firstRow(tx, sql<{ n: number }>`select count(*) as n ${vacant}`)
  const kept = page.slice(0, search.limit)
  return {
    rows: kept.map(({ position: _position, ...gap }) => gap),
    nextCursor: page.length > search.limit ? (kept.at(-1)?.position ?? null) : null,
    total: total?.n ?? 0,
  }
}
