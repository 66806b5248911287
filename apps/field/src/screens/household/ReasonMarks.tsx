import type { TodayReason } from '@anye/pack/today/today.rules'
import { useT } from '../../app/i18n/locale.tsx'

const MOST = 3

/** Why a household stands on the list, in a word each. How many are due says the line beside it already. */
export function ReasonMarks({ reasons }: { reasons: readonly TodayReason[] }) {
  const t = useT()
  const words = reasons.filter(({ kind }) => kind !== 'due').slice(0, MOST).map(({ kind, days = 0, count = 0 }) =>
    (kind === 'need_due' && days < 0 ? t('reason.need_past', { days: -days }) : t(`reason.${kind}`, { days, count })))
  if (words.length === 0) return null
  return <span className="reasons">{words.map((word) => <span key={word}>{word}</span>)}</span>
}
