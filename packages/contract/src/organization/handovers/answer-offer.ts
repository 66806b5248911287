import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId } from '../../page.ts'
import { Handover } from './handover.ts'

/**
 * Accepts or declines an offer; only who it is made to. Acceptance ends the former term the day before, begins the new one
 * and moves the grid's households from the former holder to the new one, all at once.
 */
export const answerOffer = endpoint({
  id: 'organization.grid.answer_offer',
  kind: 'command',
  method: 'POST',
  path: '/handovers/{id}/answer',
  permission: 'grid.handover',
  summary: 'Accept or decline an offered grid',
  input: z.object({ commandId: CommandId, id: z.uuid(), accept: z.boolean(), answer: z.string().trim().max(200).optional() }),
  output: z.object({ handover: Handover, households: z.number().int() }),
  errors: ['offer_closed', 'grid_not_held', 'handover_dates_invalid', 'post_held'],
})
