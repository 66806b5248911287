import { checkPassword } from '@anye/contract/access/password.rules'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import type { FormRule } from 'antd'
import { api, client } from '../../../app/api.ts'
import { useLocale, useT } from '../../../app/i18n/locale.tsx'
import { toProblem } from '../../../app/problem.ts'
import { useSession } from '../../../app/session.tsx'
import './account.css'

interface PasswordFields {
  current: string
  next: string
  again: string
}

/** Changes the own password; every other device is signed out by it. */
export function PasswordPanel() {
  const { t, locale } = useLocale()
  const queries = useQueryClient()
  const [form] = Form.useForm<PasswordFields>()
  const change = useMutation({
    mutationFn: ({ current, next }: PasswordFields) => client.access.changePassword({ current, next }),
    onSuccess: async () => {
      form.resetFields()
      await queries.invalidateQueries({ queryKey: api.access.listMySessions.key() })
    },
  })
  return (
    <Form<PasswordFields>
      form={form}
      className="account-form"
      layout="vertical"
      requiredMark={false}
      disabled={change.isPending}
      onFinish={(values) => change.mutate(values)}
    >
      {change.isError && <Alert type="error" showIcon title={toProblem(change.error, locale, t).message} />}
      {change.isSuccess && <Alert type="success" showIcon title={t('password.changed')} />}
      <PasswordItems />
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('password.submit')}
      </Button>
    </Form>
  )
}

/** The rule of the contract is asked here before the server asks it again. */
function PasswordItems() {
  const t = useT()
  const { userName } = useSession()
  const missing = { required: true, message: t('signIn.password.missing') }
  const strong = {
    validator: async (_: unknown, password: string) => {
      if (password && checkPassword(password, userName)) throw new Error(t('signIn.first.weak'))
    },
  }
  const same: FormRule = ({ getFieldValue }) => ({
    validator: async (_, again: string) => {
      if (again && again !== getFieldValue('next')) throw new Error(t('signIn.first.mismatch'))
    },
  })
  return (
    <>
      <Form.Item name="current" label={t('password.current')} rules={[missing]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('signIn.first.next')}
        rules={[missing, strong]}
        extra={t('signIn.first.rule')}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="again" label={t('signIn.first.again')} dependencies={['next']} rules={[missing, same]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
