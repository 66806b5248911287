import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId } from '../../page.ts'
import { Division } from './division.ts'

/** Adds a village group (村民小组): no national code exists, the product gives the village's 12 digits three more. */
export const addVillageGroup = endpoint({
  id: 'organization.division.add_group',
  kind: 'command',
  method: 'POST',
  path: '/divisions/{code}/groups',
  permission: 'division.edit',
  summary: 'Add a village group',
  input: z.object({
    commandId: CommandId,
    code: z.string().regex(/^\d{12}$/),
    /** 3组, 第三组, 白鸡组: kept in one spelling. */
    name: z.string().trim().min(1).max(20),
    from: CalendarDateString,
  }),
  output: Division,
  errors: ['division_invalid', 'already_done'],
})
