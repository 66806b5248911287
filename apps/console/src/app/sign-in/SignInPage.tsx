import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { client } from '../api.ts'
import { enterSecondFactor, logIn } from '../auth.ts'
import { useLocale } from '../i18n/locale.tsx'
import { toProblem } from '../problem.ts'
import { CredentialsForm, NewPasswordForm, OneTimeCodeForm } from './forms.tsx'
import type { Credentials, NewPassword } from './forms.tsx'
import { safeReturnTo } from './return-to.ts'
import { SignInFrame } from './SignInFrame.tsx'

type Step = 'credentials' | 'code' | 'password'

/** Signing in: credentials, then the one-time code when asked, then the change of a first password. */
export default function SignInPage() {
  const { t } = useLocale()
  const [search] = useSearchParams()
  const [step, setStep] = useState<Step>(search.get('step') === 'password' ? 'password' : 'credentials')
  const [userName, setUserName] = useState('')
  const enter = useEnter(safeReturnTo(search.get('returnTo')))
  const proceed = async (answer: { secondFactor: boolean; mustChangePassword: boolean }) => {
    if (answer.secondFactor) setStep('code')
    else if (answer.mustChangePassword) setStep('password')
    else await enter()
  }
  const credentials = useStep(async ({ username, password }: Credentials) => {
    setUserName(username)
    await proceed(await logIn({ userName: username, password }))
  })
  const code = useStep(async (digits: string) => proceed(await enterSecondFactor(digits)))
  const password = useStep(async (change: NewPassword) => {
    await client.access.changePassword(change)
    await enter()
  })
  switch (step) {
    case 'credentials':
      return <SignInFrame title={t('signIn.title')}><CredentialsForm {...credentials} /></SignInFrame>
    case 'code':
      return (
        <SignInFrame title={t('signIn.totp.title')} lead={t('signIn.totp.lead')}><OneTimeCodeForm {...code} /></SignInFrame>
      )
    case 'password':
      return (
        <SignInFrame title={t('signIn.first.title')} lead={t('signIn.first.lead')}>
          <NewPasswordForm {...password} userName={userName} />
        </SignInFrame>
      )
  }
}

function useEnter(returnTo: string): () => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    // Nothing read before, as another person or as nobody, may show now.
    queries.clear()
    await navigate(returnTo, { replace: true })
  }
}

/** One form's submission: busy while it runs, its refusal as a sentence. */
function useStep<Values>(act: (values: Values) => Promise<void>) {
  const { locale, t } = useLocale()
  const mutation = useMutation({ mutationFn: act })
  return {
    onSubmit: (values: Values) => mutation.mutate(values),
    isBusy: mutation.isPending,
    problem: mutation.error ? toProblem(mutation.error, locale, t) : undefined,
  }
}
