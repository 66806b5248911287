import { INDICATORS } from '@anye/contract/indicators/catalogue'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { Form, InputNumber } from 'antd'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { DateField } from '../../../app/command/DateField.tsx'
import { today } from '../../../app/clock.ts'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import type { PlanLine } from '../settings-types.ts'
import { EffectiveFields } from './EffectiveFields.tsx'
import type { Effective } from './EffectiveFields.tsx'

interface PlanDialogProps {
  indicator: IndicatorKey
  plans: Readonly<Record<string, PlanLine>>
  onClose: () => void
}

/** A straight line from where the campaign starts to its goal. */
export function PlanDialog({ indicator, plans, onClose }: PlanDialogProps) {
  const t = useT()
  const nameOf = useName()
  const required = [{ required: true, message: t('command.required') }]
  const afterStart = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: async (_: unknown, to: CalendarDate | undefined) => {
      const from = getFieldValue('from')
      if (to && typeof from === 'string' && to <= from) throw new Error(t('plan.to.wrong'))
    },
  })
  return (
    <CommandDialog<PlanLine & Effective, unknown>
      title={t('plan.edit', { name: nameOf(INDICATORS[indicator]) })}
      submit={t('settings.save')}
      initial={{ fromPercent: 0, toPercent: 100, ...plans[indicator], validFrom: today() }}
      send={({ validFrom, document, ...plan }, commandId) =>
        client.indicators.parameters.set({
          commandId,
          validFrom,
          document,
          plans: { ...plans, [indicator]: plan },
        })
      }
      onClose={onClose}
      touches={[api.indicators.key()]}
    >
      <div className="command-columns">
        <Form.Item name="from" label={t('plan.from')} rules={required}>
          <DateField />
        </Form.Item>
        <Form.Item name="fromPercent" label={t('plan.fromPercent')} rules={required}>
          <Percent />
        </Form.Item>
        <Form.Item name="to" label={t('plan.to')} dependencies={['from']} rules={[...required, afterStart]}>
          <DateField />
        </Form.Item>
        <Form.Item name="toPercent" label={t('plan.toPercent')} rules={required}>
          <Percent />
        </Form.Item>
      </div>
      <EffectiveFields />
    </CommandDialog>
  )
}

interface PercentProps {
  /** Given by the form. */
  id?: string
  value?: number | null
  onChange?: (value: number | null) => void
}

function Percent(given: PercentProps) {
  const t = useT()
  return (
    <InputNumber
      {...given}
      min={0}
      max={100}
      precision={1}
      suffix={t('unit.percent')}
      className="parameter-number"
    />
  )
}
