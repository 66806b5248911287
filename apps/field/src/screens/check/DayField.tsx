import { useState } from 'react'
import { addMonths, monthOf } from '@anye/kernel/calendar-date'
import { today } from '../../app/clock.ts'
import { useT } from '../../app/i18n/locale.tsx'
import { Chips } from '../../ui/Choices.tsx'
import { TextField } from '../../ui/Field.tsx'

const OTHER = 'other'

/** One tap for the days that are meant most, the phone's own calendar for the others. */
export function DayField({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  const t = useT()
  const day = today()
  const usual = [
    { value: day, word: t('check.start.today') }, { value: `${monthOf(day)}-01`, word: t('check.start.month') },
    { value: `${monthOf(addMonths(day, -1))}-01`, word: t('check.start.last') },
  ].filter(({ value: each }, index, all) => all.findIndex(({ value: other }) => other === each) === index)
  const [other, setOther] = useState(!usual.some(({ value: each }) => each === value))
  const choose = (choice: string) => {
    setOther(choice === OTHER)
    if (choice !== OTHER) onChange(choice)
  }
  return (
    <div className="form">
      <Chips label={label} options={[...usual, { value: OTHER, word: t('check.start.other') }]} value={other ? OTHER : value} onChange={choose} />
      {other && <TextField label={label} type="date" value={value} onChange={onChange} />}
    </div>
  )
}
