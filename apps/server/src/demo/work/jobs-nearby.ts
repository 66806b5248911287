import type { Seeded } from '@anye/kernel/random'
import { choiceOf } from '../draws.ts'
import type { VillagePlan } from '../model.ts'
import { WORKSHOP_SHARE_OF_LOCAL } from '../profile.ts'
import { tradeThere } from './destinations.ts'
import type { EmployerBook } from './employers.ts'
import type { Job } from './job.ts'
import { TRADES, occupationOf } from './trades.ts'
import type { WageDraws } from './wages.ts'

const channelOf = choiceOf([['自发', 72], ['政府组织', 8], ['企业组织', 8], ['农村劳务', 8], ['其他', 4]])
const ORGANISED = new Set(['政府组织', '企业组织', '农村劳务'])

/** Draws jobs in the county or the township: firms, day labour, farms, and the recognised workshops. */
export function nearbyDraws(book: EmployerBook, wages: WageDraws) {
  return (random: Seeded, male: boolean, area: 'county' | 'township', village: VillagePlan): Job => {
    const ownTownship = `${village.county}${village.township}`
    const place = area === 'county' ? `贵州省黔西南州${village.county}` : ownTownship
    const base = { area, place, placeCode: village.countyCode, destination: undefined, postType: undefined }
    if (random.next() < WORKSHOP_SHARE_OF_LOCAL) {
      return { ...base, ...workshopJob(random, male, book, wages, village) }
    }
    const key = tradeThere[area === 'county' ? '县内' : '乡内']?.(random) ?? 'building'
    const trade = TRADES[key]
    const town = { code: village.countyCode, firm: area === 'county' ? village.county : ownTownship }
    const { name, uscc } = book.firmOf(random, town, key)
    const channel = trade.form === '个体/创业' ? '自发' : channelOf(random)
    return {
      ...base,
      employer: name,
      uscc,
      occupation: occupationOf[key][male ? 'men' : 'women'](random),
      industry: trade.industry,
      wage: wages.ofTrade(random, trade.wage, male, 'local'),
      channel,
      organised: ORGANISED.has(channel),
      form: trade.form,
    }
  }
}

function workshopJob(
  random: Seeded, male: boolean, book: EmployerBook, wages: WageDraws, { countyCode }: VillagePlan,
) {
  const { name, uscc } = book.workshopOf(random, countyCode)
  return {
    employer: name,
    uscc,
    occupation: male ? '普工' : '缝纫工',
    industry: '制造业',
    wage: wages.ofWorkshop(random),
    channel: '就业扶贫车间',
    organised: true,
    form: '就业扶贫车间',
  }
}
