import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { CommandId, PageRequest, PlaceCode, pageOf } from '../../page.ts'
import { CARD_TOKEN } from './card-address.ts'

const VillageCode = z.string().regex(/^\d{12}$/)
/** A village group by its name; '' for the households that no group is known of. */
const GroupName = z.string().max(60)

/** 建卡, 在用, 换卡, 注销. A household has one card that is issued or in use (DOMAIN section 3). */
export const CARD_STATES = ['issued', 'in_use', 'replaced', 'closed'] as const
export const CardState = z.enum(CARD_STATES)

/** What is printed: service cards, labels of the bags, check lists of the bags. */
export const PAPERS = ['cards', 'labels', 'checklist'] as const

/** How far a village or group is: active households, those with a live card, labourers on them, bags seen and missed at the last check. */
export const CardTally = z.object({
  households: z.number().int(), carded: z.number().int(), labourers: z.number().int(), bagsSeen: z.number().int(), bagsMissing: z.number().int(),
})

export const ServiceCardRow = z.object({
  id: z.uuid(), cardNo: z.string(), bagNo: z.number().int(), householdId: z.uuid(), headName: z.string(), groupName: z.string(),
  labourers: z.number().int(), state: CardState, issuedOn: z.string(),
  /** Null until somebody looked. */
  inBag: z.boolean().nullable(), checkedAt: z.string().nullable(),
})
export type ServiceCardRow = z.infer<typeof ServiceCardRow>

export const listCardVillages = endpoint({
  id: 'cards.village.list', kind: 'query', method: 'GET', path: '/cards/villages', permission: 'household.read',
  summary: '各村建卡进度（S76）', input: PageRequest.extend({ place: PlaceCode.optional() }),
  output: pageOf(CardTally.extend({ village: VillageCode, name: z.string(), place: z.string() })), errors: [],
})

export const getCardVillage = endpoint({
  id: 'cards.village.get', kind: 'query', method: 'GET', path: '/cards/villages/{village}', permission: 'household.read',
  summary: '一个村的建卡进度，分村民小组', input: z.object({ village: VillageCode }),
  output: z.object({
    village: VillageCode, name: z.string(), place: z.string(), tally: CardTally, groups: z.array(CardTally.extend({ name: z.string() })),
    /** Live cards of households that ended, split or merged: the next issue closes or replaces them. */
    outdated: z.number().int(),
  }),
  errors: [],
})

export const listServiceCards = endpoint({
  id: 'cards.card.list', kind: 'query', method: 'GET', path: '/cards/cards', permission: 'household.read', sensitive: true,
  summary: '一个村在用的服务卡，按袋号', input: PageRequest.extend({ village: VillageCode, group: GroupName.optional() }),
  output: pageOf(ServiceCardRow), errors: [],
})

/** What a scanned code opens. The code holds nothing else; who may not see the household gets `not_found`. */
export const findServiceCard = endpoint({
  id: 'cards.card.find', kind: 'query', method: 'GET', path: '/cards/tokens/{token}', permission: 'household.read', sensitive: true,
  summary: '扫码找户', input: z.object({ token: z.string().regex(CARD_TOKEN) }),
  output: z.object({ cardId: z.uuid(), cardNo: z.string(), state: CardState, householdId: z.uuid() }), errors: [],
})

export const issueServiceCards = endpoint({
  id: 'cards.card.issue', kind: 'command', method: 'POST', path: '/cards/villages/{village}/issue', permission: 'card.issue',
  summary: '给村内无卡的户建卡，注销已不存在的户的卡，分户并户的换卡', input: z.object({ commandId: CommandId, village: VillageCode }),
  output: z.object({ issued: z.number().int(), replaced: z.number().int(), closed: z.number().int() }), errors: ['card_numbers_used_up'],
})

export const replaceServiceCard = endpoint({
  id: 'cards.card.replace', kind: 'command', method: 'POST', path: '/cards/cards/{id}/replace', permission: 'card.issue',
  summary: '换卡（遗失、污损）：旧卡二维码失效', input: z.object({ commandId: CommandId, id: z.uuid(), reason: z.string().trim().min(4).max(200) }),
  output: z.object({ id: z.uuid(), cardNo: z.string() }), errors: ['wrong_state', 'card_numbers_used_up'],
})

export const checkBags = endpoint({
  id: 'cards.bag.check', kind: 'command', method: 'POST', path: '/cards/villages/{village}/bags', permission: 'bag.check',
  summary: '连心袋核对：卡在袋、不在袋',
  input: z.object({
    commandId: CommandId, village: VillageCode, marks: z.array(z.object({ cardId: z.uuid(), inBag: z.boolean() })).min(1).max(500),
  }),
  output: z.object({ seen: z.number().int(), missing: z.number().int() }), errors: [],
})

export const CardPrint = z.object({
  id: z.uuid(), paper: z.enum(PAPERS), village: VillageCode, villageName: z.string(), group: GroupName.nullable(), year: z.number().int(),
  households: z.number().int(), pages: z.number().int().nullable(), state: z.enum(['making', 'ready', 'failed']), askedAt: z.string(),
  fileId: z.uuid().nullable(), expiresAt: z.string().nullable(),
})
export type CardPrint = z.infer<typeof CardPrint>

/** One village a file, never more: that is what keeps it a print of the village's own cards and not an export. */
export const askCardPrint = endpoint({
  id: 'cards.print.ask', kind: 'command', method: 'POST', path: '/cards/prints', permission: 'card.print',
  summary: '打印服务卡、袋标签、核对单（A4，PDF）',
  input: z.object({
    commandId: CommandId, village: VillageCode, group: GroupName.optional(), paper: z.enum(PAPERS),
    /** Year whose twelve months the card has room for. */
    year: z.number().int().min(2020).max(2099),
  }),
  output: CardPrint, errors: ['cards_missing'],
})

export const listCardPrints = endpoint({
  id: 'cards.print.list', kind: 'query', method: 'GET', path: '/cards/prints', permission: 'card.print',
  summary: '我最近的打印', input: z.object({}), output: z.object({ rows: z.array(CardPrint) }), errors: [],
})
