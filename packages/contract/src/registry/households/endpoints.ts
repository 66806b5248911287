import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId, PageRequest, PlaceCode, pageOf } from '../../page.ts'
import { CONTACT_GAPS, Contact, ContactGap } from '../contacts/endpoints.ts'
import { PersonRow, VersionEntry } from '../persons/person.ts'

export const Segment = z.object({
  kind: z.enum(['poor', 'ex_poor', 'monitored', 'edge', 'sudden_hardship', 'resettled', 'ordinary']),
  fromOn: CalendarDateString, toOn: CalendarDateString.nullable(), source: z.string(),
})

export const HouseholdRow = z.object({
  id: z.uuid(), hhNo: z.string().nullable(), headName: z.string(), villageCode: z.string(), place: z.string(), groupName: z.string().nullable(),
  type: z.string(), resettled: z.boolean(), members: z.number().int(),
  labourers: z.number().int(), available: z.number().int(), employed: z.number().int(), stable: z.number().int(),
  zero: z.boolean(), zeroSince: CalendarDateString.nullable(), special: z.boolean(), contactName: z.string().nullable(),
})
export type HouseholdRow = z.infer<typeof HouseholdRow>

export const HouseholdFilter = z.object({
  place: PlaceCode.optional(),
  search: z.string().trim().min(1).max(40).optional(),
  type: z.string().max(2).optional(),
  resettled: z.stringbool().optional(),
  cover: z.enum(['zero', 'employed', 'stable', 'special', 'no_labour']).optional(),
  group: z.string().trim().min(1).max(50).optional(),
  /** Households of one contact, by the beginning of the name. */
  contactName: z.string().trim().min(1).max(50).optional(),
  /** S77: `gap` for households without a contact that holds, or one ground of it. */
  contact: z.enum(['gap', ...CONTACT_GAPS]).optional(),
})
export type HouseholdFilter = z.infer<typeof HouseholdFilter>

export const HouseholdSort = z.enum(['place', 'head', 'members', 'zero_since'])

export const listHouseholds = endpoint({
  id: 'registry.household.list', kind: 'query', method: 'GET', path: '/registry/households', permission: 'household.read', sensitive: true,
  summary: '查询户', input: PageRequest.extend({ ...HouseholdFilter.shape, sort: HouseholdSort.default('place'), descending: z.stringbool().default(false) }),
  output: pageOf(HouseholdRow), errors: [],
})

export const getHousehold = endpoint({
  id: 'registry.household.get', kind: 'query', method: 'GET', path: '/registry/households/{id}', permission: 'household.read', sensitive: true,
  summary: '户页', input: z.object({ id: z.uuid() }),
  output: z.object({
    household: HouseholdRow.extend({
      version: z.number().int(), attribute: z.string().nullable(), causes: z.array(z.string()), site: z.string().nullable(), room: z.string().nullable(),
      resettledYear: z.number().int().nullable(), perCapitaIncome: z.number().nullable(), landMu: z.number().nullable(),
      phoneMasked: z.string().nullable(), gridName: z.string().nullable(), status: z.string(),
    }),
    /** Contacts, the present first; `contactGap` says why none holds. */
    contacts: z.array(Contact), contactGap: ContactGap.nullable(),
    segments: z.array(Segment), members: z.array(PersonRow),
    lineage: z.array(z.object({ id: z.uuid(), headName: z.string(), relation: z.enum(['parent', 'child']) })),
    versions: z.array(VersionEntry),
  }),
  errors: [],
})

export const correctHousehold = endpoint({
  id: 'registry.household.correct', kind: 'command', method: 'PATCH', path: '/registry/households/{id}', permission: 'household.edit',
  summary: '更正户信息（每次更正都留一版）',
  input: z.object({
    commandId: CommandId, id: z.uuid(), version: z.number().int(), reason: z.string().trim().min(4).max(200),
    changes: z.object({
      type: z.string().max(2).optional(), groupName: z.string().max(50).nullable().optional(),
      gridName: z.string().max(50).nullable().optional(), resettled: z.boolean().optional(), site: z.string().max(100).nullable().optional(), room: z.string().max(50).nullable().optional(),
      headId: z.uuid().optional(),
    }),
  }),
  output: z.object({ id: z.uuid(), version: z.number().int() }), errors: ['stale_version', 'reason_required'],
})

export const splitHousehold = endpoint({
  id: 'registry.household.split', kind: 'command', method: 'POST', path: '/registry/households/{id}/split', permission: 'household.edit',
  summary: '分户：所选成员立为新户，保留来源',
  input: z.object({ commandId: CommandId, id: z.uuid(), version: z.number().int(), personIds: z.array(z.uuid()).min(1).max(30), headId: z.uuid(), reason: z.string().trim().min(4).max(200) }),
  output: z.object({ id: z.uuid(), newHouseholdId: z.uuid() }), errors: ['stale_version', 'wrong_state'],
})

export const mergeHouseholds = endpoint({
  id: 'registry.household.merge', kind: 'command', method: 'POST', path: '/registry/households/{id}/merge', permission: 'household.edit',
  summary: '并户：另一户并入本户，保留来源',
  input: z.object({ commandId: CommandId, id: z.uuid(), version: z.number().int(), otherId: z.uuid(), reason: z.string().trim().min(4).max(200) }),
  output: z.object({ id: z.uuid(), version: z.number().int() }), errors: ['stale_version', 'wrong_state'],
})
