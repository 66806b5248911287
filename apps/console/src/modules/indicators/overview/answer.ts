import type { Linked } from '../../../app/i18n/LinkedSentence.tsx'
import type { Translate } from '../../../app/i18n/translate.ts'
import { paths } from '../../../app/paths.ts'
import { formatInteger, formatPercent, formatSigned } from '../../../ui/format.ts'
import type { Overview } from '../indicator-types.ts'
import { valueOf } from '../indicator-names.ts'

interface Reader {
  nameOfA: string
  /** Whether the lists behind the figures open to this reader. */
  canList: boolean
  t: Translate
}

/** The first line of the wall chart: who is behind and by how much, or how far the whole has come. */
export function answerOf(overview: Overview, { nameOfA, canList, t }: Reader): Linked {
  const { place: { code: place }, fresh, zero: { open, overdue } } = overview
  if (fresh.computedAt === null) return { key: 'overview.answer.empty', params: { place: overview.place.name } }
  const day = fresh.live ? undefined : fresh.day
  const zero = {
    zero: overdue === null
      ? t('overview.answer.zero.sums', { open: formatInteger(open) })
      : t('overview.answer.zero', { open: formatInteger(open), overdue: formatInteger(overdue) }),
  }
  // A day that was never closed kept no list with a clock; its figure opens to the list worked out from facts.
  const zeroPath = overdue === null ? paths.members('hh.zero', { place, day }) : paths.zeroHouseholds({ place, day })
  const zeroList = canList ? zeroPath : undefined
  const planned = overview.children.flatMap(({ place: { code, name }, values }) => {
    const a = valueOf(values, 'A')
    return a && a.deviation !== null ? [{ code, name, deviation: a.deviation, state: a.state }] : []
  })
  if (planned.length === 0) {
    const a = valueOf(overview.figures, 'A')
    const missing = a?.denominator === null || a === undefined ? null : a.denominator - a.numerator
    return {
      key: 'overview.answer.noPlan',
      params: { name: nameOfA, value: formatPercent(a?.value), missing: formatInteger(missing), ...zero },
      links: { missing: canList ? paths.members('hh.poor.uncovered', { place, day }) : undefined, zero: zeroList },
    }
  }
  const behind = planned.filter(({ state }) => state === 'behind' || state === 'far_behind')
  const [worst] = behind.toSorted((x, y) => x.deviation - y.deviation)
  const total = formatInteger(planned.length)
  if (!worst) return { key: 'overview.answer.onPlan', params: { total, ...zero }, links: { zero: zeroList } }
  return {
    key: 'overview.answer.behind',
    params: { total, count: formatInteger(behind.length), name: worst.name, deviation: formatSigned(worst.deviation), ...zero },
    links: { name: paths.overview(worst.code, { day }), zero: zeroList },
  }
}
