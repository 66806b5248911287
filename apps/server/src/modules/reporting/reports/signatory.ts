import { ROLES } from '@anye/contract/access'
import { must } from '@anye/kernel/assert'
import { unitOfGrant } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { chiefsOf } from '../../organization/organization.api.ts'
import { signingGrant } from './sign.rules.ts'

/**
 * Name and title of a signer as the roster of posts has them today; an account that holds no post signs by
 * its role.
 */
export async function signatoryOf(ctx: Ctx, unit: string): Promise<{ name: string; title: string }> {
  const grant = must(signingGrant(ctx.actor, unit), 'a signer holds a grant to sign')
  const posts = await chiefsOf(ctx.tx, unitOfGrant(grant) ?? unit, ctx.today)
  const post = posts.find(({ userId }) => userId === ctx.actor.userId)
  return { name: post?.name ?? ctx.actor.name, title: post?.title ?? ROLES[grant.role].zh }
}
