const STEPS = 5
const NICE = [1, 2, 2.5, 5, 10]

/**
 * Four rising, round thresholds that cut the values into five steps of one hue. Equal steps, so that the legend reads
 * as a ruler. Fewer than two different values still give a usable ruler around them.
 * @param values in the unit shown (per cent, households)
 */
export function fiveStepBreaks(values: readonly number[]): readonly number[] {
  if (values.length === 0) return []
  const low = Math.min(...values)
  const raw = Math.max(Math.max(...values) - low, Number.EPSILON) / STEPS
  const power = 10 ** Math.floor(Math.log10(raw < 0.02 ? 0.02 : raw))
  const candidates = [power, power * 10].flatMap((base) => NICE.map((nice) => nice * base))
  const fits = (step: number) => Math.floor(low / step) * step + STEPS * step >= Math.max(...values)
  const step = candidates.find(fits) ?? power * 100
  const first = Math.floor(low / step) * step
  return [1, 2, 3, 4].map((index) => Number((first + index * step).toFixed(6)))
}

/** Step 1–5 of a value: a value on a threshold belongs to the step above it. */
export function stepOf(value: number, breaks: readonly number[]): 1 | 2 | 3 | 4 | 5 {
  const passed = breaks.filter((threshold) => value >= threshold).length
  return passed >= 4 ? 5 : passed === 3 ? 4 : passed === 2 ? 3 : passed === 1 ? 2 : 1
}
