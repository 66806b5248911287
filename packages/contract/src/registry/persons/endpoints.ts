import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CalendarDateString, CommandId, PageRequest, PlaceCode, pageOf } from '../../page.ts'
import { Episode, Exemption, PersonRow, Training, VersionEntry } from './person.ts'

export const PersonFilter = z.object({
  place: PlaceCode.optional(),
  /** Name (one character or more), pinyin or its initials, last four of the ID, a full ID or phone number. */
  search: z.string().trim().min(1).max(40).optional(),
  householdType: z.string().max(2).optional(),
  resettled: z.stringbool().optional(),
  work: z.enum(['employed', 'stable', 'to_verify', 'unemployed', 'exempt', 'labourer']).optional(),
  sex: z.enum(['1', '2']).optional(),
  ageFrom: z.coerce.number().int().min(0).max(120).optional(),
  ageTo: z.coerce.number().int().min(0).max(120).optional(),
  labourSkill: z.string().max(2).optional(),
})
export type PersonFilter = z.infer<typeof PersonFilter>

export const PersonSort = z.enum(['place', 'name', 'age', 'wage'])

export const listPersons = endpoint({
  id: 'registry.person.list', kind: 'query', method: 'GET', path: '/registry/persons', permission: 'person.read', sensitive: true,
  summary: '查询人员', input: PageRequest.extend({ ...PersonFilter.shape, sort: PersonSort.default('place'), descending: z.stringbool().default(false) }),
  output: pageOf(PersonRow), errors: [],
})

export const getPerson = endpoint({
  id: 'registry.person.get', kind: 'query', method: 'GET', path: '/registry/persons/{id}', permission: 'person.read', sensitive: true,
  summary: '人员页：基本情况与就业、轨迹、培训、工资四条线',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    person: PersonRow.extend({
      version: z.number().int(), birth: CalendarDateString.nullable(), inSchool: z.string().nullable(), graduatesOn: CalendarDateString.nullable(), marital: z.string().nullable(),
      political: z.string().nullable(), healthNeed: z.boolean().nullable(), skills: z.array(z.string()), intent: z.string().nullable(),
      status: z.string(), exitOn: CalendarDateString.nullable(), hasBankNo: z.boolean(),
      /** Where the person is registered, as code and in words; null when not stated, then where the household lives. */
      registerDivision: z.string().nullable(), registerName: z.string().nullable(),
    }),
    household: z.object({ id: z.uuid(), headName: z.string(), type: z.string(), resettled: z.boolean(), members: z.number().int(), contactName: z.string().nullable() }),
    episodes: z.array(Episode), trainings: z.array(Training), exemptions: z.array(Exemption),
    wages: z.array(z.object({ onDate: CalendarDateString, monthly: z.number(), employer: z.string(), kind: z.enum(['agreed', 'paid']) })),
    versions: z.array(VersionEntry),
  }),
  errors: [],
})

export const revealPerson = endpoint({
  id: 'registry.person.reveal', kind: 'command', method: 'POST', path: '/registry/persons/{id}/reveal', permission: 'person.reveal', sensitive: true,
  summary: '查看敏感信息（须填理由，记入审计，有日限额）',
  input: z.object({ commandId: CommandId, id: z.uuid(), field: z.enum(['idNo', 'phone', 'bankNo', 'health']), reason: z.string().trim().min(4).max(200) }),
  output: z.object({ value: z.string().nullable(), leftToday: z.number().int() }),
  errors: ['reason_required', 'quota_exceeded'],
})

export const CorrectPersonRequest = z.object({
  commandId: CommandId, id: z.uuid(), version: z.number().int(), reason: z.string().trim().min(4).max(200),
  changes: z.object({
    name: z.string().min(1).max(50).optional(), sex: z.enum(['1', '2']).optional(), birth: CalendarDateString.optional(),
    relation: z.string().max(2).optional(), education: z.string().max(2).nullable().optional(), inSchool: z.string().max(4).nullable().optional(),
    /** Last day at school; the person counts as a labourer from the day after. */
    graduatesOn: CalendarDateString.nullable().optional(),
    /** Where the person is registered: 6, 9 or 12 digits as far as it is known; null for where the household lives. */
    registerDivision: z.string().regex(/^\d{6}(?:\d{3}){0,2}$/u).nullable().optional(),
    labourSkill: z.string().max(2).optional(), popClass: z.string().max(2).optional(), phone: z.string().max(20).nullable().optional(),
    idNo: z.string().max(30).optional(), bankNo: z.string().max(30).nullable().optional(), marital: z.string().max(2).nullable().optional(),
    /** The whole set; 1 (healthy) stands alone. Sensitive like disability: only who may reveal it writes it, history tells only that it changed. */
    health: z.array(z.string().max(2)).max(4).optional(),
    /** Of the certificate, 1 to 7. */
    disabilityCategory: z.string().max(1).nullable().optional(),
    /** Of the certificate; grades 1 and 2 are no labour (DOMAIN section 4). Sensitive: history tells only that it changed. */
    disabilityGrade: z.string().max(1).nullable().optional(), intent: z.string().max(4).nullable().optional(),
    status: z.enum(['active', 'dead', 'moved_out']).optional(), exitOn: CalendarDateString.nullable().optional(),
  }),
})

export const correctPerson = endpoint({
  id: 'registry.person.correct', kind: 'command', method: 'PATCH', path: '/registry/persons/{id}', permission: 'person.edit',
  summary: '更正人员信息（每次更正都留一版）',
  input: CorrectPersonRequest,
  output: z.object({ id: z.uuid(), version: z.number().int() }),
  errors: ['stale_version', 'reason_required', 'schooling_conflict'],
})

export const askExemption = endpoint({
  id: 'registry.exemption.ask', kind: 'command', method: 'POST', path: '/registry/exemptions', permission: 'exemption.ask',
  summary: '申请暂不能就业（不超过六个月，哺乳十二个月）',
  input: z.object({ commandId: CommandId, personId: z.uuid(), reason: z.enum(['carer', 'pregnancy', 'nursing', 'illness', 'other']), note: z.string().max(200).optional(), fromOn: CalendarDateString, untilOn: CalendarDateString }),
  output: z.object({ id: z.uuid() }), errors: ['exemption_dates_invalid'],
})

export const approveExemption = endpoint({
  id: 'registry.exemption.approve', kind: 'command', method: 'POST', path: '/registry/exemptions/{id}/approve', permission: 'exemption.approve',
  summary: '批准暂不能就业（申请人与批准人不能相同）',
  input: z.object({ commandId: CommandId, id: z.uuid() }),
  output: z.object({ id: z.uuid() }), errors: ['separation_of_duties', 'already_done'],
})

export const endExemption = endpoint({
  id: 'registry.exemption.end', kind: 'command', method: 'POST', path: '/registry/exemptions/{id}/end', permission: 'exemption.approve',
  summary: '不同意暂不能就业申请，或在原因消失后提前结束',
  input: z.object({ commandId: CommandId, id: z.uuid(), lastDay: CalendarDateString.optional(), reason: z.string().trim().min(4).max(200) }),
  output: z.object({ id: z.uuid() }), errors: ['already_done', 'exemption_dates_invalid'],
})

export const listExemptions = endpoint({
  id: 'registry.exemption.list', kind: 'query', method: 'GET', path: '/registry/exemptions', permission: 'person.read', sensitive: true,
  summary: '暂不能就业申请', input: PageRequest.extend({ place: PlaceCode.optional(), state: z.enum(['asked', 'approved']).optional() }),
  output: pageOf(Exemption.extend({ place: z.string() })), errors: [],
})
