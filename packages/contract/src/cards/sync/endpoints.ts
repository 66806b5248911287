import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { ERRORS, type ErrorCode } from '../../errors.ts'
import { CalendarDateString, CommandId } from '../../page.ts'
import { PackHousehold } from './household-document.ts'

/** Households a page of a pull carries at most; a page of some hundred kilobytes survives a 2G network. */
export const PULL_PAGE = 300

/**
 * Ids from `after` (not included) up to `to` (included, null: to the end) are told completely: whatever a phone holds in between
 * and finds neither in `put` nor in `keep` has left its scope.
 */
export const PullRange = z.object({ after: z.uuid().nullable(), to: z.uuid().nullable(), keep: z.array(z.uuid()) })

/** Figures beside the documents; kept as they come. */
export const PackFigures = z.object({
  month: z.string(), today: CalendarDateString,
  /** Last day on which a check of the month is in time (S79). */
  dueOn: CalendarDateString,
  parameters: z.object({ evidenceDays: z.number().int(), monthsWithoutContact: z.number().int() }),
})

/** One step of a pull. All of it is written, or nothing; then `cursor` asks for the next step, or for the next change. */
export const PullPage = z.object({
  put: z.array(PackHousehold), remove: z.array(z.uuid()), range: PullRange.nullable(),
  cursor: z.string(), more: z.boolean(), state: PackFigures, contractVersion: z.number().int(), serverNow: z.iso.datetime(),
})
export type PullPage = z.infer<typeof PullPage>

export const pullPack = endpoint({
  id: 'cards.pack.pull', kind: 'query', method: 'GET', path: '/sync/pull', permission: 'card.check', sensitive: true,
  summary: '手机数据包：上次之后变了的户，分页、可续传', input: z.object({ cursor: z.string().max(4000).optional(), limit: z.coerce.number().int().min(1).max(PULL_PAGE).default(PULL_PAGE) }),
  output: PullPage, errors: ['busy'],
})

/** A command out of a phone's queue, as the phone keeps it. */
export const QueuedCommand = z.object({
  commandId: CommandId, endpoint: z.string().max(80), input: z.record(z.string(), z.unknown()), contractVersion: z.number().int().min(1),
  /** The phone's clock when the person tapped. */
  deviceTime: z.iso.datetime({ offset: true }),
  /** Whose work it is: late work finds its successor by it. */
  householdId: z.uuid().nullable(),
  /** Whose work it is, by name, when the sender read it from a file of another person's phone. */
  author: z.string().trim().max(60).nullish(),
})
export type QueuedCommand = z.infer<typeof QueuedCommand>

export const PARKED_REASONS = ['forbidden', 'not_found', 'request_invalid', 'endpoint_unknown'] as const
export type ParkedReason = (typeof PARKED_REASONS)[number]

const CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]

/**
 * What became of a command: `stored` with what its endpoint answers (a replay: what it answered first); `refused` by a code of the
 * error table; `conflicting` with what stands on the server; or `parked` there for whoever has the household now.
 */
export const PushResult = z.discriminatedUnion('status', [
  z.object({ commandId: CommandId, status: z.literal('stored'), response: z.unknown() }),
  z.object({ commandId: CommandId, status: z.literal('refused'), code: z.enum(CODES), data: z.unknown() }),
  z.object({ commandId: CommandId, status: z.literal('conflicting'), code: z.enum(CODES), data: z.unknown() }),
  z.object({ commandId: CommandId, status: z.literal('parked'), reason: z.enum(PARKED_REASONS) }),
])
export type PushResult = z.infer<typeof PushResult>

export const PUSH_BATCH = 50

export const PushBatch = z.object({
  /** `now` is the phone's clock as it sends: its distance from the server's judges every time in the batch. */
  device: z.object({ id: z.uuid(), now: z.iso.datetime({ offset: true }) }),
  entries: z.array(QueuedCommand).max(PUSH_BATCH),
})

export const pushWork = endpoint({
  id: 'cards.work.push', kind: 'command', method: 'POST', path: '/sync/push', permission: 'signed_in',
  summary: '手机补传：离线做的操作逐条处理，互不影响', input: PushBatch,
  output: z.object({ results: z.array(PushResult), serverNow: z.iso.datetime(), contractVersion: z.number().int() }), errors: ['busy'],
})
