import { Form } from 'antd'
import { today } from '../../../app/clock.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import type { ContactTerm } from '../registry-types.ts'
import { endContact, TOUCHED_BY_CONTACTS } from './contacts.data.ts'

/** Ends a contact on a day; the household is a gap from the next day on. */
export function EndContactDialog({ contact, onClose }: { contact: ContactTerm; onClose: () => void }) {
  const t = useT()
  return (
    <CommandDialog<{ lastDay: string; reason: string }, unknown>
      title={t('contacts.end.title', { name: contact.name })}
      submit={t('contacts.end')}
      initial={{ lastDay: today() }}
      send={({ lastDay, reason }, commandId) =>
        endContact({ commandId, id: contact.id, version: contact.version, lastDay, reason })
      }
      onClose={onClose}
      touches={TOUCHED_BY_CONTACTS}
    >
      <p className="command-lead">{t('contacts.end.lead')}</p>
      <Form.Item
        name="lastDay"
        label={t('contacts.end.day')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <DateField earliest={contact.fromOn} />
      </Form.Item>
      <ReasonField />
    </CommandDialog>
  )
}
