import type { RoleEntry } from '@anye/contract/access'
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { DivisionField } from '../../organization/divisions/DivisionField.tsx'

const LEVEL_NUMBER = { township: 4, village: 5 } as const

/** The place of a role: fixed, one of the nine units, or a township or village found on the server. */
export function ScopeField({ level }: { level: RoleEntry['scopeLevel'] }) {
  const t = useT()
  if (level === 'none' || level === 'prefecture') {
    return <Form.Item label={t('role.place')}>{t(`role.scope.${level}`)}</Form.Item>
  }
  return (
    <Form.Item
      name="place"
      label={t('role.place')}
      extra={t(`role.scope.${level}`)}
      rules={[{ required: true, message: t('command.required') }]}
    >
      {level === 'unit' ? <UnitField /> : <DivisionField level={LEVEL_NUMBER[level]} />}
    </Form.Item>
  )
}

interface UnitFieldProps {
  /** Given by the form. */
  id?: string
  value?: string
  onChange?: (code: string) => void
}

/** One of the nine reporting units, in the order of reports. */
function UnitField({ id, value, onChange }: UnitFieldProps) {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }))
  return (
    <Select<string>
      {...(id ? { id } : {})}
      value={value}
      onChange={onChange}
      loading={units.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      options={units.data?.map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}
