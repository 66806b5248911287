import type { Tree, ZeroHousehold } from '@anye/contract/indicators/endpoints'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { getPlace } from '../../organization/organization.api.ts'
import { getParametersOn } from '../parameters/parameter.store.ts'
import { pickSource } from './source.query.ts'
import { countZero, listZero } from './zero.query.ts'

type Ask = { place?: string | undefined; tree: Tree; day?: CalendarDate | undefined; limit: number; cursor?: string | undefined }

/** The zero-employment list of a place, live or as a closed day froze it (S23). */
export async function listZeroHouseholds(ctx: Ctx, input: Ask): Promise<{ rows: ZeroHousehold[]; nextCursor: string | null; total: number }> {
  const place = await getPlace(ctx.tx, input.place, input.tree)
  const { source, day } = await pickSource(ctx.tx, input.day, ctx.today)
  if (!source.live && !source.frozen) throw new Refusal('day_not_frozen', { day })
  const { parameters } = await getParametersOn(ctx.tx, day)
  const ask = { place, source, day, clearDays: parameters.zeroClearDays }
  ctx.audit.about('counter', 'hh.zero', place.ref.code)
  return { ...(await listZero(ctx, ask, { limit: input.limit, cursor: input.cursor })), total: (await countZero(ctx.tx, ask)).open }
}
