import type { Seeded } from '@anye/kernel/random'
import { choiceOf, steeredChoice, steeredMean } from '../draws.ts'
import type { PrefectureOptions, VillagePlan } from '../model.ts'
import { CHANNELS_OUT, WAGES, WAGE_GROWTH, WORKSHOP_SHARE_OF_LOCAL } from '../profile.ts'
import type { WorkArea } from '../profile.ts'
import { DESTINATION_GROUPS, DESTINATION_TARGETS, provinceTown, townOf, tradeThere } from './destinations.ts'
import type { Destination } from './destinations.ts'
import { employerBook } from './employers.ts'
import { TRADES, occupationOf } from './trades.ts'

/** A job without its dates. */
export type Job = {
  area: Exclude<WorkArea, 'none'>
  employer: string
  uscc: string | undefined
  occupation: string
  industry: string
  place: string
  placeCode: string
  destination: string | undefined
  wage: number
  channel: string
  organised: boolean
  form: string
  postType: string | undefined
}

const CHANNEL_SHARES = CHANNELS_OUT.map(([, share]) => share)
const channelNearby = choiceOf([['自发', 72], ['政府组织', 8], ['企业组织', 8], ['农村劳务', 8], ['其他', 4]])
const ORGANISED = new Set(['政府组织', '企业组织', '农村劳务', '就业扶贫车间'])
// Type, yuan a month of 2020 (rangers about 833, guards 2,000), weight.
const POSTS = choiceOf<readonly [string, string, number]>([
  [['生态护林员', '护林员', 833], 38], [['保洁', '保洁员', 800], 24], [['护路', '普工', 900], 10], [['护河/水利', '普工', 800], 6],
  [['治安协管', '保安员', 1_670], 6], [['就业/劳务协管', '其他', 1_570], 5], [['养老护理', '养老护理员', 1_500], 4],
  [['楼栋长', '其他', 500], 5],
  [['公共卫生/防疫', '其他', 1_000], 2],
])
// A log-normal's mean lies above its median by this factor: e^(sigma²/2), sigma 0.3.
const MEAN_OVER_MEDIAN = 1.046
const roundTo = (value: number, step: number) => Math.max(step, Math.round(value / step) * step)

/** Draws jobs; destinations, channels and mean wages follow the given figures. */
export function jobDraws({ era }: PrefectureOptions, root: Seeded) {
  const book = employerBook(root, era)
  const group = steeredChoice(DESTINATION_GROUPS.length)
  const channel = steeredChoice(CHANNEL_SHARES.length)
  const growth = WAGE_GROWTH[era]
  const meanWage = {
    out: steeredMean(WAGES.out * growth, 4_050),
    local: steeredMean(WAGES.local * growth, 3_400),
  }

  function wageOf(random: Seeded, raw: number, male: boolean, track: 'out' | 'local'): number {
    const expected = meanWage[track](raw * (male ? 1 : WAGES.women))
    return roundTo(random.logNormal(expected / MEAN_OVER_MEDIAN, WAGES.sigma), 50)
  }

  function away(random: Seeded, male: boolean, area: 'out_of_province' | 'province'): Job {
    const index = area === 'province' ? -1 : group(random, DESTINATION_TARGETS)
    const town = (townOf[index] ?? provinceTown)(random)
    const key = tradeThere[town.group]?.(random) ?? 'building'
    const trade = TRADES[key]
    const chosen = CHANNELS_OUT[channel(random, CHANNEL_SHARES)]?.[0] ?? '自发'
    return {
      area,
      ...employerAt(random, town, key),
      occupation: occupationOf[key][male ? 'men' : 'women'](random),
      industry: trade.industry,
      place: town.text,
      placeCode: town.code,
      destination: index < 0 ? undefined : town.group,
      wage: wageOf(random, trade.wage, male, 'out'),
      channel: chosen,
      organised: ORGANISED.has(chosen),
      form: trade.form,
      postType: undefined,
    }
  }

  function employerAt(random: Seeded, town: Pick<Destination, 'code' | 'firm'>, key: keyof typeof TRADES) {
    const { name, uscc } = book.firmOf(random, town, key)
    return { employer: name, uscc }
  }

  function nearby(random: Seeded, male: boolean, area: 'county' | 'township', village: VillagePlan): Job {
    const place = area === 'county' ? `贵州省黔西南州${village.county}` : `${village.county}${village.township}`
    const base = { area, place, placeCode: village.countyCode, destination: undefined, postType: undefined }
    if (random.next() < WORKSHOP_SHARE_OF_LOCAL) {
      const { name, uscc } = book.workshopOf(random, village.countyCode)
      const wage = roundTo(
        (WAGES.workshopLow + random.next() * (WAGES.workshopHigh - WAGES.workshopLow)) * growth,
        50,
      )
      return {
        ...base,
        employer: name,
        uscc,
        occupation: male ? '普工' : '缝纫工',
        industry: '制造业',
        wage,
        channel: '就业扶贫车间',
        organised: true,
        form: '就业扶贫车间',
      }
    }
    const key = tradeThere[area === 'county' ? '县内' : '乡内']?.(random) ?? 'building'
    const trade = TRADES[key]
    const firm = area === 'county' ? village.county : `${village.county}${village.township}`
    const chosen = trade.form === '个体/创业' ? '自发' : channelNearby(random)
    return {
      ...base,
      ...employerAt(random, { code: village.countyCode, firm }, key),
      occupation: occupationOf[key][male ? 'men' : 'women'](random),
      industry: trade.industry,
      wage: wageOf(random, trade.wage, male, 'local'),
      channel: chosen,
      organised: ORGANISED.has(chosen),
      form: trade.form,
    }
  }

  function post(random: Seeded, village: VillagePlan): Job {
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

  return (random: Seeded, male: boolean, area: Exclude<WorkArea, 'none'>, village: VillagePlan): Job => {
    if (area === 'post') return post(random, village)
    return area === 'county' || area === 'township'
      ? nearby(random, male, area, village)
      : away(random, male, area)
  }
}
