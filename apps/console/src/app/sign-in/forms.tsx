import { checkPassword } from '@anye/contract/access/password.rules'
import { Alert, Button, Form, Input } from 'antd'
import { useT } from '../i18n/locale.tsx'
import type { Problem } from '../problem.ts'

export interface Credentials {
  username: string
  password: string
}

export interface NewPassword {
  current: string
  next: string
}

interface StepProps<Values> {
  onSubmit: (values: Values) => void
  /** Blocks the button alone: fields that go grey lose the cursor and what a quick person types meanwhile. */
  isBusy: boolean
  problem: Problem | undefined
}

/** The refusal, above the fields, read out at once. Its place is kept, so that nothing below moves under the mouse. */
function Refusal({ problem }: { problem: Problem | undefined }) {
  return <div className="sign-in-refusal">{problem && <Alert type="error" title={problem.message} showIcon />}</div>
}

export function CredentialsForm({ onSubmit, isBusy, problem }: StepProps<Credentials>) {
  const t = useT()
  return (
    <Form<Credentials> layout="vertical" onFinish={onSubmit} requiredMark={false}>
      <Refusal problem={problem} />
      <Form.Item
        name="username"
        label={t('signIn.username')}
        rules={[{ required: true, whitespace: true, message: t('signIn.username.missing') }]}
      >
        <Input autoFocus autoComplete="username" spellCheck={false} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.password.missing') }]}
      >
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>{t('signIn.submit')}</Button>
      <p className="quiet sign-in-help">{t('signIn.help')}</p>
    </Form>
  )
}

export function OneTimeCodeForm({ onSubmit, isBusy, problem }: StepProps<string>) {
  const t = useT()
  return (
    <Form<{ code: string }> layout="vertical" onFinish={({ code }) => onSubmit(code)} requiredMark={false}>
      <Refusal problem={problem} />
      <Form.Item
        name="code"
        label={t('signIn.totp.code')}
        extra={t('signIn.totp.backup')}
        rules={[{ required: true, pattern: /^\s*(\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})\s*$/, message: t('signIn.totp.missing') }]}
      >
        <Input autoFocus autoComplete="one-time-code" maxLength={13} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>{t('signIn.totp.submit')}</Button>
    </Form>
  )
}

interface NewPasswordFields extends NewPassword {
  again: string
}

/** The rule of the contract is asked here before the server asks it again. */
export function NewPasswordForm({ onSubmit, isBusy, problem, userName }: StepProps<NewPassword> & { userName: string }) {
  const t = useT()
  const missing = [{ required: true, message: t('signIn.password.missing') }]
  const strong = {
    validator: async (_: unknown, password: string) => {
      // After a reload the user name is not known here; then only the server can compare with it.
      if (password && checkPassword(password, userName || '\0')) throw new Error(t('signIn.first.weak'))
    },
  }
  return (
    <Form<NewPasswordFields>
      layout="vertical"
      requiredMark={false}
      onFinish={({ current, next }) => onSubmit({ current, next })}
    >
      <Refusal problem={problem} />
      <Form.Item name="current" label={t('signIn.first.current')} rules={missing}>
        <Input.Password autoComplete="current-password" size="large" autoFocus />
      </Form.Item>
      <Form.Item name="next" label={t('signIn.first.next')} rules={[...missing, strong]} extra={t('signIn.first.rule')}>
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('signIn.first.again')}
        dependencies={['next']}
        rules={[
          ...missing,
          ({ getFieldValue }) => ({
            validator: async (_, again: string) => {
              if (again && again !== getFieldValue('next')) throw new Error(t('signIn.first.mismatch'))
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>{t('signIn.first.submit')}</Button>
    </Form>
  )
}
