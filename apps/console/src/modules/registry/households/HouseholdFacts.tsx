import { HOUSEHOLD_ATTRIBUTE } from '@anye/codes/household-attribute'
import { POVERTY_CAUSE } from '@anye/codes/poverty-cause'
import { Button } from 'antd'
import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { formatInteger, NO_VALUE } from '../../../ui/format.ts'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { useCodeNames } from '../code-names.ts'
import { FactList } from '../FactList.tsx'
import type { Fact } from '../FactList.tsx'
import { TypeCell } from '../persons/person-columns.tsx'
import type { HouseholdPageData } from '../registry-types.ts'
import { CorrectHouseholdDialog } from './CorrectHouseholdDialog.tsx'

/** Facts of the household and the segments it belonged to, with dates. */
export function HouseholdFacts({ data }: { data: HouseholdPageData }) {
  const t = useT()
  const mayEdit = useMay('household.edit')
  const [isCorrecting, setCorrecting] = useState(false)
  return (
    <Panel
      title={t('household.facts')}
      note={t('versions.current', { version: data.household.version })}
      actions={
        mayEdit &&
        data.household.status === 'active' && (
          <Button size="small" onClick={() => setCorrecting(true)}>
            {t('correct.open')}
          </Button>
        )
      }
    >
      <FactList facts={useHouseholdFacts(data)} />
      {isCorrecting && <CorrectHouseholdDialog data={data} onClose={() => setCorrecting(false)} />}
    </Panel>
  )
}

function useHouseholdFacts({ household, segments }: HouseholdPageData): readonly Fact[] {
  const t = useT()
  const { nameOf } = useCodeNames()
  const { resettled, resettledYear, perCapitaIncome, landMu } = household
  const moved = resettled
    ? [t('field.resettled.yes'), resettledYear].filter(Boolean).join(' · ')
    : t('field.resettled.no')
  return [
    { name: t('field.type'), value: <TypeCell row={{ householdType: household.type, resettled: false }} /> },
    { name: t('field.attribute'), value: nameOf(HOUSEHOLD_ATTRIBUTE, household.attribute) },
    {
      name: t('field.causes'),
      value: household.causes.map((cause) => nameOf(POVERTY_CAUSE, cause)).join(t('value.comma')) || NO_VALUE,
    },
    { name: t('field.resettled'), value: moved },
    { name: t('field.site'), value: household.site ?? NO_VALUE },
    { name: t('field.room'), value: household.room ?? NO_VALUE },
    { name: t('field.village'), value: household.place },
    { name: t('field.group'), value: household.groupName ?? NO_VALUE },
    { name: t('field.phone'), value: household.phoneMasked ?? NO_VALUE },
    {
      name: t('field.contact'),
      value: household.contactName ?? <span className="quiet">{t('field.contact.none')}</span>,
    },
    { name: t('field.grid'), value: household.gridName ?? NO_VALUE },
    {
      name: t('field.income'),
      value: perCapitaIncome === null ? NO_VALUE : `${formatInteger(perCapitaIncome)} ${t('unit.yuanYear')}`,
    },
    { name: t('field.land'), value: landMu === null ? NO_VALUE : `${landMu} ${t('unit.mu')}` },
    ...segments.map((segment) => ({
      name: t(`segment.${segment.kind}`),
      value: `${segment.fromOn} – ${segment.toOn ?? t('segment.now')}`,
    })),
  ]
}
