import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId, DivisionCode } from '../../page.ts'
import { Division } from './division.ts'

export const DivisionName = z.string().trim().regex(/^[\p{Script=Han}·]{2,40}$/u, '名称只能用汉字，2 至 40 个字')
export const ChangeReason = z.string().trim().min(4).max(500)

/** Gives a division a new name from a day on; the old name keeps its days, so that old papers still resolve. */
export const renameDivision = endpoint({
  id: 'organization.division.rename',
  kind: 'command',
  method: 'POST',
  path: '/divisions/{code}/rename',
  permission: 'division.edit',
  summary: 'Rename a division from a day on',
  input: z.object({
    commandId: CommandId, code: DivisionCode, name: DivisionName, from: CalendarDateString, reason: ChangeReason,
  }),
  output: Division,
  errors: ['division_invalid', 'already_done'],
})
