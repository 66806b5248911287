import { sql, type RawBuilder } from 'kysely'
import type { PostKind } from '@anye/contract/organization/posts/body'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Database, type Tx } from '../../../platform/db.ts'
import type { BodyArea } from './area.rules.ts'
import type { BodyKind } from './standard-bodies.rules.ts'

/** A post of a body with its holder on the day; the holder's columns are null for a gap. */
export type PostOfBody = BodyArea & {
  bodyId: string
  bodyKind: BodyKind
  bodyName: string
  place: string
  postId: string
  kind: PostKind
  title: string
  rank: number
  required: boolean
  holder: {
    id: string; name: string; duty: string | null; user_id: string | null
    term_from: CalendarDate; term_to: CalendarDate | null; version: number
  } | null
  phone_sealed: Buffer | null
}

/** Posts of the bodies that stand at a place (a unit's code or a division), in order of precedence. */
export async function listPostsAt(tx: Tx | Database, place: string, on: CalendarDate): Promise<PostOfBody[]> {
  return selectPosts(tx, sql`coalesce(o.unit_code, o.division) = ${place}`, on)
}

/** The posts of some kinds at a place with their holders on the day. */
export async function listPostsOfKinds(
  tx: Tx | Database, place: string, kinds: readonly PostKind[], on: CalendarDate,
): Promise<PostOfBody[]> {
  return selectPosts(tx, sql`coalesce(o.unit_code, o.division) = ${place} and p.kind = any(${kinds}::text[])`, on)
}

async function selectPosts(tx: Tx | Database, where: RawBuilder<unknown>, on: CalendarDate): Promise<PostOfBody[]> {
  return rows(tx, sql<PostOfBody>`
    select o.id as "bodyId", o.kind as "bodyKind", o.name as "bodyName", o.division, o.unit_code as unit,
      coalesce(o.unit_code, o.division) as place, p.id as "postId", p.kind, p.title, p.rank, p.required,
      case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.name, 'duty', h.duty,
        'user_id', h.user_id, 'term_from', h.term_from, 'term_to', h.term_to, 'version', h.version) end as holder,
      h.phone_sealed
    from organization.organisation o
    join organization.post p on p.organisation_id = o.id
    left join organization.holder h on h.post_id = p.id
      and h.term_from <= ${on} and (h.term_to is null or h.term_to >= ${on})
    where ${where} and o.valid_to is null
    order by o.kind, p.rank, p.title collate "C", p.id`)
}
