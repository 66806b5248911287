import { Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { useFoundDivisions } from '../../../app/shell/division-search.data.ts'

interface PlaceFilterProps {
  /** Division or reporting unit. */
  value: string | undefined
  onChange: (code: string | undefined) => void
}

/** A place by name, pinyin initials or code; the nine reporting units before anything is typed. */
export function PlaceFilter({ value, onChange }: PlaceFilterProps) {
  const t = useT()
  const [text, setText] = useState('')
  const { divisions, isReading } = useFoundDivisions(text)
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }))
  const name = useNameOfPlace(value, units.data)
  const found = text.trim()
    ? divisions.map(({ code, path }) => ({ value: code, label: path }))
    : (units.data ?? []).map((unit) => ({ value: unit.code, label: unit.name }))
  const isListed = found.some((option) => option.value === value)
  return (
    <Select<string>
      size="small"
      className="place-filter"
      allowClear
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      placeholder={t('places.filter')}
      aria-label={t('places.filter')}
      value={value ?? null}
      onChange={(code) => {
        setText('')
        onChange(code)
      }}
      loading={isReading}
      options={value && !isListed && !text ? [{ value, label: name ?? value }, ...found] : found}
      notFoundContent={isReading ? t('state.loading') : t('app.scope.empty')}
      popupMatchSelectWidth={320}
    />
  )
}

function useNameOfPlace(
  code: string | undefined,
  units: readonly { code: string; name: string }[] | undefined,
) {
  const isDivision = code !== undefined && /^\d+$/.test(code)
  const division = useQuery({
    ...api.organization.getDivision.queryOptions({ input: { code: code ?? '' } }),
    enabled: isDivision,
  })
  return isDivision ? division.data?.versions[0]?.shortName : units?.find((unit) => unit.code === code)?.name
}
