import { AutoComplete, Input } from 'antd'
import type { InputRef } from 'antd'
import { useImperativeHandle, useRef, useState } from 'react'
import type { Ref } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../i18n/locale.tsx'
import { paths } from '../paths.ts'
import { useFoundDivisions } from './division-search.data.ts'

export interface DivisionSearchHandle {
  focus: () => void
}

/** Goes to a division's coverage from anywhere: by name, pinyin initials or code. */
export function DivisionSearch({ ref }: { ref: Ref<DivisionSearchHandle> }) {
  const t = useT()
  const navigate = useNavigate()
  const input = useRef<InputRef>(null)
  const [text, setText] = useState('')
  const { divisions, isReading } = useFoundDivisions(text)
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus() }))
  return (
    <AutoComplete
      className="division-search"
      value={text}
      onChange={setText}
      onSelect={(code: string) => {
        setText('')
        input.current?.blur()
        void navigate(paths.coverage(code))
      }}
      notFoundContent={text && !isReading ? t('app.scope.empty') : undefined}
      options={divisions.map(({ code, path }) => ({ value: code, label: path }))}
    >
      <Input ref={input} placeholder={t('app.search')} aria-label={t('app.search')} suffix={<kbd>/</kbd>} />
    </AutoComplete>
  )
}
