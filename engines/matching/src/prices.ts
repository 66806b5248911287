import type { Market } from './market.ts'

/**
 * What a place more would be worth, in two whole numbers compared one after the other: `level` counts people and, by
 * the weight of their tier, households; `fit` is the remainder. `home` prices belong to the household: what it would be
 * worth if one more of its members might stay at home without leaving it uncovered.
 */
export type Prices = {
  vacancy: { level: Uint8Array; fit: Float64Array }
  home: { level: Uint8Array; fit: Float64Array }
}

/** Splits prices that were counted in one number back into levels and fits. */
export function splitPrices(price: Float64Array, unit: number, vacancies: number, homeOf: Int32Array): Prices {
  const prices: Prices = {
    vacancy: { level: new Uint8Array(vacancies), fit: new Float64Array(vacancies) },
    home: { level: new Uint8Array(homeOf.length), fit: new Float64Array(homeOf.length) },
  }
  for (let v = 0; v < vacancies; v += 1) splitInto(prices.vacancy, v, price[v]!, unit)
  for (let h = 0; h < homeOf.length; h += 1) if (homeOf[h]! >= 0) splitInto(prices.home, h, price[homeOf[h]!]!, unit)
  return prices
}

function splitInto(into: Prices['vacancy'], at: number, price: number, unit: number): void {
  const level = Math.round(price / unit)
  into.level[at] = level
  into.fit[at] = price - level * unit
}

/** Prices in one number for a market that may have more vacancies and households than when they were split; those are free. */
export function joinPrices({ vacancy, home }: Prices, unit: number, { vacancies, objects, homeOf }: Pick<Market, 'vacancies' | 'objects' | 'homeOf'>): Float64Array {
  const price = new Float64Array(objects)
  for (let v = 0; v < Math.min(vacancies, vacancy.level.length); v += 1) price[v] = unit * vacancy.level[v]! + vacancy.fit[v]!
  for (let h = 0; h < Math.min(homeOf.length, home.level.length); h += 1) if (homeOf[h]! >= 0) price[homeOf[h]!] = unit * home.level[h]! + home.fit[h]!
  return price
}
