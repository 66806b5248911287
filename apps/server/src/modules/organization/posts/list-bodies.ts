import type { Body, Post } from '@anye/contract/organization/posts/body'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { listUnits } from '../units/unit.query.ts'
import { isInsideOrAbove } from './area.rules.ts'
import { listPostsAt, type PostOfBody } from './body.query.ts'
import { holderFor } from './holder.rules.ts'
import { PREFECTURE_AREA } from './standard-bodies.rules.ts'

/** The bodies at a place with their holders; nothing for a place beside the actor's own line. */
export async function listBodies(ctx: Ctx, request: { place: string; on: CalendarDate }): Promise<Body[]> {
  const place = request.place === `${PREFECTURE_AREA}00` ? PREFECTURE_AREA : request.place
  const units = await listUnits(ctx.tx, request.on)
  const posts = await listPostsAt(ctx.tx, place, request.on)
  const bodies = new Map<string, Body>()
  for (const post of posts.filter((each) => isInsideOrAbove(each, ctx.prefixes, units))) {
    const body = bodies.get(post.bodyId)
      ?? { id: post.bodyId, kind: post.bodyKind, name: post.bodyName, place: post.place, posts: [] }
    body.posts.push(postFor(ctx, post))
    bodies.set(post.bodyId, body)
  }
  return [...bodies.values()]
}

function postFor(ctx: Ctx, row: PostOfBody): Post {
  const { postId: id, kind, title, rank, required } = row
  const { cipher } = ctx.services
  const phone = row.phone_sealed === null ? null : cipher.open('organization.holder.phone', row.phone_sealed)
  return { id, kind, title, rank, required, holder: row.holder && holderFor(ctx.fieldLevel, row.holder, phone) }
}
