import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId, PageRequest, PlaceCode, pageOf } from '../../page.ts'

/** Households that one command gives to a contact. */
export const MOST_HOUSEHOLDS_AT_ONCE = 5_000

/** Why a household has no contact that holds (S77): never one, term over, account disabled, post ended. */
export const CONTACT_GAPS = ['none', 'term_over', 'account_disabled', 'post_ended'] as const
export const ContactGap = z.enum(CONTACT_GAPS)
export type ContactGap = z.infer<typeof ContactGap>

/** A contact of a household with the term; `toOn` is the last day, null while open. */
export const Contact = z.object({
  id: z.uuid(), name: z.string(), userId: z.uuid().nullable(), phoneMasked: z.string().nullable(), fromOn: CalendarDateString,
  toOn: CalendarDateString.nullable(), source: z.enum(['roster', 'form', 'handover']), version: z.number().int(), isCurrent: z.boolean(),
})
export type Contact = z.infer<typeof Contact>

/** What the page of contacts lists, and what "all of this filter" means in a command. */
export const ContactFilter = z.object({
  place: PlaceCode.optional(),
  group: z.string().trim().min(1).max(50).optional(),
  /** `any` for every household without a contact that holds. */
  gap: z.enum(['any', ...CONTACT_GAPS]).optional(),
  /** Households of one contact, by the beginning of the name. */
  contact: z.string().trim().min(1).max(50).optional(),
})
export type ContactFilter = z.infer<typeof ContactFilter>

/** A household with who looks after it. Names of contacts are names of officials. */
export const ContactRow = z.object({
  householdId: z.uuid(), headName: z.string(), villageCode: z.string(), place: z.string(), groupName: z.string().nullable(),
  contactId: z.uuid().nullable(), contactName: z.string().nullable(), userId: z.uuid().nullable(), fromOn: CalendarDateString.nullable(),
  toOn: CalendarDateString.nullable(), gap: ContactGap.nullable(),
})
export type ContactRow = z.infer<typeof ContactRow>

export const listContacts = endpoint({
  id: 'registry.contact.list', kind: 'query', method: 'GET', path: '/registry/contacts', permission: 'household.read', sensitive: true,
  summary: '各户的包保联系人与缺口', input: PageRequest.extend(ContactFilter.shape), output: pageOf(ContactRow), errors: [],
})

/** Gaps of the places directly below a place: reporting units, townships, villages, village groups. */
export const countContacts = endpoint({
  id: 'registry.contact.count', kind: 'query', method: 'GET', path: '/registry/contacts/counts', permission: 'household.read',
  summary: '包保联系缺口（按下级区划计数）', input: z.object({ place: PlaceCode }),
  output: z.object({
    rows: z.array(z.object({
      /** Division code or reporting unit; a village group has its village's code. */
      code: z.string(), name: z.string(), households: z.number().int(),
      none: z.number().int(), termOver: z.number().int(), accountDisabled: z.number().int(), postEnded: z.number().int(),
    })),
  }),
  errors: [],
})

/**
 * Gives households to a contact for a term: those named, or all of a filter. The contact before ends the day before; who
 * was to begin later gives way.
 */
export const assignContact = endpoint({
  id: 'registry.contact.assign', kind: 'command', method: 'POST', path: '/registry/contacts', permission: 'contact.assign',
  summary: '指定包保联系人（一户、多户或一个筛选结果，最多 5000 户）',
  input: z.object({
    commandId: CommandId,
    householdIds: z.array(z.uuid()).min(1).max(MOST_HOUSEHOLDS_AT_ONCE).optional(),
    filter: ContactFilter.optional(),
    /** An account, or a name when the person has none. */
    userId: z.uuid().optional(),
    name: z.string().trim().min(2).max(50).optional(),
    phone: z.string().regex(/^1[3-9]\d{9}$/).optional(),
    fromOn: CalendarDateString,
    toOn: CalendarDateString.optional(),
  }),
  output: z.object({ households: z.number().int() }), errors: ['contact_dates_invalid', 'too_many_households'],
})

export const endContact = endpoint({
  id: 'registry.contact.end', kind: 'command', method: 'POST', path: '/registry/contacts/{id}/end', permission: 'contact.assign',
  summary: '结束包保联系', input: z.object({ commandId: CommandId, id: z.uuid(), version: z.number().int(), lastDay: CalendarDateString, reason: z.string().trim().min(4).max(200) }),
  output: z.object({ id: z.uuid() }), errors: ['stale_version', 'contact_dates_invalid', 'already_done'],
})
