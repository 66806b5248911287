import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, DivisionCode } from '../../page.ts'
import { Division } from './division.ts'

/** One level of the division tree on a day (S8). Divisions are public facts: every signed-in role reads them all. */
export const listChildren = endpoint({
  id: 'organization.division.list_children',
  kind: 'query',
  method: 'GET',
  path: '/divisions/{code}/children',
  permission: 'division.read',
  summary: 'Divisions directly below one, on a day (default today)',
  input: z.object({ code: DivisionCode, on: CalendarDateString.optional() }),
  output: z.array(Division),
  errors: [],
})
