import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { Grid } from '../grids/list-grids.ts'
import { Handover } from './handover.ts'

/** What the reader answers for: grids held today, and offers made to or by the reader, latest first. */
export const listMyGrids = endpoint({
  id: 'organization.grid.list_own',
  kind: 'query',
  method: 'GET',
  path: '/my-grids',
  permission: 'grid.handover',
  summary: 'Own grids, and offers of grids to or from oneself',
  input: z.object({}),
  output: z.object({ grids: z.array(Grid), offers: z.array(Handover) }),
  errors: [],
})
