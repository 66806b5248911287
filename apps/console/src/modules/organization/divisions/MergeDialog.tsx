import type { CalendarDate } from '@anye/kernel/calendar-date'
import { Form } from 'antd'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Division } from '../organization-types.ts'
import { DivisionField } from './DivisionField.tsx'

interface Merge {
  successorCode: string
  lastDay: CalendarDate
  reason: string
}

/** Ends a township, village or group and names the one of its level that takes its place. */
export function MergeDialog({ division, onClose }: { division: Division; onClose: () => void }) {
  const t = useT()
  const { code, name, level, validFrom } = division
  const other = {
    validator: async (_: unknown, chosen: string | undefined) => {
      if (chosen === code) throw new Error(t('division.merge.self'))
    },
  }
  return (
    <CommandDialog<Merge, Division>
      title={t('division.merge.title', { name })}
      submit={t('division.merge')}
      danger
      initial={{ lastDay: today() }}
      send={(values, commandId) => client.organization.mergeDivision({ commandId, code, ...values })}
      onClose={onClose}
      touches={[api.organization.key()]}
    >
      <p className="command-lead">
        {t(level === 4 ? 'division.merge.lead.township' : 'division.merge.lead')}
      </p>
      <Form.Item
        name="successorCode"
        label={t('division.merge.successor')}
        rules={[{ required: true, message: t('command.required') }, other]}
      >
        <DivisionField level={level} />
      </Form.Item>
      <Form.Item
        name="lastDay"
        label={t('division.merge.lastDay')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <DateField earliest={validFrom} />
      </Form.Item>
      <ReasonField label={t('division.basis')} />
    </CommandDialog>
  )
}
