import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Database, Tx } from '../../../platform/db.ts'
import { listUnits } from '../units/unit.query.ts'
import { findBodyIds, insertBodies, listBodyPlaces, type BodyRow, type PostRow } from './body.store.ts'
import { bodyKey, standardBodies } from './standard-bodies.rules.ts'

/**
 * Sets up the commands, offices, township leaderships and village front-line posts of every place in force that has
 * none yet, with their posts vacant. Idempotent; run after the divisions are loaded and when villages were added.
 * @returns how many bodies were new
 */
export async function establishBodies(
  tx: Tx | Database, on: CalendarDate, newId: () => string,
): Promise<number> {
  const places = await listBodyPlaces(tx, on)
  const units = await listUnits(tx, on)
  const unitOf = (township: string) =>
    units.find(({ scope }) => scope.some((prefix) => township.startsWith(prefix)))?.code ?? null
  const ids = await findBodyIds(tx)
  const bodies: BodyRow[] = []
  const posts: PostRow[] = []
  for (const body of places.flatMap((place) => standardBodies(place, unitOf))) {
    if (ids.has(bodyKey(body))) continue
    const id = newId()
    ids.set(bodyKey(body), id)
    const { kind, name, division, unit } = body
    // Places come upper levels first, so a body's superior is already known.
    const parent_id = body.under === null ? null : (ids.get(body.under) ?? null)
    bodies.push({ id, kind, name, division, unit_code: unit, parent_id, valid_from: on })
    posts.push(...body.posts.map((post) => ({ ...post, id: newId(), organisation_id: id, division })))
  }
  await insertBodies(tx, bodies, posts)
  return bodies.length
}
