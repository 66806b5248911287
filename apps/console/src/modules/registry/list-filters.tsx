import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useT } from '../../app/i18n/locale.tsx'
import type { useListState } from '../../app/use-list-state.ts'
import './registry.css'

interface SearchFilterProps {
  value: string | undefined
  onChange: (text: string | undefined) => void
  placeholder: string
}

/** Searches when Enter is pressed or the field is left: each search of people is written to the audit. */
export function SearchFilter({ value, onChange, placeholder }: SearchFilterProps) {
  const [text, setText] = useState(value ?? '')
  useEffect(() => setText(value ?? ''), [value])
  const search = (typed: string) => {
    if (typed.trim() !== (value ?? '')) onChange(typed.trim() || undefined)
  }
  return (
    <Input.Search
      size="small"
      className="search-filter"
      value={text}
      onChange={({ target }) => setText(target.value)}
      onSearch={search}
      onBlur={() => search(text)}
      placeholder={placeholder}
      aria-label={placeholder}
      allowClear
      maxLength={40}
    />
  )
}

interface ChoiceFilterProps {
  title: string
  value: string | undefined
  options: readonly { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

/** One value of a list, or none. */
export function ChoiceFilter({ title, value, options, onChange }: ChoiceFilterProps) {
  return (
    <Select<string>
      size="small"
      className="choice-filter"
      allowClear
      placeholder={title}
      aria-label={title}
      value={value ?? null}
      options={[...options]}
      onChange={(next) => onChange(next)}
      popupMatchSelectWidth={false}
    />
  )
}

/** Takes all filters away; absent while none is set. */
export function ClearFilters({ list }: { list: ReturnType<typeof useListState> }) {
  const t = useT()
  const [search] = useSearchParams()
  if (search.size === 0) return null
  return (
    <Button size="small" type="link" onClick={list.clear}>
      {t('state.empty.clear')}
    </Button>
  )
}
