import type { Gazetteer, PlaceText, ResolvedPlace } from '@anye/codes/data/divisions-gazetteer'
import type { Division } from '@anye/contract/organization/divisions/division'
import type { Holder } from '@anye/contract/organization/posts/body'
import type { ReportingUnit } from '@anye/contract/organization/units/list-units'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Database, Tx } from '../../platform/db.ts'
import { listVersions } from './divisions/division.query.ts'
import { ensureVillageGroups as ensureGroups } from './divisions/ensure-groups.ts'
import { loadGazetteer as queryGazetteer } from './divisions/gazetteer.query.ts'
import { loadDivisions } from './divisions/load-divisions.ts'
import { rebuildVillages } from './divisions/village.store.ts'
import { findVillage as queryVillage, listVillagesUnder, type VillagePlace } from './divisions/village.query.ts'
import { appointInitially as fillPosts, type InitialHolder } from './posts/appoint-initially.ts'
import { listPostsOfKinds } from './posts/body.query.ts'
import { establishBodies } from './posts/establish-bodies.ts'
import { listUnits as queryUnits } from './units/unit.query.ts'

export type { Gazetteer, InitialHolder, PlaceText, ResolvedPlace, VillagePlace }
export { getPlace, villagesOf, type Place } from './divisions/place.query.ts'
export { PREFECTURE } from './divisions/prefecture.rules.ts'
export { createDemoUsers } from './users/demo-users.ts'
export { layOutInitially, type InitialGrid } from './grids/lay-out-initially.ts'
export { listGridsOf } from './grids/grids-of.query.ts'
export { answerOffer, type GridChange } from './handovers/answer-offer.ts'
export { recordWeakGroup } from './weak-groups/record-weak-group.ts'
export { prefixesUnder } from './posts/area-of-place.ts'
export { findActor } from './users/find-actor.query.ts'
export { findUser, findUserByName } from './users/user.store.ts'
export { listPeopleWith } from './users/people-with.query.ts'
export { runUserCommand } from './users/user-command.ts'

/**
 * Prepares the module on every start: loads the committed divisions and units, rebuilds the flat places for the day
 * and sets up the bodies that places lack. Idempotent; edits of people are kept.
 */
export async function prepareOrganization(
  tx: Tx | Database, today: CalendarDate, newId: () => string,
): Promise<{ divisions: number; bodies: number }> {
  const divisions = await loadDivisions(tx, today)
  return { divisions, bodies: await establishBodies(tx, today, newId) }
}

/** Rebuilds the flat village places for a day: to be run when a business day begins, since edits may lie ahead. */
export async function refreshVillages(tx: Tx | Database, today: CalendarDate): Promise<void> {
  await rebuildVillages(tx, today)
}

/** Makes sure that the village groups a roster names exist; returns how many were new. */
export async function ensureVillageGroups(
  tx: Tx | Database, groups: readonly { village: string; name: string }[], from: CalendarDate,
): Promise<number> {
  return ensureGroups(tx, groups, from)
}

/** Fills posts nobody ever held when an organisation is set up; returns how many. */
export async function appointInitially(
  tx: Tx | Database, holders: readonly InitialHolder[], newId: () => string,
): Promise<number> {
  return fillPosts(tx, holders, newId)
}

/** The gazetteer of a day, for an import: build it once, ask it for every row, it answers from memory. */
export async function loadGazetteer(tx: Tx | Database, on: CalendarDate): Promise<Gazetteer> {
  return queryGazetteer(tx, on)
}

/** The village that written place names mean (V24); for many rows take `loadGazetteer`. */
export async function resolveDivision(tx: Tx | Database, place: PlaceText, on: CalendarDate): Promise<ResolvedPlace> {
  return (await queryGazetteer(tx, on)).resolve(place)
}

/** A division as it stands on a day, or in its newest form when it does not hold then; undefined when unknown. */
export async function findDivision(tx: Tx, code: string, on: CalendarDate): Promise<Division | undefined> {
  const versions = await listVersions(tx, code, on)
  return versions.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo)) ?? versions[0]
}

/** A village in force with its township, county and reporting unit; takes 12-digit codes and codes of groups. */
export async function findVillage(tx: Tx | Database, code: string): Promise<VillagePlace | undefined> {
  return queryVillage(tx, code)
}

/** The reporting unit of a village in force. */
export async function unitOfVillage(
  tx: Tx | Database, code: string,
): Promise<{ code: string; name: string } | undefined> {
  const village = await queryVillage(tx, code)
  return village && { code: village.unitCode, name: village.unitName }
}

/** The nine reporting units in the order of reports, each with the code prefixes that are exactly its area. */
export async function listUnits(tx: Tx | Database, on: CalendarDate): Promise<ReportingUnit[]> {
  return queryUnits(tx, on)
}

/** Villages in force under some code prefixes, in code order. */
export async function villagesUnder(tx: Tx | Database, scope: readonly string[]): Promise<VillagePlace[]> {
  return listVillagesUnder(tx, scope)
}

/** A chief of a command: who signs, with the account to compare the signer with. */
export type Chief = Pick<Holder, 'name' | 'duty' | 'userId'> & { kind: string; title: string }

/**
 * Who may sign for a place on a day: the double chiefs of a reporting unit (either signs, S7) or the four ranks of
 * the prefecture's command (`5223`, S6), in order of precedence. Vacant posts are left out.
 */
export async function chiefsOf(tx: Tx | Database, place: string, on: CalendarDate): Promise<Chief[]> {
  const kinds = ['chief', 'executive_deputy', 'first_deputy', 'deputy', 'party_chief', 'government_chief'] as const
  const posts = await listPostsOfKinds(tx, place, kinds, on)
  return posts.flatMap(({ kind, title, holder }) =>
    holder === null ? [] : [{ kind, title, name: holder.name, duty: holder.duty, userId: holder.user_id }])
}
