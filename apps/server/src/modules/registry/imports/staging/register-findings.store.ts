import { sql, type RawBuilder } from 'kysely'
import { ISSUE_TEXTS, issueSentence } from '@anye/contract/registry/imports/roster-issue'
import { firstRow, joiningByHash, rows, type Tx } from '../../../../platform/db.ts'

/** Tells the rows of a village whose person is registered in another village: such a row is not written. */
export async function noteElsewhere(tx: Tx, importId: string, division: string): Promise<void> {
  const found = sql`select sheet, row from registry.import_person
    where import_id = ${importId} and division = ${division} and change = 'elsewhere'`
  // Hardly any village has one, and the rest of the work looks through all findings of the file.
  if (await firstRow(tx, sql`${found} limit 1`) !== undefined) await note(tx, importId, 'person_elsewhere', found)
}

/** Tells the past jobs of persons whom neither the register nor the file knows in that village. */
export async function noteUnknownHistory(tx: Tx, importId: string): Promise<void> {
  await joiningByHash(tx, () => note(tx, importId, 'history_person_unknown', sql`
    select s.sheet, s.row from registry.import_history s where s.import_id = ${importId}
      and not exists (select 1 from registry.import_person p
        where p.import_id = s.import_id and p.division = s.division and p.id_lookup = s.id_lookup and p.change in ('new', 'changed', 'same'))
      and not exists (select 1 from registry.person p where p.division = s.division and p.id_no_lookup = s.id_lookup and p.status <> 'merged')`))
}

// Adds the finding to rows that do not have it yet, and moves them to `queried` in the counts unless they stand there.
async function note(
  tx: Tx, importId: string, code: 'person_elsewhere' | 'history_person_unknown', found: RawBuilder<unknown>,
): Promise<void> {
  const { rule, level } = ISSUE_TEXTS[code]
  const noted = await rows(tx, sql<{ was: 'accepted' | 'warned' | 'queried'; count: number }>`
    with fresh as materialized (
      select f.sheet, f.row, coalesce(w.was, 'accepted') as was,
        (select coalesce(max(n), 0) from registry.import_issue where import_id = ${importId}) + row_number() over (order by f.sheet, f.row) as n
      from (${found}) f
      left join lateral (
        select case when bool_or(i.level in ('queried', 'rejected')) then 'queried' else 'warned' end as was, bool_or(i.code = ${code}) as told
        from registry.import_issue i where i.import_id = ${importId} and i.sheet_index = f.sheet and i.row = f.row having count(*) > 0) w on true
      where w.told is not true),
    added as (
      insert into registry.import_issue (import_id, n, sheet_index, sheet, row, rule, level, code, field, "values", message)
      select ${importId}::uuid, f.n, f.sheet, (select i.sheets -> f.sheet ->> 'name' from registry.import i where i.id = ${importId}), f.row,
        ${rule}, ${level}, ${code}, 'idNo', '{}', ${issueSentence({ code, field: 'idNo', values: {} })}
      from fresh f)
    select was, count(*)::int as count from fresh group by was`)
  const of = (was: string) => noted.find((row) => row.was === was)?.count ?? 0
  const [accepted, warned] = [of('accepted'), of('warned')]
  if (accepted + warned === 0) return
  await sql`update registry.import set counts = counts || jsonb_build_object('accepted', (counts ->> 'accepted')::int - ${accepted}::int,
      'warned', (counts ->> 'warned')::int - ${warned}::int, 'queried', (counts ->> 'queried')::int + ${accepted + warned}::int)
    where id = ${importId}`.execute(tx)
}
