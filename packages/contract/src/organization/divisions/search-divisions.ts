import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, DivisionCode } from '../../page.ts'
import { Division } from './division.ts'

/**
 * Finds divisions by name, code, full pinyin or pinyin initials: 龙广, 522328101, longguang, lgz. Best match first.
 */
export const searchDivisions = endpoint({
  id: 'organization.division.search',
  kind: 'query',
  method: 'GET',
  path: '/divisions',
  permission: 'division.read',
  summary: 'Search divisions by name, code, pinyin or initials',
  input: z.object({
    q: z.string().trim().min(1).max(50),
    /** Only below this division. */
    under: DivisionCode.optional(),
    level: z.coerce.number().int().min(2).max(6).optional(),
    on: CalendarDateString.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.array(Division),
  errors: [],
})
