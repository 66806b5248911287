import type { NeedState } from '@anye/contract/cards/needs/need'
import type { ErrorCode } from '@anye/contract/errors'
import type { CalendarDate } from '@anye/kernel/calendar-date'

export type NeedAct = 'hand_over' | 'serve' | 'close' | 'reopen'

const FROM: Record<NeedAct, readonly NeedState[]> = { hand_over: ['open'], serve: ['open'], close: ['served'], reopen: ['served', 'closed'] }

type Standing = { state: NeedState; version: number; raised_on: CalendarDate; served_by: string | null }

/** Why an act on a need is not possible: somebody was faster, or its state does not allow it (S80). */
export function needRefusal(act: NeedAct, need: Standing, version: number): ErrorCode | undefined {
  if (need.version !== version) return 'stale_version'
  return FROM[act].includes(need.state) ? undefined : 'wrong_state'
}

/** Who served a need does not say that it is done: somebody else of the village does. */
export function closeRefusal(need: Standing, actorId: string): ErrorCode | undefined {
  return need.served_by === actorId ? 'separation_of_duties' : undefined
}

/** A service lies between the day the need was raised and today. */
export function serviceDateRefusal(need: Pick<Standing, 'raised_on'>, servedOn: CalendarDate, today: CalendarDate): ErrorCode | undefined {
  return servedOn < need.raised_on || servedOn > today ? 'need_date_invalid' : undefined
}
