import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId } from '../../page.ts'
import { Handover } from './handover.ts'

/** Offers a grid to another person; the holder does, or the village or township on her behalf, which is recorded. */
export const offerGrid = endpoint({
  id: 'organization.grid.offer',
  kind: 'command',
  method: 'POST',
  path: '/grids/{gridId}/handovers',
  permission: 'grid.handover',
  summary: 'Offer a grid to another person',
  input: z.object({
    commandId: CommandId,
    gridId: z.uuid(),
    toUserId: z.uuid(),
    fromOn: CalendarDateString,
    note: z.string().trim().max(200).optional(),
  }),
  output: Handover,
  errors: ['grid_not_held', 'offer_open', 'offer_person_unfit', 'handover_dates_invalid'],
})
