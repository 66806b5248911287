import { groupMembers } from '../groups.ts'
import { NO_SKILL, type Offers } from './offers.ts'

/**
 * Vacancies in cells of one area, skill, step of education, and lodging or none; within a cell the best paid first, of
 * equal wage the lower number. All a seeker's score but wage and stay is the same for a whole cell.
 */
export type Cells = {
  skills: number
  educations: number
  /** The vacancies of a cell stand from `first[cell]` up to `first[cell + 1]`. */
  first: Int32Array
  vacancy: Int32Array
}

export function sortIntoCells(offers: Offers, areas: number): Cells {
  const [skills, educations] = [offers.skill.highest + 1, offers.education.highest + 1]
  const cells: Cells = { skills, educations, first: new Int32Array(0), vacancy: new Int32Array(0) }
  const cellOf = Int32Array.from({ length: offers.count }, (_, v) =>
    firstCellOf(cells, offers.area.values[v]!, offers.skill.values[v]!) + 2 * offers.education.values[v]! + offers.hasLodging.values[v]!)
  const { first, member } = groupMembers(cellOf, firstCellOf(cells, areas, NO_SKILL))
  const wage = offers.wage.values
  for (let cell = 0; cell + 1 < first.length; cell += 1) {
    if (first[cell + 1]! - first[cell]! > 1) member.subarray(first[cell], first[cell + 1]).sort((a, b) => wage[b]! - wage[a]! || a - b)
  }
  return { ...cells, first, vacancy: member }
}

/** The cell of the lowest step of education without lodging; that with lodging and those of the next steps follow. */
export function firstCellOf({ skills, educations }: Cells, area: number, skill: number): number {
  return 2 * educations * (area * (skills + 1) + skill - NO_SKILL)
}
