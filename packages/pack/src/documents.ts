import type { CardStatus } from '@anye/codes/card-status'
import type { LineState } from '@anye/contract/cards/line-states'

/**
 * What a phone holds of the households it looks after: the shapes that the server sends, the pack keeps and the screens show.
 * Dates are `YYYY-MM-DD`, months `YYYY-MM`, money yuan a month. Personal columns arrive masked as the role demands (F3).
 */

/** One month's line of a labourer on the household's card (S76, S79). */
export type LineDoc = {
  month: string
  state: LineState
  /** What the last check of the month found; null before it. */
  statusCode: CardStatus | null
  /** What follows from the register: what "no change" confirms. Null when nothing is known. */
  knownStatus: CardStatus | null
  /** Months before this one, running, without speaking to the person. */
  monthsWithoutContact: number
  /** Everything known still holds by itself: one tap may confirm the line. */
  noChangeAllowed: boolean
  /** Why one tap is not enough on the day of the pull (`NoChangeRefusal` of the contract); null where it is. */
  noChangeRefusal: string | null
  /** What the reviewer wrote when the line came back. */
  returnedReason: string | null
  version: number
}

export type JobDoc = {
  id: string
  employer: string
  /** Name of the place of work as people say it. */
  place: string
  startOn: string
  wageMonthly: number | null
  /** Date of the newest evidence; null when there is none. */
  evidenceOn: string | null
  contractTo: string | null
  version: number
}

export type MemberDoc = {
  id: string
  name: string
  initials: string
  /** GB/T 2261.1. */
  sex: string
  birth: string
  /** GB/T 4761. */
  relation: string
  idLast4: string | null
  labourer: boolean
  job: JobDoc | null
  line: LineDoc | null
  exemptUntil: string | null
}

/** Something a household waits for: a job, a paper, an answer. */
export type NeedDoc = { id: string; personId: string | null; kind: string; dueOn: string | null; owner: string | null; state: string }

/** Why a household stands on today's list; `kind` is a code, the other members are its figures. */
export type ReasonDoc = { kind: string; personId?: string; dueOn?: string; days?: number; count?: number }

export type HouseholdDoc = {
  id: string
  division: string
  divisionName: string
  groupName: string
  gridName: string
  headName: string
  hhNo: string | null
  address: string | null
  /** Codes of the segments that hold today: poor, edge, resettled and so on. */
  segments: string[]
  phoneMasked: string | null
  contactName: string | null
  /** Token of the service card in use; absent in a document of before. */
  cardToken?: string | null
  version: number
  members: MemberDoc[]
  needs: NeedDoc[]
  reasons: ReasonDoc[]
}

/** What comes with a pull beside the documents; kept as `state` of the pack's meta. */
export type PackState = {
  /** Month of the lines that are worked on. */
  month: string
  /** The installation's day at the pull. */
  today: string
  /** Last day on which a check of the month is in time (S79). */
  dueOn: string
  /** Parameters of the one-tap rule, so that the phone decides by its own day. */
  parameters: { evidenceDays: number; monthsWithoutContact: number }
}
