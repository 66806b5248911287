import type { Sample } from '@anye/contract/cards/samples/endpoints'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { getPlace } from '../../organization/organization.api.ts'
import { allocate } from './allocation.rules.ts'
import { findSample, firstVillage, insertMembers, insertSample, listStrata, type Draw, type Stratum } from './sample.store.ts'

type Wanted = { month: string; place: string; size: number; seed: string; of: Sample['of'] }

/**
 * Draws a sample of checked lines by seed, every village in proportion (V20, S82). Who was in it, with the check that held, is
 * frozen; the digest of the population tells whether a second draw was from the same one and must then give the same sample.
 */
export async function drawSample(ctx: Ctx, { month, place: code, size, seed, of }: Wanted): Promise<Sample> {
  const place = await getPlace(ctx.tx, code, 'unit')
  const strata = await listStrata(ctx.tx, month, place, of)
  const probe = await firstVillage(ctx.tx, place)
  if (strata.length === 0 || probe === undefined) throw new Refusal('card_nothing_to_sample')
  const shares = allocate(strata.map((stratum) => stratum.size), size)
  const draw: Draw = { id: ctx.newId(), month, place, of, seed }
  await insertSample(ctx.tx, {
    ...draw, probe, wanted: size, population: strata.reduce((sum, stratum) => sum + stratum.size, 0), digest: digestOf(strata),
    by: ctx.actor.userId, at: ctx.now,
  })
  await insertMembers(ctx.tx, draw, strata.map(({ division }, index) => ({ division, share: shares[index] ?? 0 })))
  const sample = await findSample(ctx.tx, draw.id)
  if (sample === undefined) throw new Error('a sample that was drawn is gone')
  ctx.audit.about('card_sample', draw.id, probe)
  ctx.audit.change(null, { month, place: code, seed, of, size: sample.size, population: sample.population, digest: sample.digest })
  return sample
}

function digestOf(strata: readonly Stratum[]): string {
  return strata.reduce((sum, { digest }) => sum + BigInt(digest), 0n).toString(16)
}
