/** One measured number and the same number of the baseline; `ratio` is `value / baselineValue`. */
export type BenchRow = {
  name: string
  value: number
  unit: string
  baseline: string
  baselineValue: number
  ratio: number
}
