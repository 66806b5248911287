import { Select } from 'antd'
import { useT } from '../../app/i18n/locale.tsx'
import { useSession } from '../../app/session.tsx'
import { useUnits } from './reports.data.ts'

interface UnitFilterProps {
  value: string | undefined
  onChange: (code: string | undefined) => void
}

/** The prefecture and its units; for those who see one unit only there is nothing to choose. */
export function UnitFilter({ value, onChange }: UnitFilterProps) {
  const t = useT()
  const options = useReportUnits()
  if (options.length < 2) return null
  return (
    <Select<string>
      size="small"
      className="unit-filter"
      allowClear
      placeholder={t('reports.unit')}
      aria-label={t('reports.unit')}
      value={value ?? null}
      onChange={(code) => onChange(code)}
      options={options}
      popupMatchSelectWidth={false}
    />
  )
}

/** Units whose reports the viewer reads: all under the prefecture, else the own one. */
export function useReportUnits(): { value: string; label: string }[] {
  const { scope } = useSession()
  const units = useUnits()
  if (!scope) return []
  const own = { value: scope.code, label: scope.name }
  const isPrefecture = /^\d{4}(00)?$/.test(scope.code)
  return isPrefecture
    ? [own, ...(units.data ?? []).map(({ code, name }) => ({ value: code, label: name }))]
    : [own]
}
