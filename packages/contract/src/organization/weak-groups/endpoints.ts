import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId, DivisionCode, PageRequest, PlaceCode, pageOf } from '../../page.ts'

/**
 * Why a village group is weak in employment (S72): many without work, households without work, few in stable work, few
 * away, much weak labour, far from roads and jobs.
 */
export const WEAK_CRITERIA = ['unemployment', 'zero_households', 'few_stable', 'few_away', 'weak_labour', 'remote'] as const
export const WeakCriterion = z.enum(WEAK_CRITERIA)

/** Who is missing: nobody is sent to the group, or a term is over and nobody closed it. */
export const WeakGroupAlert = z.enum(['no_cadre', 'term_over'])

/**
 * A weak group with its result (S75). Base: labourers and those without work on the day of listing; now: those of today;
 * `foundWork` are employed today and had no job on the day of listing.
 */
export const WeakGroupRow = z.object({
  id: z.uuid(), village: DivisionCode, place: z.string(), groupName: z.string(), criteria: z.array(WeakCriterion),
  listedOn: CalendarDateString, delistedOn: CalendarDateString.nullable(),
  baseLabourers: z.number().int(), baseUnemployed: z.number().int(),
  labourers: z.number().int(), employed: z.number().int(), unemployed: z.number().int(), foundWork: z.number().int(),
  partyGroups: z.number().int(), cadres: z.number().int(), termsOver: z.number().int(), alert: WeakGroupAlert.nullable(),
})
export type WeakGroupRow = z.infer<typeof WeakGroupRow>

/** A Party group bound to a weak group (S73). */
export const PartyGroup = z.object({
  id: z.uuid(), name: z.string(), leaderName: z.string().nullable(), fromOn: CalendarDateString, toOn: CalendarDateString.nullable(), version: z.number().int(),
})
export type PartyGroup = z.infer<typeof PartyGroup>

/** A cadre sent to a weak group for a term (S74); `over` waits for its result. */
export const Cadre = z.object({
  id: z.uuid(), name: z.string(), userId: z.uuid().nullable(), duty: z.string().nullable(), fromOn: CalendarDateString, toOn: CalendarDateString,
  state: z.enum(['ahead', 'serving', 'over', 'closed']), result: z.string().nullable(), version: z.number().int(),
})
export type Cadre = z.infer<typeof Cadre>

const Name = z.string().trim().min(2).max(50)
const NewPartyGroup = z.object({ name: Name, leaderName: Name.optional() })
const Done = z.object({ id: z.uuid() })
const Group = z.object({ commandId: CommandId, id: z.uuid() })

export const listWeakGroups = endpoint({
  id: 'organization.weak_group.list', kind: 'query', method: 'GET', path: '/weak-groups', permission: 'post.read',
  summary: '就业工作薄弱村民组与成效',
  input: PageRequest.extend({
    place: PlaceCode.optional(), delisted: z.stringbool().default(false), alert: z.stringbool().default(false),
    sort: z.enum(['place', 'unemployed', 'found_work', 'listed_on']).default('unemployed'), descending: z.stringbool().default(true),
  }),
  output: pageOf(WeakGroupRow), errors: [],
})

export const getWeakGroup = endpoint({
  id: 'organization.weak_group.get', kind: 'query', method: 'GET', path: '/weak-groups/{id}', permission: 'post.read',
  summary: '一个薄弱村民组：党小组、下沉干部、成效', input: z.object({ id: z.uuid() }),
  output: z.object({
    group: WeakGroupRow.extend({ note: z.string().nullable(), delistNote: z.string().nullable(), version: z.number().int() }),
    partyGroups: z.array(PartyGroup), cadres: z.array(Cadre),
  }),
  errors: [],
})

export const enlistWeakGroup = endpoint({
  id: 'organization.weak_group.enlist', kind: 'command', method: 'POST', path: '/weak-groups', permission: 'weak_group.edit',
  summary: '列入薄弱村民组（同时绑定党小组，记下当日底数）',
  input: z.object({
    commandId: CommandId, village: z.string().regex(/^\d{12}$/), groupName: z.string().trim().min(1).max(20),
    criteria: z.array(WeakCriterion).min(1).max(WEAK_CRITERIA.length), note: z.string().trim().max(200).optional(),
    partyGroups: z.array(NewPartyGroup).min(1).max(10),
  }),
  output: Done, errors: ['already_done', 'division_invalid'],
})

export const delistWeakGroup = endpoint({
  id: 'organization.weak_group.delist', kind: 'command', method: 'POST', path: '/weak-groups/{id}/delist', permission: 'weak_group.edit',
  summary: '移出薄弱村民组', input: Group.extend({ version: z.number().int(), note: z.string().trim().min(4).max(200) }),
  output: Done, errors: ['stale_version', 'already_done'],
})

export const addPartyGroup = endpoint({
  id: 'organization.weak_group.add_party_group', kind: 'command', method: 'POST', path: '/weak-groups/{id}/party-groups', permission: 'weak_group.edit',
  summary: '绑定党小组', input: Group.extend({ ...NewPartyGroup.shape, fromOn: CalendarDateString }), output: Done, errors: ['wrong_state'],
})

export const endPartyGroup = endpoint({
  id: 'organization.weak_group.end_party_group', kind: 'command', method: 'POST', path: '/party-groups/{id}/end', permission: 'weak_group.edit',
  summary: '解除党小组（列入期间至少留一个）', input: Group.extend({ version: z.number().int(), lastDay: CalendarDateString }),
  output: Done, errors: ['stale_version', 'already_done', 'wrong_state', 'party_group_needed'],
})

export const sendCadre = endpoint({
  id: 'organization.weak_group.send_cadre', kind: 'command', method: 'POST', path: '/weak-groups/{id}/cadres', permission: 'weak_group.edit',
  summary: '选派下沉干部',
  input: Group.extend({
    userId: z.uuid().optional(), name: Name.optional(), duty: z.string().trim().max(100).optional(), fromOn: CalendarDateString, toOn: CalendarDateString,
  }),
  output: Done, errors: ['wrong_state'],
})

export const closeCadre = endpoint({
  id: 'organization.weak_group.close_cadre', kind: 'command', method: 'POST', path: '/weak-group-cadres/{id}/close', permission: 'weak_group.edit',
  summary: '结束下沉任期并记成效',
  input: Group.extend({ version: z.number().int(), lastDay: CalendarDateString, result: z.string().trim().min(4).max(500) }),
  output: Done, errors: ['stale_version', 'already_done', 'wrong_state'],
})
