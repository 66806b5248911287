import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { covers } from '../../../platform/scope.ts'
import { findVillage, type VillagePlace } from '../../organization/organization.api.ts'

/** The village of a code, when it is one in force and in scope; else `not_found`. */
export async function ownVillage(ctx: Ctx, code: string): Promise<VillagePlace> {
  const village = covers(ctx.prefixes, code) ? await findVillage(ctx.tx, code) : undefined
  if (village === undefined) throw new Refusal('not_found')
  return village
}
