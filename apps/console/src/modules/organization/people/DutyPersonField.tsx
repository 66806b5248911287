import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'

interface DutyPersonFieldProps {
  /** Given by the form. */
  id?: string
  value?: string | undefined
  onChange?: (userId: string) => void
  /** A division or a reporting unit: whose people. */
  place: string
  /** Only those who may take over a grid of that village. */
  forGrid?: boolean
  /** The one who has it already. */
  except?: string | null
}

/** An official with an account who works in a place, found by name or duty. */
export function DutyPersonField({ id, value, onChange, place, forGrid = false, except = null }: DutyPersonFieldProps) {
  const t = useT()
  const [text, setText] = useState('')
  const search = useDeferredValue(text.trim())
  const people = useQuery({
    ...api.organization.listDutyPeople.queryOptions({
      input: { place, forGrid: forGrid ? 'true' : 'false', ...(search ? { search } : {}) },
    }),
    placeholderData: keepPreviousData,
  })
  const options = people.data
    ?.filter(({ userId }) => userId !== except)
    .map(({ userId, name, duty, place: where }) => ({
      value: userId,
      label: [name, duty, where].filter(Boolean).join(' · '),
    }))
  return (
    <Select<string>
      {...(id ? { id } : {})}
      value={value}
      onChange={(userId) => onChange?.(userId)}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      placeholder={t('dutyPerson.hint')}
      loading={people.isFetching}
      options={options ?? []}
      notFoundContent={people.isFetching ? t('state.loading') : t('dutyPerson.none')}
    />
  )
}
