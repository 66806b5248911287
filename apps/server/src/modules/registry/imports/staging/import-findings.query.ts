import { sql } from 'kysely'
import type { RosterIssue, RowLevel } from '@anye/contract/registry/imports/roster-issue'
import { rows, type Tx } from '../../../../platform/db.ts'

export type RuleCount = { rule: string; level: RowLevel; code: string; count: number; message: string }

/** How often each rule spoke in a file, the most frequent first. */
export async function countByRule(tx: Tx, importId: string): Promise<RuleCount[]> {
  return rows(tx, sql<RuleCount>`
    select rule, level, code, count(*)::int as count, min(message) as message from registry.import_issue
    where import_id = ${importId} group by rule, level, code order by count(*) desc, rule`)
}

export type TouchedVillage = { code: string; name: string; persons: number; done: boolean }

/** The villages of a file and whether their transaction is committed. */
export async function listTouchedVillages(tx: Tx, importId: string): Promise<TouchedVillage[]> {
  return rows(tx, sql<TouchedVillage>`
    select i.division as code, coalesce(v.township_name || v.name, i.division) as name, i.persons, i.done_at is not null as done
    from registry.import_village i left join organization.pub_village v on v.code = i.division
    where i.import_id = ${importId} order by i.division`)
}

export type Finding = {
  n: number; sheet: string | null; row: number | null; column: string | null; rule: string; level: 'warned' | 'queried' | 'rejected'
  message: string; field: string | null; code: string; values: Record<string, string>
}

/** Findings after number `after`, in file order. */
export async function listFindings(
  tx: Tx, wanted: { id: string; level?: RowLevel | undefined; rule?: string | undefined; after: number; limit: number },
): Promise<Finding[]> {
  return rows(tx, sql<Finding>`
    select n, sheet, row, "column", rule, level, message, field, code, "values" from registry.import_issue
    where import_id = ${wanted.id} and n > ${wanted.after}
      and (${wanted.level ?? null}::text is null or level = ${wanted.level ?? null})
      and (${wanted.rule ?? null}::text is null or rule = ${wanted.rule ?? null})
    order by n limit ${wanted.limit}`)
}

/** A finding as screens and the command line show it. */
export function issueOf({ sheet, row, column, rule, level, message, code, values, field }: Finding): RosterIssue {
  // Written by the pipeline from the field table, so the text in the database is one of its keys.
  return { sheet, row, column, rule, level, message, code, values, field: field as RosterIssue['field'] }
}
