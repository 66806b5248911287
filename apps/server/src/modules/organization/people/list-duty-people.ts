import type { DutyPerson } from '@anye/contract/organization/people/list-duty-people'
import type { Ctx } from '../../../platform/http/context.ts'
import { covers } from '../../../platform/scope.ts'
import { prefixesUnder } from '../posts/area-of-place.ts'
import { listDutyPeople as query } from './list-duty-people.query.ts'

type Request = { place: string; forGrid: boolean; search?: string | undefined }

/** Officials with an account for a duty in a place of the actor's area; nobody elsewhere. */
export async function listDutyPeople(ctx: Ctx, request: Request): Promise<DutyPerson[]> {
  const places = await prefixesUnder(ctx.tx, request.place, ctx.today)
  const isInside = places.length > 0 && places.every((place) => covers(ctx.prefixes, place))
  return isInside ? query(ctx.tx, { ...request, places, on: ctx.today }) : []
}
