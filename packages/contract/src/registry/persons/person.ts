import { z } from 'zod'
import { CalendarDateString } from '../../page.ts'

/** A person in a list: masked by the viewer's field level. */
export const PersonRow = z.object({
  id: z.uuid(), householdId: z.uuid(), name: z.string(), sex: z.string(), age: z.number().int().nullable(),
  relation: z.string(), isHead: z.boolean(), idMasked: z.string().nullable(), phoneMasked: z.string().nullable(),
  villageCode: z.string(), place: z.string(), groupName: z.string().nullable(),
  householdType: z.string(), resettled: z.boolean(),
  labourSkill: z.string().nullable(), popClass: z.string(), education: z.string().nullable(), ethnic: z.string().nullable(),
  /** Where a resident member (常住成员) is registered, in words; null for who is registered here and for the resettled. */
  hukouElsewhere: z.string().nullable(),
  /** Null for persons who are no labourers. */
  work: z.enum(['employed_stable', 'employed', 'to_verify', 'unemployed', 'exempt']).nullable(),
  employer: z.string().nullable(), workPlace: z.string().nullable(), wageMonthly: z.number().nullable(), wageBand: z.string().nullable(),
})
export type PersonRow = z.infer<typeof PersonRow>

export const Evidence = z.object({
  id: z.uuid(), kind: z.string(), grade: z.enum(['a', 'b', 'c']), onDate: CalendarDateString, freshUntil: CalendarDateString,
  amount: z.number().nullable(), note: z.string().nullable(), recordedAt: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

/** An employment episode (就业记录), DOMAIN section 3.2. */
export const Episode = z.object({
  id: z.uuid(), version: z.number().int(), personId: z.uuid(),
  startOn: CalendarDateString, startPrecision: z.enum(['day', 'month', 'year']), endOn: CalendarDateString.nullable(),
  employer: z.string(), uscc: z.string().nullable(), occupation: z.string().nullable(), industry: z.string().nullable(),
  sector: z.number().int().nullable(), placeCode: z.string().nullable(), place: z.string().nullable(),
  area: z.string().nullable(), track: z.string().nullable(), gainType: z.string().nullable(), channel: z.string().nullable(), organised: z.boolean(),
  form: z.string(), contract: z.string().nullable(), contractFrom: CalendarDateString.nullable(), contractTo: CalendarDateString.nullable(),
  wageMin: z.number().nullable(), wageMax: z.number().nullable(), wageBasis: z.enum(['month', 'day', 'piece']).nullable(),
  wageMonthly: z.number().nullable(), paidDays: z.number().int().nullable(), insured: z.boolean().nullable(),
  endReason: z.string().nullable(), voided: z.boolean(), source: z.string(), evidence: z.array(Evidence),
})
export type Episode = z.infer<typeof Episode>

export const VersionEntry = z.object({
  entity: z.enum(['household', 'person', 'episode', 'exemption']), entityId: z.uuid(), version: z.number().int(),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  reason: z.string(), at: z.string(), by: z.string().nullable(),
})
export type VersionEntry = z.infer<typeof VersionEntry>

export const Training = z.object({
  id: z.uuid(), course: z.string(), kind: z.string().nullable(), fromOn: CalendarDateString.nullable(), toOn: CalendarDateString.nullable(),
  result: z.string().nullable(), certificate: z.string().nullable(),
})

export const Exemption = z.object({
  id: z.uuid(), personId: z.uuid(), personName: z.string(), reason: z.string(), fromOn: CalendarDateString, untilOn: CalendarDateString,
  state: z.enum(['asked', 'approved', 'declined']), askedBy: z.string().nullable(), approvedBy: z.string().nullable(),
})
export type Exemption = z.infer<typeof Exemption>
