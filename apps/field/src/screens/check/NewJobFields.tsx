import { useState } from 'react'
import { EPISODE_FORM } from '@anye/codes/episode-form'
import { useName, useT } from '../../app/i18n/locale.tsx'
import { useStored } from '../../app/phone-context.tsx'
import { Chips } from '../../ui/Choices.tsx'
import { Fieldset, TextField } from '../../ui/Field.tsx'
import { NextIcon } from '../../ui/icons.tsx'
import { readEmployers } from './check.data.ts'
import type { CheckDraft } from './check.rules.ts'
import { DayField } from './DayField.tsx'
import { PlaceSheet } from './PlaceSheet.tsx'
import { findPlace } from './places.ts'
import { WageField } from './WageField.tsx'

interface NewJobFieldsProps {
  status: string
  homeVillage: string
  job: CheckDraft['job']
  onChange: (job: CheckDraft['job']) => void
}

/** A new job by taps: employers of the pack, places used lately, today, usual wages. */
export function NewJobFields({ status, homeVillage, job, onChange }: NewJobFieldsProps) {
  const t = useT()
  const nameOf = useName()
  const { data: employers = [] } = useStored(readEmployers)
  const [choosingPlace, setChoosingPlace] = useState(false)
  const set = (change: Partial<CheckDraft['job']>) => onChange({ ...job, ...change })
  const place = job.placeCode === null ? undefined : findPlace(job.placeCode)
  return (
    <>
      <Fieldset legend={t('check.employer')}>
        <div className="form">
          {employers.length > 0 && <Chips label={t('check.employer')} options={employers.map((name) => ({ value: name, word: name }))} value={job.employer} onChange={(employer) => set({ employer })} />}
          <TextField label={t('check.employer.own')} value={job.employer} onChange={(employer) => set({ employer })} maxLength={100} />
        </div>
      </Fieldset>
      <Fieldset legend={t('check.place')}>
        <button type="button" className="picker" onClick={() => setChoosingPlace(true)}>
          <span>{place?.full ?? t('check.place.choose')}</span><NextIcon />
        </button>
      </Fieldset>
      <Fieldset legend={t('check.wage')}><WageField value={job.wageMonthly} onChange={(wageMonthly) => set({ wageMonthly })} /></Fieldset>
      <Fieldset legend={t('check.start')}><DayField label={t('check.start')} value={job.startOn} onChange={(startOn) => set({ startOn })} /></Fieldset>
      <Fieldset legend={t('check.form')}>
        <Chips label={t('check.form')} options={EPISODE_FORM.map((entry) => ({ value: entry.code, word: nameOf(entry) }))} value={job.form} onChange={(form) => set({ form })} />
      </Fieldset>
      {choosingPlace && (
        <PlaceSheet
          status={status} homeVillage={homeVillage} onClose={() => setChoosingPlace(false)}
          onChoose={(placeCode) => {
            set({ placeCode })
            setChoosingPlace(false)
          }}
        />
      )}
    </>
  )
}
