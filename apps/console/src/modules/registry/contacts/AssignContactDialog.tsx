import { addMonths } from '@anye/kernel/calendar-date'
import { App, Form, Input, Radio } from 'antd'
import { today } from '../../../app/clock.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { assignContact, TOUCHED_BY_CONTACTS } from './contacts.data.ts'
import type { ContactFilter } from './contacts.data.ts'
import { DutyPersonField } from '../../organization/people/DutyPersonField.tsx'

interface Values {
  by: 'account' | 'name'
  userId?: string
  name?: string
  phone?: string
  fromOn?: string
  toOn?: string | null
}

/** Whom a contact is for: households one by one, or all that a filter shows. */
export type Households = { householdIds: string[] } | { filter: ContactFilter }

interface AssignContactDialogProps {
  households: Households
  count: number
  /** Where the contact is looked for. */
  place: string
  onDone?: () => void
  onClose: () => void
}

const MOBILE = /^1[3-9]\d{9}$/
const MONTHS_BACK = -1

/** Gives households a contact for a term: an account, or a name where there is none. */
export function AssignContactDialog({ households, count, place, onDone, onClose }: AssignContactDialogProps) {
  const t = useT()
  const { message } = App.useApp()
  return (
    <CommandDialog<Values, { households: number }>
      title={t('contacts.assign.title', { count: formatInteger(count) })}
      submit={t('contacts.assign')}
      initial={{ by: 'account', fromOn: today() }}
      send={({ by, userId, name, phone, fromOn = today(), toOn }, commandId) =>
        assignContact({
          commandId,
          ...households,
          ...(by === 'account' ? { userId } : { name }),
          ...(phone ? { phone } : {}),
          fromOn,
          ...(toOn ? { toOn } : {}),
        })
      }
      onDone={(answer) => {
        void message.success(t('contacts.assign.done', { count: formatInteger(answer.households) }))
        onDone?.()
      }}
      onClose={onClose}
      touches={TOUCHED_BY_CONTACTS}
    >
      <p className="command-lead">{t('contacts.assign.lead')}</p>
      <PersonFields place={place} />
      <TermFields />
    </CommandDialog>
  )
}

function PersonFields({ place }: { place: string }) {
  const t = useT()
  const by = Form.useWatch<Values['by'] | undefined>('by') ?? 'account'
  const required = { required: true, message: t('command.required') }
  return (
    <>
      <Form.Item name="by" label={t('contacts.assign.by')}>
        <Radio.Group
          options={[
            { value: 'account', label: t('contacts.assign.byAccount') },
            { value: 'name', label: t('contacts.assign.byName') },
          ]}
        />
      </Form.Item>
      {by === 'account' ? (
        <Form.Item name="userId" extra={t('contacts.assign.hint')} rules={[required]}>
          <DutyPersonField place={place} />
        </Form.Item>
      ) : (
        <Form.Item name="name" rules={[{ ...required, whitespace: true, min: 2, message: t('post.name.missing') }]}>
          <Input maxLength={50} autoComplete="off" aria-label={t('post.name')} />
        </Form.Item>
      )}
    </>
  )
}

function TermFields() {
  const t = useT()
  return (
    <div className="command-columns">
      <Form.Item
        name="fromOn"
        label={t('contacts.from')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <DateField earliest={addMonths(today(), MONTHS_BACK)} />
      </Form.Item>
      <Form.Item name="toOn" label={t('contacts.to')} extra={t('post.to.hint')}>
        <DateField allowClear earliest={today()} />
      </Form.Item>
      <Form.Item name="phone" label={t('post.phone')} rules={[{ pattern: MOBILE, message: t('post.phone.wrong') }]}>
        <Input maxLength={11} inputMode="tel" autoComplete="off" />
      </Form.Item>
    </div>
  )
}
