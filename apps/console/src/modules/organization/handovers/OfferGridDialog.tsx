import { addDays } from '@anye/kernel/calendar-date'
import { Form, Input } from 'antd'
import { api, client } from '../../../app/api.ts'
import { today } from '../../../app/clock.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { useSession } from '../../../app/session.tsx'
import type { Grid, Handover } from '../organization-types.ts'
import { DutyPersonField } from '../people/DutyPersonField.tsx'

interface Values {
  toUserId?: string
  fromOn?: string
  note?: string
}

/** Offers a grid to another person; the term changes hands when that person accepts. */
export function OfferGridDialog({ grid, onClose }: { grid: Grid; onClose: () => void }) {
  const t = useT()
  const { userId } = useSession()
  const required = [{ required: true, message: t('command.required') }]
  const isOwn = grid.holder?.userId === userId
  return (
    <CommandDialog<Values, Handover>
      title={t('handover.offer.title', { grid: grid.name })}
      submit={t('handover.offer')}
      initial={{ fromOn: addDays(today(), 1) }}
      send={({ toUserId = '', fromOn = '', note }, commandId) =>
        client.organization.offerGrid({
          commandId, gridId: grid.id, toUserId, fromOn, ...(note?.trim() ? { note: note.trim() } : {}),
        })
      }
      onClose={onClose}
      touches={[api.organization.key()]}
    >
      <p className="command-lead">
        {t(isOwn ? 'handover.offer.lead' : 'handover.offer.lead.behalf', { name: grid.holder?.name ?? '' })}
      </p>
      <Form.Item name="toUserId" label={t('handover.to')} rules={required}>
        <DutyPersonField place={grid.village} forGrid except={grid.holder?.userId ?? null} />
      </Form.Item>
      <Form.Item name="fromOn" label={t('handover.from')} extra={t('handover.from.hint')} rules={required}>
        <DateField earliest={today()} />
      </Form.Item>
      <Form.Item name="note" label={t('handover.note')}>
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </CommandDialog>
  )
}
