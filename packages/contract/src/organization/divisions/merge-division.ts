import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId, DivisionCode } from '../../page.ts'
import { Division } from './division.ts'
import { ChangeReason } from './rename-division.ts'

/**
 * Ends a township, village or group and names the one of the same level that takes its place. Everything below it
 * must have ended or moved before: a village never hangs under a township that is gone.
 */
export const mergeDivision = endpoint({
  id: 'organization.division.merge',
  kind: 'command',
  method: 'POST',
  path: '/divisions/{code}/merge',
  permission: 'division.edit',
  summary: 'End a division and name its successor',
  input: z.object({
    commandId: CommandId,
    code: DivisionCode,
    successorCode: DivisionCode,
    /** Last day the code holds. */
    lastDay: CalendarDateString,
    reason: ChangeReason,
  }),
  output: Division,
  errors: ['division_invalid', 'wrong_state'],
})
