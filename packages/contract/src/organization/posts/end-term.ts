import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId } from '../../page.ts'
import { Holder } from './body.ts'

/** Ends a term on its last day; the post is a gap from the next day on (S9). */
export const endTerm = endpoint({
  id: 'organization.post.end_term',
  kind: 'command',
  method: 'POST',
  path: '/holders/{holderId}/end',
  permission: 'post.appoint',
  summary: 'End the term of a holder',
  input: z.object({
    commandId: CommandId,
    holderId: z.uuid(),
    version: z.number().int(),
    lastDay: CalendarDateString,
    reason: z.string().trim().min(2).max(200),
  }),
  output: Holder,
  errors: ['stale_version', 'already_done', 'wrong_state'],
})
