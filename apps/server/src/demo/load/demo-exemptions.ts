import { unitOfTownship } from '@anye/codes/data/divisions-units'
import { must } from '@anye/kernel/assert'
import { addMonths, type CalendarDate } from '@anye/kernel/calendar-date'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { listUnits, villagesUnder } from '../../modules/organization/organization.api.ts'
import { recordExemptions, type DecidedExemption } from '../../modules/registry/registry.api.ts'
import { inScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import type { Services } from '../../platform/services.ts'
import type { DemoHousehold, Prefecture } from '../model.ts'
import { accountOf, officeOf } from './demo-accounts.ts'

const REASONS: Readonly<Record<string, DecidedExemption['reason']>> = {
  照料老人或小孩: 'carer', 孕期或哺乳期: 'nursing', 患病治疗: 'illness',
}

// At full size there are more than eighty thousand; so many are written at once.
const EXEMPTIONS_AT_ONCE = 5_000

/**
 * Approves the exemptions that the sheets only mention in their remarks: asked by the office of the unit, approved by a
 * township lead, from two months ago to the day in the remark.
 */
export async function approveDemoExemptions(services: Services, prefecture: Prefecture): Promise<number> {
  const deciders = await decidersByUnit(services, prefecture.options.asOf)
  let written = 0
  let batch: DecidedExemption[] = []
  const write = async () => {
    const exemptions = batch
    batch = []
    written += await inScope(services.database.db, EVERYWHERE, (tx) => recordExemptions(tx, exemptions))
  }
  for (const households of prefecture.households()) {
    for (const household of households) batch.push(...exemptionsOf(services, household, prefecture.options.asOf, deciders))
    if (batch.length >= EXEMPTIONS_AT_ONCE) await write()
  }
  await write()
  return written
}

type Deciders = Map<string, { askedBy: string; approvedBy: string }>

function exemptionsOf({ clock, cipher }: Services, household: DemoHousehold, asOf: CalendarDate, deciders: Deciders): DecidedExemption[] {
  const unit = must(unitOfTownship(household.village.townshipCode), 'Every township reports').code
  const { askedBy, approvedBy } = must(deciders.get(unit), 'Every unit has an office')
  return household.members.flatMap(({ idNo, exemption }) => exemption === undefined ? [] : [{
    id: newId(clock.now(), systemRandomBytes), idLookup: cipher.lookup('id_no', idNo), reason: REASONS[exemption] ?? 'other',
    fromOn: addMonths(asOf, -2), untilOn: addMonths(asOf, 3), askedBy, approvedBy, approvedAt: clock.now(),
  }])
}

async function decidersByUnit(services: Services, asOf: CalendarDate): Promise<Deciders> {
  const deciders: Deciders = new Map()
  for (const { code, scope } of await listUnits(services.database.db, asOf)) {
    const [village] = await villagesUnder(services.database.db, scope)
    const lead = `lead-${must(village, `Reporting unit ${code} has no village`).townshipCode}`
    deciders.set(code, {
      askedBy: (await accountOf(services, officeOf(code))).id, approvedBy: (await accountOf(services, lead)).id,
    })
  }
  return deciders
}
