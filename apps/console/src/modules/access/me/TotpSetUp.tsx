import { useMutation } from '@tanstack/react-query'
import type { TotpStarted } from '@anye/contract/access/log-in'
import { Alert, Button, Form, Input, QRCode } from 'antd'
import { confirmTotp } from '../../../app/auth.ts'
import { useLocale, useT } from '../../../app/i18n/locale.tsx'
import { toProblem } from '../../../app/problem.ts'
import { secretOf } from './totp-secret.ts'

/** Wide enough for a phone held at arm's length from a desk. */
const QR_SIZE = 192

interface TotpSetUpProps {
  started: TotpStarted
  onCancel: () => void
  onDone: () => Promise<void>
}

/** Scan, keep the back-up codes, prove it with one code: only then does the log-in ask for codes. */
export function TotpSetUp({ started, onCancel, onDone }: TotpSetUpProps) {
  const t = useT()
  return (
    <div className="totp-steps">
      <QRCode
        type="svg"
        value={started.uri}
        size={QR_SIZE}
        errorLevel="M"
        bordered={false}
        aria-label={t('totp.qr')}
      />
      <ol>
        <li>
          {t('totp.step.scan')}
          <div className="totp-key">{secretOf(started.uri)}</div>
          <a href={started.uri}>{t('totp.step.link')}</a>
        </li>
        <li>
          {t('totp.step.codes')}
          <ul className="totp-codes">
            {started.backupCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </li>
        <li>
          {t('totp.step.confirm')}
          <ConfirmForm onCancel={onCancel} onDone={onDone} />
        </li>
      </ol>
    </div>
  )
}

function ConfirmForm({ onCancel, onDone }: Omit<TotpSetUpProps, 'started'>) {
  const { t, locale } = useLocale()
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) => confirmTotp(code),
    onSuccess: onDone,
  })
  return (
    <>
      {confirm.isError && <Alert type="error" showIcon title={toProblem(confirm.error, locale, t).message} />}
      <Form<{ code: string }> className="totp-confirm" onFinish={(values) => confirm.mutate(values)}>
        <Form.Item
          name="code"
          rules={[{ required: true, pattern: /^\d{6}$/, message: t('signIn.totp.missing') }]}
        >
          <Input
            aria-label={t('signIn.totp.code')}
            placeholder={t('signIn.totp.code')}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={6}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('totp.confirm')}
        </Button>
        <Button onClick={onCancel}>{t('command.cancel')}</Button>
      </Form>
    </>
  )
}
