import { sql } from 'kysely'
import type { VersionEntry } from '@anye/contract/registry/persons/person'
import { rows, type Tx } from '../../../platform/db.ts'

/** A correction: the changed fields before and after. Values of sealed fields are replaced by the word `sealed`. */
export type Correction = {
  entity: VersionEntry['entity']; entityId: string; division: string; version: number
  before: Record<string, unknown>; after: Record<string, unknown>; reason: string; at: number; by: string | null; importId?: string
}

export async function insertVersion(tx: Tx, correction: Correction): Promise<void> {
  await sql`insert into registry.version (entity, entity_id, division, version, before, after, reason, recorded_at, recorded_by, import_id)
    values (${correction.entity}, ${correction.entityId}, ${correction.division}, ${correction.version},
      ${JSON.stringify(correction.before)}::jsonb, ${JSON.stringify(correction.after)}::jsonb, ${correction.reason},
      ${new Date(correction.at)}, ${correction.by}, ${correction.importId ?? null})`.execute(tx)
}

type Row = {
  entity: VersionEntry['entity']; entity_id: string; version: number; before: Record<string, unknown>; after: Record<string, unknown>
  reason: string; recorded_at: Date; by: string | null
}

/** Corrections of some records, latest first. */
export async function listVersions(tx: Tx, ids: readonly string[]): Promise<VersionEntry[]> {
  const found = await rows(tx, sql<Row>`
    select v.entity, v.entity_id, v.version, v.before, v.after, v.reason, v.recorded_at, u.name as by
    from registry.version v left join organization.pub_user u on u.id = v.recorded_by
    where v.entity_id = any (${ids}::uuid[]) order by v.recorded_at desc, v.id desc limit 200`)
  return found.map((row) => ({
    entity: row.entity, entityId: row.entity_id, version: row.version, reason: row.reason, at: row.recorded_at.toISOString(), by: row.by,
    changes: [...new Set([...Object.keys(row.before), ...Object.keys(row.after)])]
      .map((field) => ({ field, before: row.before[field] ?? null, after: row.after[field] ?? null })),
  }))
}

/** The fields of `after` that differ from `before`, on both sides; undefined when nothing differs. */
export function differenceOf(
  before: Record<string, unknown>, after: Record<string, unknown>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | undefined {
  const changed = Object.keys(after).filter((key) => after[key] !== undefined && JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null))
  if (changed.length === 0) return undefined
  const pick = (from: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, from[key] ?? null]))
  return { before: pick(before), after: pick(after) }
}
