import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, DivisionCode } from '../../page.ts'

const Cell = z.string().max(200).optional()

/** What had to be understood beyond the letter; see `PlaceNote` in the code lists. */
export const PlaceNote = z.enum([
  'former_division', 'unit_as_county', 'county_differs', 'kind_differs', 'address', 'code_as_name',
])

export const ResolvedPlace = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('found'),
    village: DivisionCode,
    group: z.string().nullable(),
    notes: z.array(PlaceNote),
  }),
  z.object({ status: z.literal('ambiguous'), candidates: z.array(DivisionCode) }),
  z.object({
    status: z.literal('missing'),
    level: z.enum(['county', 'township', 'village']),
    text: z.string(),
    suggestions: z.array(DivisionCode),
  }),
])
export type ResolvedPlace = z.infer<typeof ResolvedPlace>

/** Reads a village out of what a roster's place columns say (V24, DOMAIN 3.3-14). */
export const resolveDivision = endpoint({
  id: 'organization.division.resolve',
  kind: 'query',
  method: 'GET',
  path: '/division-resolution',
  permission: 'division.read',
  summary: 'The village that written place names mean',
  input: z.object({ county: Cell, township: Cell, village: Cell, group: Cell, on: CalendarDateString.optional() }),
  output: ResolvedPlace,
  errors: [],
})
