import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { useDivisionName } from './division-name.ts'

interface DivisionFieldProps {
  /** Given by the form. */
  id?: string
  value?: string | undefined
  onChange?: (code: string | undefined) => void
  /** Only divisions of this level: 3 county, 4 township, 5 village, 6 group. */
  level?: number
  /** Only below this division. */
  under?: string
  on?: CalendarDate
  className?: string
  placeholder?: string
  allowClear?: boolean
}

/** A division found by name, pinyin initials or code: no list of 20,000 ever reaches the browser. */
export function DivisionField({
  id,
  value,
  onChange,
  level,
  under,
  on,
  className,
  placeholder,
  allowClear = false,
}: DivisionFieldProps) {
  const t = useT()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    ...api.organization.searchDivisions.queryOptions({ input: { q, level, under, on, limit: 20 } }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  })
  const chosen = useDivisionName(value)
  const options =
    q && found.data
      ? found.data.map(({ code, path, name }) => ({ value: code, label: path ? `${path} / ${name}` : name }))
      : value
        ? [{ value, label: chosen }]
        : []
  return (
    <Select<string>
      {...(id ? { id } : {})}
      {...(className ? { className } : {})}
      value={value}
      onChange={(code) => {
        setText('')
        onChange?.(code)
      }}
      allowClear={allowClear}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      placeholder={placeholder ?? t('app.search')}
      {...(id ? {} : { 'aria-label': placeholder ?? t('app.search') })}
      loading={found.isFetching}
      popupMatchSelectWidth={false}
      notFoundContent={q && !found.isFetching ? t('app.scope.empty') : t('division.search.hint')}
      options={options}
    />
  )
}
