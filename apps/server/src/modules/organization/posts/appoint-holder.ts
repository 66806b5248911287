import type { Holder } from '@anye/contract/organization/posts/body'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { listUnits } from '../units/unit.query.ts'
import { isInside } from './area.rules.ts'
import { holderFor } from './holder.rules.ts'
import { findOverlap, hasAccount, insertHolder, lockPost, type HolderRow } from './holder.store.ts'

type Appointment = {
  postId: string
  name: string
  duty?: string | undefined
  phone?: string | undefined
  userId?: string | undefined
  from: CalendarDate
  to?: CalendarDate | undefined
}

/** Puts a person into a vacant post of the actor's area for a term. */
export async function appointHolder(ctx: Ctx, appointment: Appointment): Promise<Holder> {
  const { postId, name, from, to = null, phone = null, userId = null } = appointment
  const post = await lockPost(ctx.tx, postId)
  if (!post || !isInside(post, ctx.prefixes, await listUnits(ctx.tx, ctx.today))) throw new Refusal('not_found')
  if (to !== null && to < from) throw new Refusal('wrong_state', { field: 'to' })
  if (userId !== null && !(await hasAccount(ctx.tx, userId))) throw new Refusal('not_found')
  const present = await findOverlap(ctx.tx, postId, from, to)
  if (present) {
    throw new Refusal('post_held', { holderId: present.id, name: present.name, termFrom: present.term_from })
  }
  const holder: HolderRow = {
    id: ctx.newId(), post_id: postId, user_id: userId, name, duty: appointment.duty ?? null,
    phone_sealed: phone === null ? null : ctx.services.cipher.seal('organization.holder.phone', phone),
    term_from: from, term_to: to, version: 1,
  }
  await insertHolder(ctx.tx, holder)
  ctx.audit.about('holder', holder.id, post.division)
  ctx.audit.change(null, { post: post.title, name, from, to })
  return holderFor(ctx.fieldLevel, holder, phone)
}
