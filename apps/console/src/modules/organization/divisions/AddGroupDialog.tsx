import type { CalendarDate } from '@anye/kernel/calendar-date'
import { Form, Input } from 'antd'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Division } from '../organization-types.ts'

interface NewGroup {
  name: string
  from: CalendarDate
}

/** A village group: no national code exists, the server gives the village's code three more digits. */
export function AddGroupDialog({ village, onClose }: { village: Division; onClose: () => void }) {
  const t = useT()
  return (
    <CommandDialog<NewGroup, Division>
      title={t('division.addGroup.title', { name: village.name })}
      submit={t('division.addGroup')}
      initial={{ from: today() }}
      send={(values, commandId) =>
        client.organization.addVillageGroup({ commandId, code: village.code, ...values })
      }
      onClose={onClose}
      touches={[api.organization.key()]}
    >
      <Form.Item
        name="name"
        label={t('division.name')}
        extra={t('division.addGroup.hint')}
        rules={[{ required: true, whitespace: true, message: t('command.required') }]}
      >
        <Input autoFocus maxLength={20} />
      </Form.Item>
      <Form.Item
        name="from"
        label={t('division.from')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <DateField earliest={village.validFrom} />
      </Form.Item>
    </CommandDialog>
  )
}
