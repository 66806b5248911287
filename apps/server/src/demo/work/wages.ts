import type { Seeded } from '@anye/kernel/random'
import { steeredMean } from '../draws.ts'
import { WAGES, WAGE_GROWTH } from '../profile.ts'
import type { Era } from '../profile.ts'

// A log-normal's mean lies above its median by this factor: e^(sigma²/2), sigma 0.3.
const MEAN_OVER_MEDIAN = 1.046
// First guesses of the mean before correction, yuan of 2020.
const PRIOR = { out: 4_050, local: 3_400 }

const roundTo = (value: number, step: number) => Math.max(step, Math.round(value / step) * step)

/** Draws monthly wages in yuan, rounded to 50; the mean of each track is steered to the given one. */
export function wageDraws(era: Era) {
  const growth = WAGE_GROWTH[era]
  const mean = {
    out: steeredMean(WAGES.out * growth, PRIOR.out),
    local: steeredMean(WAGES.local * growth, PRIOR.local),
  }
  return {
    /** `tradeMean` is the national mean of the trade in 2020. */
    ofTrade(random: Seeded, tradeMean: number, male: boolean, track: 'out' | 'local'): number {
      const expected = mean[track](tradeMean * (male ? 1 : WAGES.women))
      return roundTo(random.logNormal(expected / MEAN_OVER_MEDIAN, WAGES.sigma), 50)
    },
    ofWorkshop(random: Seeded): number {
      const range = WAGES.workshopHigh - WAGES.workshopLow
      return roundTo((WAGES.workshopLow + random.next() * range) * growth, 50)
    },
  }
}

export type WageDraws = ReturnType<typeof wageDraws>
