import { EVIDENCE } from '@anye/codes/evidence'
import { Form, Input, InputNumber, Select } from 'antd'
import { today } from '../../../app/clock.ts'
import { DateField } from '../../../app/command/DateField.tsx'
import { useLocale } from '../../../app/i18n/locale.tsx'

export interface ProofValues {
  kind?: string | undefined
  onDate?: string | null | undefined
  amount?: number | null | undefined
  note?: string | null | undefined
}

/** A proof of work: what it is, on which day it was seen, and the wage it shows. */
export function ProofFields({ isRequired }: { isRequired: boolean }) {
  const { t, locale } = useLocale()
  const language = locale === 'en' ? 'en' : 'zh'
  const options = EVIDENCE.map((entry) => ({
    value: entry.code,
    label: `${entry[language]} · ${t(`proof.grade.${entry.grade}`)}`,
  }))
  const kind = Form.useWatch<string | undefined>('kind')
  const rules = [{ required: isRequired || Boolean(kind), message: t('command.required') }]
  return (
    <div className="command-columns">
      <Form.Item
        name="kind"
        label={t('proof.kind')}
        rules={isRequired ? rules : []}
        extra={isRequired ? undefined : t('proof.none.hint')}
      >
        <Select<string> allowClear={!isRequired} options={options} />
      </Form.Item>
      <Form.Item name="onDate" label={t('proof.onDate')} rules={rules}>
        <DateField latest={today()} />
      </Form.Item>
      <Form.Item name="amount" label={t('proof.amount')}>
        <InputNumber min={0} precision={0} suffix={t('unit.yuanMonth')} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="note" label={t('proof.note')} className="is-wide">
        <Input maxLength={200} />
      </Form.Item>
    </div>
  )
}

/** The proof as the server takes it; undefined when none was chosen. */
export function toProof({ kind, onDate, amount, note }: ProofValues) {
  return kind && onDate ? { kind, onDate, amount: amount ?? null, note: note?.trim() || null } : undefined
}
