import { api, client } from '../../../app/api.ts'
import type { Answers } from '../../../app/api.ts'

export type WeakGroupRow = Answers['organization']['weakGroups']['list']['rows'][number]
export type WeakGroupData = Answers['organization']['weakGroups']['get']
export type PartyGroup = WeakGroupData['partyGroups'][number]
export type Cadre = WeakGroupData['cadres'][number]

/** Why a group is listed, in the order of the contract. */
export const CRITERIA = ['unemployment', 'zero_households', 'few_stable', 'few_away', 'weak_labour', 'remote'] as const
export type Criterion = (typeof CRITERIA)[number]

export const weakGroupCommands = client.organization.weakGroups
export const TOUCHED_BY_WEAK_GROUPS = [api.organization.weakGroups.key()]
