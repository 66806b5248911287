import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, PlaceCode } from '../../page.ts'

/**
 * A unit that reports (统计汇报单元). `scope` is the list of code prefixes that is exactly its area: the county, or
 * townships where another unit has taken some away. `county` is null for 义龙新区, which has no GB code.
 */
export const ReportingUnit = z.object({
  code: PlaceCode,
  name: z.string(),
  shortName: z.string(),
  county: z.string().nullable(),
  scope: z.array(z.string()),
  villageCount: z.number().int(),
})
export type ReportingUnit = z.infer<typeof ReportingUnit>

export const listUnits = endpoint({
  id: 'organization.unit.list',
  kind: 'query',
  method: 'GET',
  path: '/units',
  permission: 'division.read',
  summary: 'The nine reporting units in the order of reports',
  input: z.object({ on: CalendarDateString.optional() }),
  output: z.array(ReportingUnit),
  errors: [],
})
