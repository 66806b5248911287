/** Standard normal quantile of a two-sided 95 % interval. */
const Z95 = 1.959963984540054

/** Share of re-calls that agree with the check, with bounds between which it lies with 95 % confidence; shares 0–1. */
export type Agreement = { rate: number; low: number; high: number }

/**
 * Agreement rate with Wilson's score interval without continuity correction (Wilson 1927; Newcombe 1998, method 3), which
 * keeps its coverage for small samples and rates near one. Undefined without a re-call that reached somebody.
 */
export function agreementOf(agrees: number, reached: number): Agreement | undefined {
  if (reached === 0) return undefined
  const rate = agrees / reached
  const square = Z95 * Z95
  const centre = rate + square / (2 * reached)
  const half = Z95 * Math.sqrt((rate * (1 - rate)) / reached + square / (4 * reached * reached))
  const scale = 1 + square / reached
  return { rate, low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) }
}
