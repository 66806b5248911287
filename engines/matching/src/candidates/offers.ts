import { Numbers } from './numbers.ts'

/** What the rules and the score read of a vacancy. Unlawful conditions (sex, fees) have no field here. */
export type Offer = {
  area: number
  /** The code of what he must be able to do, or `NO_SKILL`. */
  skill: number
  /** The lowest step of education. */
  education: number
  /** Both included; the lawful age is for the caller to set. */
  ageFrom: number
  ageTo: number
  /** One bit for each kind of certificate that is needed. */
  certificates: number
  /** Yuan a month. */
  wage: number
  hasLodging: boolean
  /** For how many months it is offered. */
  months: number
  places: number
}

export const NO_SKILL = -1

/** Vacancies as columns of numbers. */
export class Offers {
  readonly area = new Numbers()
  readonly skill = new Numbers()
  readonly education = new Numbers()
  readonly ageFrom = new Numbers()
  readonly ageTo = new Numbers()
  readonly certificates = new Numbers()
  readonly wage = new Numbers()
  readonly hasLodging = new Numbers()
  readonly months = new Numbers()
  readonly places = new Numbers()

  get count(): number {
    return this.area.length
  }

  add(offer: Offer): void {
    this.area.push(offer.area)
    this.skill.push(offer.skill)
    this.education.push(offer.education)
    this.ageFrom.push(offer.ageFrom)
    this.ageTo.push(offer.ageTo)
    this.certificates.push(offer.certificates)
    this.wage.push(Math.round(offer.wage))
    this.hasLodging.push(offer.hasLodging ? 1 : 0)
    this.months.push(offer.months)
    this.places.push(offer.places)
  }

  /** The same vacancies in another order, so that what is read together lies together. */
  inOrder(order: Int32Array): Offers {
    const ordered = new Offers()
    for (const key of Object.keys(this) as (keyof Columns)[]) for (const v of order) ordered[key].push(this[key].values[v]!)
    return ordered
  }
}

type Columns = Omit<Offers, 'count' | 'add' | 'inOrder'>
