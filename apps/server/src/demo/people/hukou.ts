import type { Seeded } from '@anye/kernel/random'
import { choiceOf } from '../draws.ts'
import type { HouseholdClass } from '../model.ts'
import type { Member } from './draw-members.ts'

// Where those who marry into the prefecture come from, as an office writes it; assumed, the neighbours most of all.
const originOf = choiceOf([
  ['广西隆林各族自治县', 18], ['广西西林县', 8], ['广西田林县', 5], ['云南罗平县', 14], ['云南富源县', 10], ['贵州镇宁布依族苗族自治县', 12],
  ['贵州关岭布依族苗族自治县', 11], ['贵州紫云苗族布依族自治县', 9], ['贵州盘州市', 8], ['四川宜宾市', 3], ['湖南怀化市', 2],
])
const YOUNG = 35
// Shares whose hukou has not followed the marriage; assumed. DOMAIN section 9 gives 2–3 % of adults born in other prefectures.
const UNMOVED = { young: 0.07, older: 0.015 }

/**
 * Where a person is registered when that is elsewhere (户籍地): spouses and children-in-law who left their hukou at home.
 * The resettled took theirs along. Draws from a stream of its own, so that nobody else's facts depend on it.
 */
export function hukouOf(random: Seeded, no: string, { role, age }: Member, of: HouseholdClass): string | undefined {
  if ((role !== 'S' && role !== 'D') || of === 'resettledPoor' || of === 'resettledOther') return undefined
  const own = random.fork(`hukou/${no}`)
  return own.next() < (age < YOUNG ? UNMOVED.young : UNMOVED.older) ? originOf(own) : undefined
}
