import { unitOfTownship } from '@anye/codes/data/divisions-units'
import { must } from '@anye/kernel/assert'
import { addMonths } from '@anye/kernel/calendar-date'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { listUnits, villagesUnder } from '../../modules/organization/organization.api.ts'
import { recordExemptions, type DecidedExemption } from '../../modules/registry/registry.api.ts'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import type { Prefecture } from '../model.ts'
import { accountOf, officeOf } from './demo-accounts.ts'

const REASONS: Readonly<Record<string, DecidedExemption['reason']>> = {
  照料老人或小孩: 'carer', 孕期或哺乳期: 'nursing', 患病治疗: 'illness',
}

/**
 * Approves the exemptions that the sheets only mention in their remarks: asked by the office of the unit, approved by a
 * township lead, from two months ago to the day in the remark.
 */
export async function approveDemoExemptions(services: Services, prefecture: Prefecture): Promise<number> {
  const { database, clock, cipher } = services
  const { asOf } = prefecture.options
  const deciders = await decidersByUnit(services, asOf)
  const exemptions: DecidedExemption[] = []
  for (const household of [...prefecture.households()].flat()) {
    const unit = must(unitOfTownship(household.village.townshipCode), 'Every township reports').code
    const { askedBy, approvedBy } = must(deciders.get(unit), 'Every unit has an office')
    for (const { idNo, exemption } of household.members) {
      if (exemption === undefined) continue
      exemptions.push({
        id: newId(clock.now(), systemRandomBytes), idLookup: cipher.lookup('id_no', idNo), reason: REASONS[exemption] ?? 'other',
        fromOn: addMonths(asOf, -2), untilOn: addMonths(asOf, 3), askedBy, approvedBy, approvedAt: clock.now(),
      })
    }
  }
  return inScope(database.db, EVERYWHERE, (tx) => recordExemptions(tx, exemptions))
}

async function decidersByUnit(services: Services, asOf: string) {
  const deciders = new Map<string, { askedBy: string; approvedBy: string }>()
  for (const { code, scope } of await listUnits(services.database.db, asOf)) {
    const [village] = await villagesUnder(services.database.db, scope)
    const lead = `lead-${must(village, `Reporting unit ${code} has no village`).townshipCode}`
    deciders.set(code, {
      askedBy: (await accountOf(services, officeOf(code))).id, approvedBy: (await accountOf(services, lead)).id,
    })
  }
  return deciders
}
