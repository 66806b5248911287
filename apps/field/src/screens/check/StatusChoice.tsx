import { useState } from 'react'
import { isAtWork } from '@anye/contract/cards/check.rules'
import { CARD_STATUS } from '@anye/codes/card-status'
import { useName, useT } from '../../app/i18n/locale.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Fieldset } from '../../ui/Field.tsx'
import { statusName } from './status-names.ts'

/** The ten states of the monthly check, work first; once one is chosen the others make room for what follows. */
export function StatusChoice({ value, onChange }: { value: string | null; onChange: (status: string) => void }) {
  const t = useT()
  const nameOf = useName()
  const [choosing, setChoosing] = useState(value === null)
  const choose = (status: string) => {
    setChoosing(false)
    onChange(status)
  }
  const options = (atWork: boolean) => CARD_STATUS.filter(({ code }) => isAtWork(code) === atWork).map((entry) => ({ value: entry.code, word: nameOf(entry) }))
  if (!choosing && value !== null) {
    return (
      <Fieldset legend={t('check.status')}>
        <button type="button" className="picker is-chosen" onClick={() => setChoosing(true)}><span>{nameOf(statusName(value))}</span>{t('check.change')}</button>
      </Fieldset>
    )
  }
  return (
    <>
      <Fieldset legend={t('check.working')}><Choices label={t('check.working')} options={options(true)} value={value as '11' | null} onChange={choose} /></Fieldset>
      <Fieldset legend={t('check.notWorking')}><Choices label={t('check.notWorking')} options={options(false)} value={value as '20' | null} onChange={choose} /></Fieldset>
    </>
  )
}
