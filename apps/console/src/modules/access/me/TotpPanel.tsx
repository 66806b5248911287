import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TotpStarted } from '@anye/contract/access/log-in'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { api } from '../../../app/api.ts'
import { startTotp, stopTotp } from '../../../app/auth.ts'
import { useLocale, useT } from '../../../app/i18n/locale.tsx'
import { toProblem } from '../../../app/problem.ts'
import { useSession } from '../../../app/session.tsx'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import { TotpSetUp } from './TotpSetUp.tsx'
import './account.css'

/** Switches one-time codes on or off; either way the own password is asked again. */
export function TotpPanel() {
  const t = useT()
  const { secondFactor } = useSession()
  const queries = useQueryClient()
  const [started, setStarted] = useState<TotpStarted>()
  const readMe = () => queries.invalidateQueries({ queryKey: api.access.getMe.key() })
  if (started) {
    return (
      <TotpSetUp
        started={started}
        onCancel={() => setStarted(undefined)}
        onDone={async () => {
          await readMe()
          setStarted(undefined)
        }}
      />
    )
  }
  return secondFactor ? (
    <PasswordAgain
      state="on"
      act={async (password) => {
        await stopTotp(password)
        await readMe()
      }}
    >
      <p>
        <StateMark state="on_plan" word={t('totp.on')} />
      </p>
    </PasswordAgain>
  ) : (
    <PasswordAgain state="off" act={async (password) => setStarted(await startTotp(password))}>
      <p>
        <StateMark state="no_data" word={t('totp.off')} />
      </p>
      <p className="quiet">{t('totp.why')}</p>
    </PasswordAgain>
  )
}

interface PasswordAgainProps {
  state: 'on' | 'off'
  act: (password: string) => Promise<void>
  children: ReactNode
}

function PasswordAgain({ state, act, children }: PasswordAgainProps) {
  const { t, locale } = useLocale()
  const sent = useMutation({ mutationFn: ({ password }: { password: string }) => act(password) })
  return (
    <Form<{ password: string }>
      className="account-form"
      layout="vertical"
      requiredMark={false}
      disabled={sent.isPending}
      onFinish={(values) => sent.mutate(values)}
    >
      {sent.isError && <Alert type="error" showIcon title={toProblem(sent.error, locale, t).message} />}
      {children}
      <Form.Item
        name="password"
        label={t('totp.password')}
        rules={[{ required: true, message: t('signIn.password.missing') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button
        type={state === 'off' ? 'primary' : 'default'}
        danger={state === 'on'}
        htmlType="submit"
        loading={sent.isPending}
      >
        {t(state === 'off' ? 'totp.start' : 'totp.stop')}
      </Button>
    </Form>
  )
}
