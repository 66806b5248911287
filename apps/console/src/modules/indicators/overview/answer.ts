import type { Translate } from '../../../app/i18n/translate.ts'
import { formatInteger, formatPercent, formatSigned } from '../../../ui/format.ts'
import type { Overview } from '../indicator-types.ts'
import { valueOf } from '../indicator-names.ts'

/** The first line of the wall chart: who is behind and by how much, or how far the whole has come. */
export function answerOf(overview: Overview, nameOfA: string, t: Translate): string {
  if (overview.fresh.computedAt === null) return t('overview.answer.empty', { place: overview.place.name })
  const { open, overdue } = overview.zero
  const zero = {
    zero: overdue === null
      ? t('overview.answer.zero.sums', { open: formatInteger(open) })
      : t('overview.answer.zero', { open: formatInteger(open), overdue: formatInteger(overdue) }),
  }
  const planned = overview.children.flatMap(({ place, values }) => {
    const a = valueOf(values, 'A')
    return a && a.deviation !== null ? [{ name: place.name, deviation: a.deviation, state: a.state }] : []
  })
  if (planned.length === 0) {
    const a = valueOf(overview.figures, 'A')
    const missing = a?.denominator === null || a === undefined ? null : a.denominator - a.numerator
    return t('overview.answer.noPlan', {
      name: nameOfA, value: formatPercent(a?.value), missing: formatInteger(missing), ...zero,
    })
  }
  const behind = planned.filter(({ state }) => state === 'behind' || state === 'far_behind')
  const [worst] = behind.toSorted((x, y) => x.deviation - y.deviation)
  const total = formatInteger(planned.length)
  return worst
    ? t('overview.answer.behind', {
        total, count: formatInteger(behind.length), name: worst.name, deviation: formatSigned(worst.deviation), ...zero,
      })
    : t('overview.answer.onPlan', { total, ...zero })
}
