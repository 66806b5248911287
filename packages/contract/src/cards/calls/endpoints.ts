import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId } from '../../page.ts'
import { CardMonth } from '../check.ts'

export const recordFailedCall = endpoint({
  id: 'cards.call.record_failed', kind: 'command', method: 'POST', path: '/cards/failed-calls', permission: 'card.check', offline: true,
  summary: '登记一次电话未接通，只追加不修改',
  input: z.object({
    commandId: CommandId, month: CardMonth, personId: z.uuid(),
    /** When it rang, by the clock of the device. */
    calledAt: z.iso.datetime({ offset: true }),
  }),
  /** `inARow`: failed calls of the month since somebody reached the person. */
  output: z.object({ callId: z.uuid(), inARow: z.number().int() }), errors: ['card_month_invalid', 'card_line_missing', 'already_done'],
})
