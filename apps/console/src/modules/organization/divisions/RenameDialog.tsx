import { addDays } from '@anye/kernel/calendar-date'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { Form, Input } from 'antd'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Division } from '../organization-types.ts'

interface Rename {
  name: string
  from: CalendarDate
  reason: string
}

const HAN_NAME = /^[\p{Script=Han}·]{2,40}$/u

/** A new name from a day on; the old one keeps its days, so that old papers still resolve. */
export function RenameDialog({ division, onClose }: { division: Division; onClose: () => void }) {
  const t = useT()
  const { code, name, validFrom } = division
  const changed = {
    validator: async (_: unknown, typed: string) => {
      if (typed === name) throw new Error(t('division.rename.same'))
    },
  }
  return (
    <CommandDialog<Rename, Division>
      title={t('division.rename.title', { name })}
      submit={t('division.rename')}
      initial={{ name, from: today() }}
      send={(values, commandId) => client.organization.renameDivision({ commandId, code, ...values })}
      onClose={onClose}
      touches={[api.organization.key()]}
    >
      <Form.Item
        name="name"
        label={t('division.rename.name')}
        rules={[{ required: true, pattern: HAN_NAME, message: t('division.rename.wrong') }, changed]}
      >
        <Input autoFocus maxLength={40} />
      </Form.Item>
      <Form.Item
        name="from"
        label={t('division.rename.from')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <DateField earliest={addDays(validFrom, 1)} />
      </Form.Item>
      <ReasonField label={t('division.basis')} />
    </CommandDialog>
  )
}
