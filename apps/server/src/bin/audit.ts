/**
 * `anye audit verify [--expect SEQ:HASH] [--json]`: finds the first changed, removed or inserted row of the
 * audit.
 */
import { parseArgs } from 'node:util'
import { parseAnchor, readAnchors } from '../platform/audit/audit-anchors.ts'
import { sealAllAudit } from '../platform/audit/seal-audit.ts'
import { verifyAudit, type AuditVerdict } from '../platform/audit/verify-audit.ts'
import { loadConfig } from '../platform/config.ts'
import { loadKeyRing } from '../platform/crypto/key-ring.ts'
import { openDatabase } from '../platform/db.ts'
import { openPreparedServer } from '../platform/postgres/open-prepared.ts'
import { loadSecrets } from '../platform/secrets.ts'

const USAGE = `anye audit verify [--expect SEQ:HASH] [--json]
Recomputes the chain over the audit and compares it with the anchors in ANYE_HOME and with heads printed in
signed war reports (--expect, as often as you like). Prints rows and head, or the first bad row and exits 1.`

try {
  const { values, positionals } = parseArgs({
    options: {
      expect: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  if (values.help || positionals[0] !== 'verify') console.log(USAGE)
  else {
    const verdict = await verify(values.expect)
    console.log(values.json ? JSON.stringify(verdict) : sentenceOf(verdict))
    if (!verdict.ok) process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

async function verify(expected: readonly string[]): Promise<AuditVerdict> {
  const config = loadConfig(process.env)
  const given = expected.map(parseAnchor)
  const server = await openPreparedServer(config, (line) => console.error(line))
  const database = openDatabase(server.appUrl, 2)
  try {
    const { keyEncryptionKey } = loadSecrets(config.secretsFile)
    const ring = await loadKeyRing(database.db, { kek: keyEncryptionKey, suite: config.cryptoSuite })
    // Without a running server nobody seals; rows that wait for it are no fault, but unproven until they are
    // linked.
    await sealAllAudit(database.db, ring.auditKey())
    return await verifyAudit(database.db, ring.auditKey(), [...(await readAnchors(config.home)), ...given])
  } finally {
    await database.close()
    await server.stop()
  }
}

function sentenceOf(verdict: AuditVerdict): string {
  if (verdict.ok) {
    const head =
      verdict.head.seq === 0 ? 'the chain is empty' : `head ${verdict.head.seq}:${verdict.head.hash}`
    return `The audit is whole: ${verdict.entries} rows, ${verdict.waiting} waiting to be chained, ${head}`
  }
  const { kind, seq, entryId, at } = verdict.fault
  const row = [
    entryId === null ? 'a row' : `row ${entryId}`,
    seq === null ? '' : `at place ${seq} of the chain`,
    at === null ? '' : `(${at})`,
  ]
  const fault = {
    changed: `${row.filter(Boolean).join(' ')} was changed after it was written`,
    removed: `${row.filter(Boolean).join(' ')} was removed`,
    inserted: `${row.filter(Boolean).join(' ')} was inserted past the application`,
    cut: `the chain ends before place ${seq}, but a later place was noted outside the database`,
  }
  return `The audit is damaged: ${fault[kind]}. Keep the database as it is and tell the audit administrator.`
}
