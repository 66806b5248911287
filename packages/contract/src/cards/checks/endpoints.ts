import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId } from '../../page.ts'
import { LINE_STATES } from '../line-states.ts'
import { CheckForm } from '../check.ts'

/** What became of a check: the line as it stands now, and what a reader should know. */
export const CheckOutcome = z.object({
  checkId: z.uuid(), lineState: z.enum(LINE_STATES), lineVersion: z.number().int(),
  /** False when the job it tells of was not written: another check of the line is newer or disagrees, or the month is closed. */
  applied: z.boolean(), late: z.boolean(),
  notes: z.array(z.enum(['in_dispute', 'superseded', 'month_closed', 'clock_wrong'])),
})

export const recordCheck = endpoint({
  id: 'cards.check.record', kind: 'command', method: 'POST', path: '/cards/checks', permission: 'card.check', offline: true,
  summary: '服务卡月核查：一人一月一次，只追加不修改', input: CheckForm.extend({ commandId: CommandId }), output: CheckOutcome,
  errors: [
    'card_month_invalid', 'card_no_change_refused', 'card_method_required', 'card_place_required', 'card_job_contradicts', 'card_line_missing',
    'episode_dates_invalid', 'episode_overlap', 'under_age', 'wage_out_of_range', 'division_invalid', 'already_done',
  ],
})
