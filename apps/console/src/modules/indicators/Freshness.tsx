import { useT } from '../../app/i18n/locale.tsx'
import type { Translate } from '../../app/i18n/translate.ts'
import { formatDateTime, formatInteger } from '../../ui/format.ts'
import type { Fresh } from './indicator-types.ts'

/** When the figures are from and on which base they stand; on every page with figures, and on paper. */
export function Freshness({ fresh }: { fresh: Fresh }) {
  const t = useT()
  const { pendingVillages, base } = fresh
  const parts = [
    timeOf(fresh, t),
    base ? t('fresh.base', { month: base.month, day: base.frozenOn }) : t('fresh.noBase'),
    ...(pendingVillages > 0 ? [t('fresh.pending', { count: formatInteger(pendingVillages) })] : []),
  ]
  return parts.join(' · ')
}

function timeOf({ live, reconstructed, day, computedAt }: Fresh, t: Translate): string {
  if (!live) return t(reconstructed ? 'fresh.reconstructed' : 'fresh.closed', { day })
  return computedAt ? t('fresh.live', { time: formatDateTime(computedAt) }) : t('fresh.none')
}
