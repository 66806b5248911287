import type { CalendarDate } from '@anye/kernel/calendar-date'
import { Form, Input } from 'antd'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Holder } from '../organization-types.ts'

interface Appointment {
  name: string
  duty?: string
  phone?: string
  from: CalendarDate
  to?: CalendarDate | null
}

const MOBILE = /^1[3-9]\d{9}$/

interface AppointDialogProps {
  post: { id: string; title: string }
  onClose: () => void
}

/** Puts a person into a vacant post for a term. */
export function AppointDialog({ post, onClose }: AppointDialogProps) {
  const t = useT()
  return (
    <CommandDialog<Appointment, Holder>
      title={t('post.appoint.title', { title: post.title })}
      submit={t('post.appoint')}
      initial={{ from: today() }}
      send={({ name, duty, phone, from, to }, commandId) =>
        client.organization.appointHolder({
          commandId,
          postId: post.id,
          name,
          from,
          duty: duty?.trim() || undefined,
          phone: phone || undefined,
          to: to ?? undefined,
        })
      }
      onClose={onClose}
      touches={[api.organization.key()]}
    >
      <AppointFields />
    </CommandDialog>
  )
}

function AppointFields() {
  const t = useT()
  return (
    <div className="command-columns">
      <Form.Item
        name="name"
        label={t('post.name')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('post.name.missing') }]}
      >
        <Input autoFocus maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('post.phone')}
        rules={[{ pattern: MOBILE, message: t('post.phone.wrong') }]}
      >
        <Input maxLength={11} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="duty" label={t('post.duty')} className="is-wide">
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="from"
        label={t('post.from')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <DateField />
      </Form.Item>
      <Form.Item name="to" label={t('post.to')} extra={t('post.to.hint')}>
        <DateField allowClear />
      </Form.Item>
    </div>
  )
}
