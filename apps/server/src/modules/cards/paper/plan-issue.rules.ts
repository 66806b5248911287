import { groupRank } from './group-order.rules.ts'

/** A household of the village, whatever its state. */
export type VillageHousehold = { id: string; status: string; groupName: string | null; hhNo: string | null; parents: readonly string[] }
export type LiveCard = { id: string; householdId: string }

export type IssuePlan = {
  close: { cardId: string; reason: 'household_ended' }[]
  /** Cards that end because their household was split or merged, and get a successor below. */
  replace: { cardId: string; reason: 'changed' }[]
  /** In the order of their bag numbers. `replaces`: card this one comes after, null for a first one. */
  issue: { householdId: string; replaces: string | null }[]
}

/**
 * What an issue of a village has to do. Every active household has one live card afterwards, none other has. A split or a
 * merge changes who stands on the paper, so the cards of both sides are renewed: an old form kept after a split is the
 * usual dirt (DOMAIN section 3). New numbers run as somebody walks the village: group by group, then by household number.
 */
export function planIssue(households: readonly VillageHousehold[], live: readonly LiveCard[]): IssuePlan {
  const cardOf = new Map(live.map((card) => [card.householdId, card.id]))
  const active = households.filter(({ status }) => status === 'active')
  const activeIds = new Set(active.map(({ id }) => id))
  const ended = live.filter(({ householdId }) => !activeIds.has(householdId))
  const missing = active.filter(({ id }) => !cardOf.has(id))
  const changed = changedHouseholds({ active, missing, ended }).filter(({ id }) => cardOf.has(id))
  const parentCard = (household: VillageHousehold) => household.parents.map((parent) => cardOf.get(parent)).find((card) => card !== undefined)
  return {
    close: ended.map(({ id }) => ({ cardId: id, reason: 'household_ended' })),
    replace: changed.map(({ id }) => ({ cardId: cardOf.get(id) ?? '', reason: 'changed' })),
    issue: [...missing, ...changed].sort(inWalkingOrder).map((household) => ({
      householdId: household.id, replaces: cardOf.get(household.id) ?? parentCard(household) ?? null,
    })),
  }
}

/** Active households somebody was split off from without a card of their own yet, and those that took in one whose card still lives. */
function changedHouseholds({ active, missing, ended }: {
  active: readonly VillageHousehold[]; missing: readonly VillageHousehold[]; ended: readonly LiveCard[]
}): VillageHousehold[] {
  const splitFrom = new Set(missing.flatMap(({ parents }) => parents))
  const endedIds = new Set(ended.map(({ householdId }) => householdId))
  return active.filter(({ id, parents }) => splitFrom.has(id) || parents.some((parent) => endedIds.has(parent)))
}

function inWalkingOrder(one: VillageHousehold, other: VillageHousehold): number {
  return groupRank(one.groupName) - groupRank(other.groupName)
    || compare(one.groupName ?? '', other.groupName ?? '')
    || compare(one.hhNo ?? '', other.hhNo ?? '')
    || compare(one.id, other.id)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
