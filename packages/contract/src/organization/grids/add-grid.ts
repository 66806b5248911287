import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId } from '../../page.ts'
import { Grid } from './list-grids.ts'

/** Lays out a grid over groups of one village; a group lies in one grid only. The member's post comes with it. */
export const addGrid = endpoint({
  id: 'organization.grid.add',
  kind: 'command',
  method: 'POST',
  path: '/villages/{village}/grids',
  permission: 'post.appoint',
  summary: 'Add a grid to a village',
  input: z.object({
    commandId: CommandId,
    village: z.string().regex(/^\d{12}$/),
    name: z.string().trim().min(2).max(50),
    groups: z.array(z.string().trim().min(1).max(20)).min(1).max(50),
  }),
  output: Grid,
  errors: ['division_invalid', 'already_done'],
})
