import { chineseDigitsToArabic } from '@anye/codes/parse/chinese-number'

const UNNUMBERED = 1_000
const UNKNOWN = 2_000

/** Where a village group stands in a walk: 1组, 二组, 第10组 by their number, named groups (上寨) after them, households of no group last. */
export function groupRank(name: string | null): number {
  if (name === null || name === '') return UNKNOWN
  const number = /\d+/.exec(chineseDigitsToArabic(name))?.[0]
  return number === undefined ? UNNUMBERED : Math.min(Number(number), UNNUMBERED - 1)
}

/** Names of groups in walking order, each once. */
export function groupsInOrder(names: Iterable<string>): string[] {
  return [...new Set(names)].sort((one, other) => groupRank(one) - groupRank(other) || (one < other ? -1 : 1))
}
