import type { MacKey } from '../crypto/suite.ts'
import type { Database } from '../db.ts'
import { writeAnchor } from './audit-anchors.ts'
import { auditHead, sealAllAudit } from './seal-audit.ts'

export type SealerOptions = {
  db: Database
  key: MacKey
  home: string
  now: () => number
  onError: (error: unknown) => void
  /** Milliseconds between two rounds: the time for which a row stands unchained. */
  everyMs?: number
  /** Milliseconds between two anchors: the time for which a cut tail could pass. */
  anchorEveryMs?: number
}

/**
 * Chains the audit in the background and anchors it outside the database. `stop` chains and anchors once
 * more.
 */
export function startAuditSealer(options: SealerOptions): { stop: () => Promise<void> } {
  const { now, onError, everyMs = 1000, anchorEveryMs = 300_000 } = options
  let anchoredAt = Number.NEGATIVE_INFINITY
  let anchoredSeq = 0
  let stopped = false
  let round: Promise<void> = Promise.resolve()

  const run = async (anchorNow: boolean) => {
    await sealAllAudit(options.db, options.key)
    if (!anchorNow && now() - anchoredAt < anchorEveryMs) return
    const head = await auditHead(options.db)
    if (head.seq > anchoredSeq) await writeAnchor(options.home, head, now())
    anchoredAt = now()
    anchoredSeq = head.seq
  }
  // The next round is set only after the last one ended, so that a slow database is not piled upon.
  let timer: NodeJS.Timeout | undefined
  const next = () => {
    if (stopped) return
    timer = setTimeout(() => {
      round = run(false).catch(onError).finally(next)
    }, everyMs)
    timer.unref()
  }
  next()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
      await run(true).catch(onError)
    },
  }
}
