import { addMonths } from '@anye/kernel/calendar-date'
import { Form, Input, Select } from 'antd'
import { today } from '../../../app/clock.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { TOUCHED_BY_FACTS } from '../persons/persons.data.ts'
import { EXEMPTION_MONTHS, EXEMPTION_REASONS } from './exemption-reasons.ts'
import type { ExemptionReason } from './exemption-reasons.ts'
import { askExemption } from './exemptions.data.ts'

interface Values {
  reason?: ExemptionReason
  fromOn?: string
  untilOn?: string
  note?: string
}

/** Asks that a labourer be exempt for a time; it counts once the township approved it. */
export function AskExemptionDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useT()
  const required = [{ required: true, message: t('command.required') }]
  return (
    <CommandDialog<Values, unknown>
      title={t('exemption.ask')}
      submit={t('exemption.ask.submit')}
      initial={{ fromOn: today() }}
      send={({ reason = 'other', fromOn = '', untilOn = '', note }, commandId) =>
        askExemption({
          commandId,
          personId,
          reason,
          fromOn,
          untilOn,
          ...(note?.trim() ? { note: note.trim() } : {}),
        })
      }
      onClose={onClose}
      touches={TOUCHED_BY_FACTS}
    >
      {(form) => (
        <>
          <p className="command-lead">{t('exemption.ask.lead')}</p>
          <Form.Item name="reason" label={t('exemption.reason')} rules={required}>
            <Select<ExemptionReason>
              autoFocus
              options={EXEMPTION_REASONS.map((value) => ({ value, label: t(`exemption.${value}`) }))}
              onChange={(reason) =>
                form.setFieldValue(
                  'untilOn',
                  addMonths(form.getFieldValue('fromOn'), EXEMPTION_MONTHS[reason]),
                )
              }
            />
          </Form.Item>
          <div className="command-columns">
            <Form.Item name="fromOn" label={t('exemption.from')} rules={required}>
              <DateField />
            </Form.Item>
            <Form.Item name="untilOn" label={t('exemption.until')} rules={required}>
              <DateField />
            </Form.Item>
          </div>
          <Form.Item name="note" label={t('exemption.note')}>
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
        </>
      )}
    </CommandDialog>
  )
}
