import { Segmented } from 'antd'
import { useT } from '../../../app/i18n/locale.tsx'
import { DivisionField } from '../../organization/divisions/DivisionField.tsx'
import './ledger.css'

const OVER = ['household', 'person'] as const
export type Over = (typeof OVER)[number]

export function overOf(text: string | undefined): Over {
  return text === 'person' ? 'person' : 'household'
}

interface LedgerFiltersProps {
  over: Over
  place: string | undefined
  onChange: (name: string, value: string | undefined) => void
}

/** Households or people, and the place the books are summed over. */
export function LedgerFilters({ over, place, onChange }: LedgerFiltersProps) {
  const t = useT()
  return (
    <>
      <Segmented<Over>
        size="small"
        aria-label={t('ledger.over')}
        value={over}
        onChange={(value) => onChange('over', value)}
        options={OVER.map((value) => ({ value, label: t(`ledger.over.${value}`) }))}
      />
      <DivisionField
        className="ledger-place"
        value={place}
        allowClear
        placeholder={t('ledger.place')}
        onChange={(code) => onChange('place', code)}
      />
    </>
  )
}
