// The pure half of the door: what rules of other modules may call, since a rule imports nothing that reads or writes.
export { indicatorValue, rankBy, ratio } from './figures/indicator-value.rules.ts'
