import { Form, Input } from 'antd'
import { DateField } from '../../../app/command/DateField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'

/** A definition changes from a day on and on paper: the day and the document belong to every change. */
export function EffectiveFields() {
  const t = useT()
  return (
    <div className="command-columns">
      <Form.Item
        name="validFrom"
        label={t('settings.validFrom')}
        rules={[{ required: true, message: t('command.required') }]}
      >
        <DateField />
      </Form.Item>
      <Form.Item
        name="document"
        label={t('settings.document')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('settings.document.missing') }]}
      >
        <Input maxLength={200} placeholder={t('settings.document.hint')} />
      </Form.Item>
    </div>
  )
}

export interface Effective {
  validFrom: string
  document: string
}
