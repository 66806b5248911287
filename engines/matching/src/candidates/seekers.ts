import { Numbers } from './numbers.ts'

/** An area where somebody would work, and what going there is worth to him: 0 (he would, if need be) to `PLACE_PART`. */
export type Wish = { area: number; worth: number }

/** What the rules and the score read of somebody who looks for work. Nothing else of him enters the engine. */
export type Seeker = {
  /** Full years. */
  age: number
  /** Step of education, 0 the lowest. */
  education: number
  /** Codes of what he can do, the best first; at most `MOST_SKILLS`. */
  skills: readonly number[]
  /** One bit for each kind of certificate. */
  certificates: number
  /** The wage he expects, yuan a month. */
  expects: number
  wantsLodging: boolean
  /** For how many months he wants to stay. */
  months: number
  wishes: readonly Wish[]
  /** Vacancies to which he has said no. */
  refused: readonly number[]
}

export const MOST_SKILLS = 4

/** Seekers as columns of numbers, for half a million of them fit a few megabytes so. */
export class Seekers {
  readonly age = new Numbers()
  readonly education = new Numbers()
  readonly certificates = new Numbers()
  readonly expects = new Numbers()
  readonly wantsLodging = new Numbers()
  readonly months = new Numbers()
  /** Skills, wishes and refusals of seeker `s` stand from `…Start[s]` up to `…Start[s + 1]`. */
  readonly skillStart = Numbers.of(0)
  readonly skill = new Numbers()
  readonly wishStart = Numbers.of(0)
  readonly wishArea = new Numbers()
  readonly wishWorth = new Numbers()
  readonly refusedStart = Numbers.of(0)
  readonly refused = new Numbers()

  get count(): number {
    return this.age.length
  }

  add(seeker: Seeker): void {
    this.age.push(seeker.age)
    this.education.push(seeker.education)
    this.certificates.push(seeker.certificates)
    this.expects.push(Math.max(1, Math.round(seeker.expects)))
    this.wantsLodging.push(seeker.wantsLodging ? 1 : 0)
    this.months.push(Math.max(1, seeker.months))
    for (const skill of seeker.skills.slice(0, MOST_SKILLS)) this.skill.push(skill)
    this.skillStart.push(this.skill.length)
    for (const { area, worth } of seeker.wishes) {
      this.wishArea.push(area)
      this.wishWorth.push(worth)
    }
    this.wishStart.push(this.wishArea.length)
    for (const vacancy of seeker.refused) this.refused.push(vacancy)
    this.refusedStart.push(this.refused.length)
  }
}
