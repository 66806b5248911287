import type { CalendarDate } from '@anye/kernel/calendar-date'
import { Form } from 'antd'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Holder } from '../organization-types.ts'

interface EndTermDialogProps {
  post: { title: string }
  holder: Holder
  onClose: () => void
}

/** Ends a term on its last day; from the next day on the post is a gap. */
export function EndTermDialog({ post, holder, onClose }: EndTermDialogProps) {
  const t = useT()
  return (
    <CommandDialog<{ lastDay: CalendarDate; reason: string }, Holder>
      title={t('post.endTerm.title', { name: holder.name, title: post.title })}
      submit={t('post.endTerm')}
      danger
      initial={{ lastDay: today() }}
      send={(values, commandId) =>
        client.organization.endTerm({ commandId, holderId: holder.id, version: holder.version, ...values })
      }
      onClose={onClose}
      touches={[api.organization.key()]}
    >
      <p className="command-lead">{t('post.endTerm.lead')}</p>
      <Form.Item
        name="lastDay"
        label={t('post.lastDay')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <DateField earliest={holder.termFrom} />
      </Form.Item>
      <ReasonField />
    </CommandDialog>
  )
}
