import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import { PREFECTURE } from '../organization/organization.api.ts'
import { listUnits } from '../organization/organization.api.ts'
import { compileReportIn } from './reports/compile-report.ts'
import { findUnreported } from './reports/report.store.ts'

const CHECK_MS = 3_000

/**
 * Compiles what the latest closed day still lacks: the reports of the prefecture and of the nine units, as drafts that
 * people annotate and sign. Nobody has to ask for a report (S15). Answers how many were compiled.
 */
async function compileMissingReports({ clock, database, live, synthetic }: Services): Promise<number> {
  const units = await inScope(database.db, EVERYWHERE, (tx) => listUnits(tx, clock.today()))
  const wanted = [PREFECTURE, ...units.map((unit) => unit.code)]
  let compiled = 0
  for (;;) {
    const unit = await inScope(database.db, EVERYWHERE, async (tx) => {
      const missing = await findUnreported(tx, wanted)
      if (missing === undefined) return undefined
      const now = clock.now()
      await compileReportIn(tx, { ...missing, by: null, at: now, synthetic, newId: () => newId(now, systemRandomBytes) })
      return missing.unit
    })
    if (unit === undefined) return compiled
    compiled++
    live.publish({ type: 'report', unitCode: unit })
  }
}

/** Keeps compiling while the process runs; the returned function stops it and waits for the turn under way. */
export function startReportWorker(services: Services): () => Promise<void> {
  let turn: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    turn = turn.then(() => compileMissingReports(services))
      .catch((error: unknown) => services.log.error({ err: error }, 'compiling the day\'s reports failed; it is tried again'))
  }, CHECK_MS)
  return async () => {
    clearInterval(timer)
    await turn
  }
}
