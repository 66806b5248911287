import { Form, Input } from 'antd'
import { useT } from '../i18n/locale.tsx'

const SHORTEST = 4
const LONGEST = 200

/** The reason of a change or a look at sensitive data: at least four characters, kept in the audit. */
export function ReasonField({ label }: { label?: string }) {
  const t = useT()
  return (
    <Form.Item
      name="reason"
      label={label ?? t('command.reason')}
      rules={[{ required: true, whitespace: true, min: SHORTEST, message: t('command.reason.missing') }]}
    >
      <Input.TextArea rows={2} maxLength={LONGEST} showCount placeholder={t('command.reason.hint')} />
    </Form.Item>
  )
}
