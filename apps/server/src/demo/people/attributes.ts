import type { CalendarDate } from '@anye/kernel/calendar-date'
import { dayNumber } from '@anye/kernel/calendar-date'
import type { Seeded } from '@anye/kernel/random'
import { dayText } from '../day-text.ts'
import { choiceOf } from '../draws.ts'
import type { DemoPerson, DemoWork } from '../model.ts'
import { HISTORY_DAYS } from '../profile.ts'
import type { Member } from './draw-members.ts'

const courseOf = choiceOf([
  ['引导性培训', 30], ['家政服务员培训', 14], ['砌筑工培训', 12], ['缝纫工培训', 12], ['种植技术培训', 12], ['中式烹调师培训', 8],
  ['电工培训', 6], ['养老护理员培训', 6],
])
const skillOf = choiceOf([
  ['缝纫', 20], ['砌砖', 15], ['驾驶', 18], ['焊工', 10], ['厨师', 10], ['电工', 8], ['种植', 12], ['养殖', 7],
])
const reasonOf = choiceOf([['照料老人或小孩', 50], ['孕期或哺乳期', 25], ['患病治疗', 25]])
const intentIdle = choiceOf([['就近就业', 45], ['外出就业', 30], ['公益性岗位', 12], ['参加培训', 6], ['不限', 5], ['无就业意愿', 2]])

export function maritalOf(random: Seeded, { role, age }: Member, couple: boolean): string {
  if (role === 'S' || role === 'D' || (role === 'H' && couple) || role === 'B') return '已婚'
  if (age < 22 || role === 'G' || role === 'K') return '未婚'
  if (age >= 60) return random.next() < 0.85 ? '丧偶' : '已婚'
  const draw = random.next()
  return draw < 0.45 ? '未婚' : draw < 0.8 ? '离婚' : '丧偶'
}

export function politicalOf(random: Seeded, age: number, inSchool: string | undefined): string {
  const draw = random.next()
  if (age >= 14 && age <= 28 && draw < (inSchool === undefined ? 0.12 : 0.55)) return '共青团员'
  return age >= 25 && draw > 0.965 ? '中共党员' : '群众'
}

/** A course of the last fourteen months; people in the target groups are trained three times as often. */
export function trainingOf(random: Seeded, asOf: CalendarDate, target: boolean): DemoPerson['training'] {
  if (random.next() >= (target ? 0.14 : 0.045)) return undefined
  return { name: courseOf(random), on: dayText(dayNumber(asOf) - random.int(3, HISTORY_DAYS)) }
}

/** Skill and wish as sheets carry them: a wish is asked of those without work. */
export function wishesOf(
  random: Seeded,
  labourSkill: string,
  work: DemoWork | undefined,
): Pick<DemoPerson, 'skills' | 'intent' | 'exemption'> {
  if (work === undefined) return { skills: undefined, intent: undefined, exemption: undefined }
  const skilled = random.next() < (labourSkill === '技能劳动力' ? 0.9 : 0.08)
  const idle = work.area === 'none'
  const exempt = idle && random.next() < 0.3
  return {
    skills: skilled ? skillOf(random) : undefined,
    intent: exempt ? '无就业意愿' : idle ? intentIdle(random) : random.next() < 0.1 ? '外出就业' : undefined,
    exemption: exempt ? reasonOf(random) : undefined,
  }
}
