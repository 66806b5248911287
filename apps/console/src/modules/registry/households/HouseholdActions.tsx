import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import type { HouseholdPageData } from '../registry-types.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'

/** Splitting and merging; a household of one person has nobody to split off. */
export function HouseholdActions({ data }: { data: HouseholdPageData }) {
  const t = useT()
  const [action, setAction] = useState<'split' | 'merge'>()
  const close = () => setAction(undefined)
  if (!useMay('household.edit')) return null
  const merged = data.household.status === 'active' ? undefined : t('household.cannot.merged')
  const alone = data.members.length < 2 ? t('household.cannot.alone') : undefined
  return (
    <>
      <ActionButton blockedBecause={merged ?? alone} onClick={() => setAction('split')}>
        {t('household.split')}
      </ActionButton>
      <ActionButton blockedBecause={merged} onClick={() => setAction('merge')}>
        {t('household.merge')}
      </ActionButton>
      {action === 'split' && <SplitDialog data={data} onClose={close} />}
      {action === 'merge' && <MergeDialog household={data.household} onClose={close} />}
    </>
  )
}
