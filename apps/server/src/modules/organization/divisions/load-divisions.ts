import { DIVISIONS } from '@anye/codes/data/divisions'
import type { Division } from '@anye/codes/data/divisions'
import { everydayName, kindOfDivision } from '@anye/codes/data/divisions-names'
import { REPORTING_UNITS, unitOfTownship } from '@anye/codes/data/divisions-units'
import { must } from '@anye/kernel/assert'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Database, Tx } from '../../../platform/db.ts'
import { insertMemberships, insertUnits } from '../units/unit.store.ts'
import { insertDivisions, type DivisionRow } from './division.store.ts'
import { readingsOf } from './pinyin.rules.ts'
import { rebuildVillages } from './village.store.ts'

/**
 * Brings the committed division list and the nine reporting units into the database and rebuilds the flat village
 * table for the day. Idempotent, and safe on every start: rows people edited are never written over.
 * @returns how many divisions were new
 */
export async function loadDivisions(tx: Tx | Database, today: CalendarDate): Promise<number> {
  const added = await insertDivisions(tx, DIVISIONS.map(rowOfDivision))
  await insertUnits(tx, REPORTING_UNITS)
  const townships = DIVISIONS.filter((division) => division.level === 4)
  await insertMemberships(tx, townships.map(({ code, validFrom, validTo }) => {
    const unit = must(unitOfTownship(code), `Township ${code} belongs to no reporting unit`)
    return { unit: unit.code, township: code, from: validFrom, to: validTo }
  }))
  await rebuildVillages(tx, today)
  return added
}

/** The table row of a division: everyday name, kind and readings are derived from the official name. */
export function rowOfDivision({ code, name, level, parent, validFrom, validTo, successor }: Division): DivisionRow {
  const shortName = everydayName(name, level, code)
  return {
    code,
    valid_from: validFrom,
    valid_to: validTo,
    name,
    short_name: shortName,
    level,
    parent_code: parent,
    successor_code: successor,
    kind: kindOfDivision(name, level, code),
    ...readingsOf(shortName),
    // Within one parent the last three digits are the statistical order: 街道, 镇, 乡; communities, villages.
    sort: Number(code.slice(-3)),
  }
}
