import type { NeedOwner } from '@anye/contract/cards/needs/need'
import { AutoComplete } from 'antd'
import { useState } from 'react'

interface OwnerFieldProps {
  /** Given by the form. */
  id?: string
  value?: NeedOwner
  onChange?: (owner: NeedOwner | undefined) => void
  people: readonly { userId: string; name: string }[] | undefined
  placeholder: string
}

/** Somebody with an account, chosen from the list, or a name as it is typed. */
export function OwnerField({ id, onChange, people, placeholder }: OwnerFieldProps) {
  const [text, setText] = useState('')
  const name = text.trim()
  const listed = (people ?? []).filter((person) => person.name.includes(name))
  return (
    <AutoComplete
      {...(id ? { id } : {})}
      value={text}
      placeholder={placeholder}
      options={listed.map((person) => ({ key: person.userId, value: person.name, userId: person.userId }))}
      onSelect={(chosen, { userId }) => {
        setText(chosen)
        onChange?.({ by: 'user', userId })
      }}
      onSearch={(typed) => {
        setText(typed)
        onChange?.(typed.trim() ? { by: 'name', name: typed.trim() } : undefined)
      }}
      maxLength={40}
    />
  )
}
