import { groupMembers } from '../groups.ts'
import { NO_SKILL, type Offers } from './offers.ts'

/** Vacancies by area and skill; within a cell the best paid first, of equal wage the lower number. */
export type Cells = {
  skills: number
  /** The vacancies of a cell stand from `first[cell]` up to `first[cell + 1]`. */
  first: Int32Array
  vacancy: Int32Array
}

export function sortIntoCells(offers: Offers, areas: number): Cells {
  const count = offers.count
  let skills = 0
  for (let v = 0; v < count; v += 1) skills = Math.max(skills, offers.skill.values[v]! + 1)
  const cellOf = new Int32Array(count)
  for (let v = 0; v < count; v += 1) cellOf[v] = offers.area.values[v]! * (skills + 1) + offers.skill.values[v]! + 1
  const { first, member } = groupMembers(cellOf, areas * (skills + 1))
  const wage = offers.wage.values
  for (let cell = 0; cell + 1 < first.length; cell += 1) {
    if (first[cell + 1]! - first[cell]! > 1) member.subarray(first[cell], first[cell + 1]).sort((a, b) => wage[b]! - wage[a]! || a - b)
  }
  return { skills, first, vacancy: member }
}

/** @returns the cell, or -1 when no vacancy asks for this skill */
export function cellAt({ skills }: Cells, area: number, skill: number): number {
  return skill < skills ? area * (skills + 1) + skill - NO_SKILL : -1
}
