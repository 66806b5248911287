import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, PlaceCode } from '../../page.ts'
import { Division } from '../divisions/division.ts'

/** The townships that report through a unit: the level below it on the wall chart, also for 义龙新区. */
export const listUnitTownships = endpoint({
  id: 'organization.unit.list_townships',
  kind: 'query',
  method: 'GET',
  path: '/units/{code}/townships',
  permission: 'division.read',
  summary: 'Townships of a reporting unit on a day',
  input: z.object({ code: PlaceCode, on: CalendarDateString.optional() }),
  output: z.array(Division),
  errors: [],
})
