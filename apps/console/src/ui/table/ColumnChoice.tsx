import { Button, Checkbox, Popover } from 'antd'
import { useT } from '../../app/i18n/locale.tsx'
import type { Column } from './column.ts'

interface ColumnChoiceProps<Row> {
  columns: readonly Column<Row>[]
  shown: readonly Column<Row>[]
  onChoose: (keys: readonly string[] | undefined) => void
}

export function ColumnChoice<Row>({ columns, shown, onChoose }: ColumnChoiceProps<Row>) {
  const t = useT()
  const free = columns.filter((column, index) => index > 0 && !column.required)
  if (free.length === 0) return null
  const keys = shown.map(({ key }) => key)
  const toggle = (key: string) => onChoose(keys.includes(key) ? keys.filter((k) => k !== key) : [...keys, key])
  const list = (
    <div className="data-table-columns">
      {free.map((column) => (
        <Checkbox key={column.key} checked={keys.includes(column.key)} onChange={() => toggle(column.key)}>
          {column.title}
        </Checkbox>
      ))}
      <Button size="small" type="link" onClick={() => onChoose(undefined)}>{t('table.columns.reset')}</Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={list}>
      <Button size="small">{t('table.columns')}</Button>
    </Popover>
  )
}
