import { NEED_KIND } from '@anye/codes/need-kind'
import type { HouseholdDoc } from '@anye/pack/documents'
import { useName, useT } from '../../app/i18n/locale.tsx'

/** What the household has asked for and not got yet (S80). */
export function OpenNeeds({ household: { needs, members } }: { household: HouseholdDoc }) {
  const t = useT()
  const nameOf = useName()
  if (needs.length === 0) return null
  return (
    <>
      <h2 className="section-title">{t('household.needs')}</h2>
      <ul className="rows">
        {needs.map(({ id, kind, personId, dueOn, owner }) => (
          <li key={id} className="row">
            <span className="row-body">
              {[members.find((member) => member.id === personId)?.name, nameOf(NEED_KIND.find(({ code }) => code === kind) ?? { zh: kind, en: kind })].filter((word) => word !== undefined).join(' · ')}
              <span className="small quiet facts-list">{owner}</span>
            </span>
            {dueOn !== null && <span className="row-end small">{t('need.due', { date: dueOn })}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
