import type { HouseholdDoc } from '@anye/pack/documents'
import type { TodayReason } from '@anye/pack/today/today.rules'
import type { MessageKey } from '../../app/i18n/zh-CN.ts'
import { zh } from '../../app/i18n/zh-CN.ts'
import { useT } from '../../app/i18n/locale.tsx'
import { ReasonMarks } from './ReasonMarks.tsx'

const isKnown = (key: string): key is MessageKey => Object.prototype.hasOwnProperty.call(zh, key)

/** Where the household is, whose it is, and why it stands on the list. */
export function HouseholdFacts({ household, reasons }: { household: HouseholdDoc; reasons: readonly TodayReason[] }) {
  const t = useT()
  const { divisionName, groupName, address, segments, hhNo, phoneMasked, contactName } = household
  const segmentWords = segments.map((segment) => `segment.${segment}`).filter(isKnown).map((key) => t(key))
  const facts = [
    hhNo === null ? null : t('household.number', { number: hhNo }), phoneMasked === null ? null : t('household.phone', { phone: phoneMasked }),
    contactName === null ? null : t('household.contact', { name: contactName }),
  ].filter((fact) => fact !== null)
  return (
    <div className="card facts">
      <p>{[divisionName, groupName, address].filter((part) => part !== null && part !== '').join(' · ')}</p>
      {segmentWords.length > 0 && <p className="strong">{segmentWords.join(' · ')}</p>}
      {facts.length > 0 && <p className="small quiet facts-list">{facts.map((fact) => <span key={fact}>{fact}</span>)}</p>}
      <ReasonMarks reasons={reasons} />
    </div>
  )
}
