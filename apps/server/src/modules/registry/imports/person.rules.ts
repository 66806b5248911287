import { sexOfRelation } from '@anye/codes/relation'
import { cellText } from '@anye/codes/parse/cell'
import { ageOn } from '@anye/kernel/calendar-date'
import type { OwnCells } from './drafts.rules.ts'
import type { CheckContext, RowReader } from './row-reader.rules.ts'

/** Rules between the columns of one person: V07, V08, DOMAIN 3.3-12 and 3.3-13. */
export function checkPerson(row: RowReader, person: OwnCells, context: CheckContext) {
  checkSchooling(row, person)
  checkLabourSkill(row, person, context)
  if (person.health === null) row.note('health_missing', 'health')
  const expected = person.relation ? sexOfRelation(person.relation) : undefined
  if (expected && (person.sex === '1' || person.sex === '2') && person.sex !== expected) {
    row.note('relation_sex', 'relation')
  }
}

// V07 needs both columns: a sheet without 在校生状况 cannot break it.
function checkSchooling(row: RowReader, { education, inSchool }: OwnCells) {
  if (education && inSchool) row.note('education_and_school', 'inSchool')
  const bothEmpty = education === null && inSchool === null
  if (bothEmpty && row.has('education') && row.has('inSchool')) row.note('education_missing', 'education')
}

const LABOUR_AGE = { from: 16, to: 59 }

function checkLabourSkill(row: RowReader, person: OwnCells, context: CheckContext) {
  if (!person.birth || person.labourSkill === undefined) return
  const age = ageOn(person.birth.date, context.on)
  if (age < LABOUR_AGE.from || age > LABOUR_AGE.to || person.inSchool) return
  if (person.labourSkill === null) {
    row.note('labour_skill_missing', 'labourSkill')
    return
  }
  const isHealthy = person.health?.length === 1 && person.health[0] === '1'
  const isDoubtful = person.labourSkill === '3' || person.labourSkill === '5'
  if (isHealthy && isDoubtful) {
    const raw = cellText(row.cell('labourSkill'))
    row.note('labour_skill_doubt', 'labourSkill', { age: String(age), raw })
  }
}
