import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId } from '../../page.ts'
import { Holder } from './body.ts'

/** Puts a person into a post for a term. A post has one holder at a time; the term before must be ended first. */
export const appointHolder = endpoint({
  id: 'organization.post.appoint',
  kind: 'command',
  method: 'POST',
  path: '/posts/{postId}/holders',
  permission: 'post.appoint',
  summary: 'Appoint a holder of a post',
  input: z.object({
    commandId: CommandId,
    postId: z.uuid(),
    name: z.string().trim().min(2).max(50),
    duty: z.string().trim().max(100).optional(),
    phone: z.string().regex(/^1[3-9]\d{9}$/).optional(),
    userId: z.uuid().optional(),
    from: CalendarDateString,
    to: CalendarDateString.optional(),
  }),
  output: Holder,
  errors: ['post_held', 'wrong_state'],
})
