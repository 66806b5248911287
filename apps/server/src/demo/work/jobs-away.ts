import type { Seeded } from '@anye/kernel/random'
import { steeredChoice } from '../draws.ts'
import { CHANNELS_OUT } from '../profile.ts'
import { DESTINATION_GROUPS, DESTINATION_TARGETS, provinceTown, townOf, tradeThere } from './destinations.ts'
import type { EmployerBook } from './employers.ts'
import type { Job } from './job.ts'
import { TRADES, occupationOf } from './trades.ts'
import type { WageDraws } from './wages.ts'

const CHANNEL_SHARES = CHANNELS_OUT.map(([, share]) => share)
const ORGANISED = new Set(['政府组织', '企业组织', '农村劳务'])

/** Draws jobs outside the county; destinations and channels follow the given shares. */
export function awayDraws(book: EmployerBook, wages: WageDraws) {
  const group = steeredChoice(DESTINATION_GROUPS.length)
  const channel = steeredChoice(CHANNEL_SHARES.length)
  return (random: Seeded, male: boolean, area: 'out_of_province' | 'province', countyCode: string): Job => {
    const index = area === 'province' ? -1 : group(random, DESTINATION_TARGETS)
    let town = (townOf[index] ?? provinceTown)(random)
    // 兴义 draws workers from the other counties; for its own people it is not away.
    while (town.code === countyCode) town = provinceTown(random)
    const key = tradeThere[town.group]?.(random) ?? 'building'
    const trade = TRADES[key]
    const { name, uscc } = book.firmOf(random, town, key)
    const chosen = CHANNELS_OUT[channel(random, CHANNEL_SHARES)]?.[0] ?? '自发'
    return {
      area,
      employer: name,
      uscc,
      occupation: occupationOf[key][male ? 'men' : 'women'](random),
      industry: trade.industry,
      place: town.text,
      placeCode: town.code,
      destination: index < 0 ? undefined : town.group,
      wage: wages.ofTrade(random, trade.wage, male, 'out'),
      channel: chosen,
      organised: ORGANISED.has(chosen),
      form: trade.form,
      postType: undefined,
    }
  }
}
