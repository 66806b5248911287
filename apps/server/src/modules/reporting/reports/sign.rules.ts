import type { ReportSummary } from '@anye/contract/reporting/report'
import { grantsWith, unitOfGrant, type Actor, type Grant } from '../../../platform/actor.ts'
import { PREFECTURE } from '../../organization/organization.rules.ts'

type Signable = { unitCode: string; state: 'draft' | 'signed'; compiledBy: string | null }

/**
 * The grant by which somebody signs a unit's report: of that very unit (either of the double chiefs, S7), or
 * of the prefecture; a county's chief never signs for the prefecture or for another county.
 */
export function signingGrant(actor: Actor, unit: string): Grant | undefined {
  const grants = grantsWith(actor, 'report.sign')
  return (
    grants.find((grant) => unitOfGrant(grant) === unit) ??
    grants.find((grant) => unitOfGrant(grant) === PREFECTURE)
  )
}

/** Why this person cannot sign; null when he can. Who compiled a report does not sign it. */
export function signRefusal(actor: Actor, report: Signable): ReportSummary['signRefusal'] {
  if (report.state === 'signed') return 'report_signed'
  if (signingGrant(actor, report.unitCode) === undefined) return 'forbidden'
  return report.compiledBy === actor.userId ? 'separation_of_duties' : null
}
