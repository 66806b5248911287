import { z } from 'zod'
import { CARD_STATUS } from '@anye/codes/card-status'
import { NEED_KIND } from '@anye/codes/need-kind'
import { SERVICE_KIND } from '@anye/codes/service-kind'
import { CalendarDateString } from '../page.ts'
import { EpisodeForm, EvidenceForm } from '../registry/episodes/endpoints.ts'

const codesOf = <T extends string>(list: readonly { code: T }[]) => z.enum(list.map(({ code }) => code) as [T, ...T[]])

/** `2026-11`: the month whose end a check describes. */
export const CardMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const CardStatusCode = codesOf(CARD_STATUS)
/** `none`: nobody was spoken to, what is known still holds. */
export const CheckMethodCode = z.enum(['visit', 'video', 'phone', 'proxy', 'none'])
export type CheckMethodCode = z.infer<typeof CheckMethodCode>
export const NeedKindCode = codesOf(NEED_KIND)
export const ServiceKindCode = codesOf(SERVICE_KIND)

/** Where a phone was, WGS 84 degrees, accuracy in metres; a place without a fix is told in words. */
export const CheckPlace = z.object({
  latitude: z.number().min(-90).max(90).nullable(), longitude: z.number().min(-180).max(180).nullable(),
  accuracy: z.number().min(0).nullable(), text: z.string().trim().max(100).nullable(),
})

/** What a check does to the job: nothing, proves it, begins one (ending the one before), or ends it. */
export const CheckJob = z.discriminatedUnion('act', [
  z.object({ act: z.literal('none') }),
  z.object({ act: z.literal('confirm'), episodeId: z.uuid(), evidence: z.array(EvidenceForm).max(5).default([]) }),
  z.object({
    act: z.literal('begin'), episodeId: z.uuid(), episode: EpisodeForm, evidence: z.array(EvidenceForm).max(5).default([]),
    ends: z.object({ episodeId: z.uuid(), endOn: CalendarDateString, endReason: z.string().max(2) }).nullable().default(null),
  }),
  z.object({ act: z.literal('end'), episodeId: z.uuid(), endOn: CalendarDateString, endReason: z.string().max(2) }),
])
export type CheckJob = z.infer<typeof CheckJob>

export const CheckNeed = z.object({ kind: NeedKindCode, note: z.string().trim().max(200).nullable().default(null) })
export const CheckService = z.object({ kind: ServiceKindCode, needId: z.uuid().nullable().default(null), note: z.string().trim().max(200).nullable().default(null) })

/** One monthly check of one labourer, as a phone or a desk states it (S79, S82). */
export const CheckForm = z.object({
  month: CardMonth, personId: z.uuid(),
  /** When it was seen, by the clock of the device. */
  observedAt: z.iso.datetime({ offset: true }),
  method: CheckMethodCode, place: CheckPlace.nullable().default(null),
  status: CardStatusCode, noChange: z.boolean(),
  job: CheckJob.default({ act: 'none' }),
  needs: z.array(CheckNeed).max(5).default([]), services: z.array(CheckService).max(5).default([]),
  note: z.string().trim().max(500).nullable().default(null),
  /** Version of the line that was looked at; null when none was known. */
  lineVersion: z.number().int().nullable().default(null),
})
export type CheckForm = z.infer<typeof CheckForm>
