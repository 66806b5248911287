import { sql, type RawBuilder } from 'kysely'
import type { Division } from '@anye/contract/organization/divisions/division'
import { compactText } from '@anye/kernel/text'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Database, Tx } from '../../../platform/db.ts'
import { inForce, selectDivisions } from './division.query.ts'

/** What to find: `under` a division (whole prefecture when absent), of one `level`, in force `on` a day. */
export type DivisionSearch = {
  q: string
  under?: string | undefined
  level?: number | undefined
  on: CalendarDate
  limit: number
}

/**
 * Best match first: whole name or code, then a beginning, then a part; higher levels before lower ones.
 * Digits search codes, Latin letters pinyin and initials, everything else names.
 */
export async function searchDivisions(tx: Tx | Database, search: DivisionSearch): Promise<Division[]> {
  const q = compactText(search.q).toLowerCase().replaceAll(/['’]/g, '')
  if (q === '') return []
  const rank = rankOf(q)
  const source = sql`(
    select e.*, ${rank} as rank from organization.division e
    where ${rank} is not null and ${inForce('e', search.on)}
      and (${search.under ?? null}::text is null or starts_with(e.code, ${areaPrefix(search.under ?? '')}))
      and (${search.level ?? null}::int is null or e.level = ${search.level ?? null}::int)
    order by rank, e.level, e.code limit ${search.limit}
  ) d`
  return selectDivisions(tx, source, sql`d.rank, d.level, d.code`, search.on)
}

// 522300 covers 5223…: a prefecture's own code ends in two zeros that its counties do not share.
function areaPrefix(code: string): string {
  return code.length === 6 && code.endsWith('00') ? code.slice(0, 4) : code
}

// The cheap test that most rows fail stands first: the scan of 20,000 rows costs little more than that test.
function rankOf(q: string): RawBuilder<number | null> {
  if (/^\d+$/.test(q)) {
    return sql`(case when not starts_with(e.code, ${q}) then null when e.code = ${q} then 0 else 1 end)`
  }
  if (/^[a-z0-9]+$/.test(q)) return rankOfLetters(q)
  return sql`(case
    when strpos(e.name, ${q}) = 0 and strpos(e.short_name, ${q}) = 0 then null
    when e.name = ${q} or e.short_name = ${q} then 0
    when starts_with(e.name, ${q}) then 1
    else 2 end)`
}

// Alternatives stand in one column, separated by spaces: a beginning is at the front or follows a space.
// A part inside full pinyin counts from three letters on: two would match nearly every name.
function rankOfLetters(q: string): RawBuilder<number | null> {
  const begins = sql`(starts_with(e.initials, ${q}) or starts_with(e.pinyin, ${q})
    or strpos(e.initials, ${` ${q}`}) > 0 or strpos(e.pinyin, ${` ${q}`}) > 0)`
  const inside = q.length < 3 ? sql`false` : sql`strpos(e.pinyin, ${q}) > 0`
  const isWhole = sql`${q} = any(string_to_array(e.initials || ' ' || e.pinyin, ' '))`
  return sql`(case when ${begins} then case when ${isWhole} then 0 else 1 end when ${inside} then 2 end)`
}
