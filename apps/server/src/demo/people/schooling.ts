import type { Seeded } from '@anye/kernel/random'
import { choiceOf, steeredChoice } from '../draws.ts'
import { EDUCATION } from '../profile.ts'

// Share of an age still in school; assumed.
const ENROLLED: Record<number, number> = {
  15: 0.96,
  16: 0.9,
  17: 0.85,
  18: 0.6,
  19: 0.45,
  20: 0.4,
  21: 0.3,
  22: 0.12,
  23: 0.04,
}
const NUMERALS = ['一', '二', '三', '四']

/** What school someone of this age attends, by the labels of 在校生状况; undefined when none. */
export function drawSchool(random: Seeded, age: number): string | undefined {
  if (age < 3) return '学龄前儿童'
  if (age < 6) return random.next() < 0.85 ? '学前教育' : '学龄前儿童'
  if (age < 12) return '小学'
  if (age < 15) return `${['七', '八', '九'][age - 12]}年级`
  if (random.next() >= (ENROLLED[age] ?? 0)) return undefined
  if (age < 18) return `${random.next() < 0.6 ? '普通高中' : '中职'}${NUMERALS[age - 15]}年级`
  const year = NUMERALS[Math.min(3, age - 18)]
  return random.next() < 0.55 ? `本科${year}年级` : `高职高专${age > 20 ? '三' : year}年级`
}

const SHARES = EDUCATION.map(([, share]) => share)
// Odds of none, primary, junior, senior, college beside the given shares: the younger, the longer at school.
const TILT_YOUNG = [0.1, 0.3, 1.5, 3, 5]
const TILT_MIDDLE = [0.4, 0.8, 1.5, 1.1, 0.8]
const TILT_OLD = [1.8, 1.6, 0.7, 0.4, 0.1]
const TILT_OLD_WOMEN = [4, 1.8, 0.5, 0.2, 0.05]

const ofElders = choiceOf([['文盲或半文盲', 36], ['小学', 47], ['初中', 14], ['高中', 2], ['大专', 1]])
const ofOtherAdults = choiceOf([['文盲或半文盲', 25], ['小学', 45], ['初中', 26], ['高中', 4]])

/** Draws the schooling that someone out of school has; labourers' shares are steered to the given ones. */
export function educationDraws() {
  const labourers = steeredChoice(SHARES.length)
  return {
    ofLabourer(random: Seeded, age: number, male: boolean): string {
      const tilt = age < 30 ? TILT_YOUNG : age < 45 ? TILT_MIDDLE : male ? TILT_OLD : TILT_OLD_WOMEN
      const label = EDUCATION[labourers(random, SHARES, tilt)]?.[0] ?? '初中'
      return label === '大专及以上' ? (random.next() < 0.7 ? '大专' : '本科及以上') : label
    },
    ofOther: (random: Seeded, age: number): string =>
      age >= 60 ? ofElders(random) : age < 18 ? (random.next() < 0.3 ? '小学' : '初中') : ofOtherAdults(random),
  }
}

/** The bucket of EDUCATION an adult label falls into. */
export function educationBucket(label: string): string {
  return label === '大专' || label === '本科及以上' ? '大专及以上' : label
}
