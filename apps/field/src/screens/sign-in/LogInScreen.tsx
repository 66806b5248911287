import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { checkPassword } from '@anye/contract/access/password.rules'
import { useLocale } from '../../app/i18n/locale.tsx'
import { usePhone } from '../../app/phone-context.tsx'
import type { LogInReason } from '../../app/phone.ts'
import { sentenceOf } from '../../app/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import { useAttempt } from './use-attempt.ts'

/** The online log-in: password, then the code or a new password where the account demands it. */
export function LogInScreen({ reason, step, lost }: { reason: LogInReason; step: 'credentials' | 'code' | 'password'; lost: number }) {
  if (step === 'code') return <CodeForm />
  return step === 'password' ? <NewPasswordForm /> : <CredentialsForm reason={reason} lost={lost} />
}

function StepForm({ busy, problem, submitWord, onSubmit, children }: { busy: boolean; problem: string | undefined; submitWord: string; onSubmit: () => void; children: ReactNode }) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  return (
    <form className="form" onSubmit={submit}>
      {problem !== undefined && <p className="refusal" role="alert">{problem}</p>}
      {children}
      <Button kind="primary" submit busy={busy}>{submitWord}</Button>
    </form>
  )
}

function CredentialsForm({ reason, lost }: { reason: LogInReason; lost: number }) {
  const { t } = useLocale()
  const { phone } = usePhone()
  const { busy, problem, attempt } = useAttempt()
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  return (
    <SignInFrame title={t('logIn.title')} lead={t(`logIn.lead.${reason}`)}>
      {lost > 0 && <p className="notice" role="alert">{t('logIn.lost', { count: lost })}</p>}
      <StepForm busy={busy} problem={problem} submitWord={t('logIn.submit')} onSubmit={() => attempt(() => phone.logIn(userName.trim(), password))}>
        <TextField label={t('logIn.userName')} value={userName} onChange={setUserName} autoComplete="username" />
        <TextField label={t('logIn.password')} value={password} onChange={setPassword} type="password" autoComplete="current-password" />
      </StepForm>
      {(reason === 'other_user' || reason === 'signed_out') && <div className="form"><Button kind="quiet" onClick={() => void phone.backToPin()}>{t('logIn.toPin')}</Button></div>}
    </SignInFrame>
  )
}

function CodeForm() {
  const { t } = useLocale()
  const { phone } = usePhone()
  const { busy, problem, attempt } = useAttempt()
  const [code, setCode] = useState('')
  return (
    <SignInFrame title={t('logIn.code.title')} lead={t('logIn.code.lead')}>
      <StepForm busy={busy} problem={problem} submitWord={t('logIn.code.submit')} onSubmit={() => attempt(() => phone.enterCode(code.trim()))}>
        <TextField label={t('logIn.code')} value={code} onChange={setCode} autoComplete="one-time-code" maxLength={13} />
      </StepForm>
    </SignInFrame>
  )
}

function NewPasswordForm() {
  const { locale, t } = useLocale()
  const { phone } = usePhone()
  const { busy, problem, attempt, say } = useAttempt()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const submit = () => {
    // The server compares with the user name too; here it may not be known any more.
    if (checkPassword(next, '\0') !== undefined) say(sentenceOf('password_weak', locale))
    else if (again !== next) say(t('logIn.change.mismatch'))
    else attempt(() => phone.changePassword(current, next))
  }
  return (
    <SignInFrame title={t('logIn.change.title')} lead={t('logIn.change.lead')}>
      <StepForm busy={busy} problem={problem} submitWord={t('logIn.change.submit')} onSubmit={submit}>
        <TextField label={t('logIn.change.current')} value={current} onChange={setCurrent} type="password" autoComplete="current-password" />
        <TextField label={t('logIn.change.next')} value={next} onChange={setNext} type="password" autoComplete="new-password" />
        <TextField label={t('logIn.change.again')} value={again} onChange={setAgain} type="password" autoComplete="new-password" />
      </StepForm>
    </SignInFrame>
  )
}
