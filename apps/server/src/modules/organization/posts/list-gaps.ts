import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Ctx } from '../../../platform/http/context.ts'
import { covers } from '../../../platform/scope.ts'
import { listUnits } from '../units/unit.query.ts'
import { prefixesOfPlace, unitsInside } from './area.rules.ts'
import { listGaps as queryGaps, type GapPage } from './list-gaps.query.ts'

type Request = { under?: string | undefined; on: CalendarDate; cursor?: string | undefined; limit: number }

/** The gap list of the actor's area, or of a part of it; a part outside the area is empty. */
export async function listGaps(ctx: Ctx, { under, on, cursor, limit }: Request): Promise<GapPage> {
  const units = await listUnits(ctx.tx, on)
  const asked = under === undefined ? ctx.prefixes : prefixesOfPlace(under, units)
  const prefixes = asked.flatMap((prefix) => narrow(prefix, ctx.prefixes))
  return queryGaps(ctx.tx, { prefixes, units: unitsInside(prefixes, units), on, after: cursor, limit })
}

/** What the actor holds of an asked area: the area itself when inside, else the parts of it that are the actor's. */
function narrow(asked: string, own: readonly string[]): string[] {
  return covers(own, asked) ? [asked] : own.filter((prefix) => prefix.startsWith(asked))
}
