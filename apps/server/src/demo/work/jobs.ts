import type { Seeded } from '@anye/kernel/random'
import { choiceOf } from '../draws.ts'
import type { PrefectureOptions, VillagePlan } from '../model.ts'
import { employerBook } from './employers.ts'
import type { Job } from './job.ts'
import { awayDraws } from './jobs-away.ts'
import { nearbyDraws } from './jobs-nearby.ts'
import { wageDraws } from './wages.ts'

// Type, yuan a month of 2020 (rangers about 833, guards 2,000), weight.
const POSTS = choiceOf<readonly [string, string, number]>([
  [['生态护林员', '护林员', 833], 38], [['保洁', '保洁员', 800], 24], [['护路', '普工', 900], 10], [['护河/水利', '普工', 800], 6],
  [['治安协管', '保安员', 1_670], 6], [['就业/劳务协管', '其他', 1_570], 5], [['养老护理', '养老护理员', 1_500], 4],
  [['楼栋长', '其他', 500], 5],
  [['公共卫生/防疫', '其他', 1_000], 2],
])
/** Draws jobs; destinations, channels and mean wages follow the given figures. */
export function jobDraws({ era }: PrefectureOptions, root: Seeded) {
  const book = employerBook(root, era)
  const wages = wageDraws(era)
  const away = awayDraws(book, wages)
  const nearby = nearbyDraws(book, wages)
  return (random: Seeded, male: boolean, area: Job['area'], village: VillagePlan): Job => {
    if (area === 'post') return postOf(random, village)
    if (area === 'county' || area === 'township') return nearby(random, male, area, village)
    return away(random, male, area, village.countyCode)
  }
}

/** A public-welfare post in the own village. */
function postOf(random: Seeded, village: VillagePlan): Job {
  const [postType, occupation, wage] = POSTS(random)
  return {
    area: 'post',
    employer: village.name + (village.urban ? '居民委员会' : '民委员会'),
    uscc: undefined,
    occupation,
    industry: '公共管理、社会保障和社会组织',
    place: `${village.county}${village.township}${village.name}`,
    placeCode: village.countyCode,
    destination: undefined,
    wage,
    channel: '政府组织',
    organised: true,
    form: '公益性岗位',
    postType,
  }
}
