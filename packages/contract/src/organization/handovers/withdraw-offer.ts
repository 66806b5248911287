import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId } from '../../page.ts'
import { Handover } from './handover.ts'

/** Takes back an offer that nobody answered yet. */
export const withdrawOffer = endpoint({
  id: 'organization.grid.withdraw_offer',
  kind: 'command',
  method: 'POST',
  path: '/handovers/{id}/withdraw',
  permission: 'grid.handover',
  summary: 'Withdraw an offered grid',
  input: z.object({ commandId: CommandId, id: z.uuid() }),
  output: Handover,
  errors: ['offer_closed'],
})
