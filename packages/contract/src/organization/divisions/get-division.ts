import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { DivisionCode } from '../../page.ts'
import { Division } from './division.ts'

/** A code with its whole history: every name it carried, newest first, and the codes that ended in it. */
export const getDivision = endpoint({
  id: 'organization.division.get',
  kind: 'query',
  method: 'GET',
  path: '/divisions/{code}',
  permission: 'division.read',
  summary: 'One division: names by date and the codes merged into it',
  input: z.object({ code: DivisionCode }),
  output: z.object({ versions: z.array(Division), predecessors: z.array(Division) }),
  errors: [],
})
