import { useState } from 'react'
import { formatInteger } from '../../app/format.ts'
import { useT } from '../../app/i18n/locale.tsx'
import { Button } from '../../ui/Button.tsx'
import { Chips } from '../../ui/Choices.tsx'
import { NumberPad } from '../../ui/NumberPad.tsx'
import { Sheet } from '../../ui/Sheet.tsx'

const USUAL = ['2500', '3000', '3500', '4000', '4500', '5000', '6000']
const MOST_DIGITS = 5
const OTHER = 'other'
const UNKNOWN = 'unknown'

/** One tap for the usual wages, a number pad for the others. */
export function WageField({ value, onChange }: { value: number | null; onChange: (value: number | null) => void }) {
  const t = useT()
  const [typing, setTyping] = useState<string | undefined>()
  const text = value === null ? null : String(value)
  const isUsual = text !== null && USUAL.indexOf(text) >= 0
  const options = [
    ...USUAL.map((wage) => ({ value: wage, word: formatInteger(Number(wage)) })),
    { value: OTHER, word: text === null || isUsual ? t('check.wage.other') : formatInteger(Number(text)) }, { value: UNKNOWN, word: t('check.wage.unknown') },
  ]
  const choose = (choice: string) => {
    if (choice === OTHER) setTyping('')
    else onChange(choice === UNKNOWN ? null : Number(choice))
  }
  const done = () => {
    if (typing !== undefined && typing !== '') onChange(Number(typing))
    setTyping(undefined)
  }
  return (
    <>
      <Chips label={t('check.wage')} options={options} value={text === null ? UNKNOWN : isUsual ? text : OTHER} onChange={choose} />
      {typing !== undefined && (
        <Sheet title={t('check.wage')} closeWord={t('app.cancel')} onClose={() => setTyping(undefined)}>
          <p className="wage" role="status">{typing === '' ? '—' : formatInteger(Number(typing))}</p>
          <NumberPad
            onDigit={(digit) => setTyping((typing + digit).replace(/^0+/, '').slice(0, MOST_DIGITS))} onDelete={() => setTyping(typing.slice(0, -1))}
            deleteWord={t('pin.delete')}
          />
          <Button kind="primary" onClick={done}>{t('check.wage.done')}</Button>
        </Sheet>
      )}
    </>
  )
}
