import type { RosterIssue } from '@anye/contract/registry/imports/roster-issue'
import { inScope } from '../../../platform/db.ts'
import { EVERYWHERE } from '../../../platform/scope.ts'
import type { Services } from '../../../platform/services.ts'
import { issueOf, listFindings } from './staging/import-findings.query.ts'

const PAGE = 5000

/** Every issue of an import in file order, for the command line. */
export async function listRosterIssues({ database }: Services, importId: string): Promise<RosterIssue[]> {
  const issues: RosterIssue[] = []
  for (let after = 0; ;) {
    const found = await inScope(database.db, EVERYWHERE, (tx) => listFindings(tx, { id: importId, after, limit: PAGE }))
    issues.push(...found.map(issueOf))
    if (found.length < PAGE) return issues
    after = found.at(-1)?.n ?? after
  }
}
