import type { ReportSummary } from '@anye/contract/reporting/report'
import { readCursor, writeCursor } from '../../../platform/cursor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { selectReports } from './report.store.ts'
import { summaryOf } from './summary.rules.ts'

/** Reports of the units the actor may read, latest day first. */
export async function listReports(
  ctx: Ctx,
  input: { unit?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ rows: ReportSummary[]; nextCursor: string | null; total: number }> {
  const { heads, total } = await selectReports(ctx.tx, {
    unit: input.unit,
    after: readCursor(input.cursor, 2),
    limit: input.limit,
  })
  const shown = heads.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((head) => summaryOf(ctx.actor, head)),
    total,
    nextCursor:
      heads.length > input.limit && last !== undefined ? writeCursor([last.day, last.unitCode]) : null,
  }
}
