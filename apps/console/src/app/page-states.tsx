import { Button } from 'antd'
import type { Permission } from '@anye/contract/access'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useNavigate, useRouteError } from 'react-router'
import { ErrorState } from '../ui/states/ErrorState.tsx'
import { useLocale, useT } from './i18n/locale.tsx'
import { toProblem } from './problem.ts'
import { paths } from './paths.ts'
import { useSession } from './session.tsx'
// A page that ends here loads none of the parts that bring the margins of a page.
import '../ui/view/page.css'

interface ProblemStateProps {
  error: unknown
  onRetry?: () => void
}

/** What a failed query shows in place of its part of the page. */
export function ProblemState({ error, onRetry }: ProblemStateProps) {
  const { locale, t } = useLocale()
  const { message, requestId } = toProblem(error, locale, t)
  return <ErrorState message={message} requestId={requestId} onRetry={onRetry} />
}

/** Last stop of the router: a page that threw while rendering, or a chunk that did not load. */
export function RouteCrash() {
  const t = useT()
  const error = useRouteError()
  // The browser's console keeps the detail; a person gets a sentence.
  useEffect(() => reportError(error), [error])
  return (
    <Stop title={t('state.error.title')} advice={t('state.error.crash')}>
      <Button onClick={() => location.reload()}>{t('state.error.reload')}</Button>
    </Stop>
  )
}

/** A page that ends here: why, and the one way on. */
function Stop({ title, advice, children }: { title: string; advice: string; children: ReactNode }) {
  return (
    <div className="page">
      <section className="stop">
        <h1>{title}</h1>
        <p className="quiet">{advice}</p>
        {children}
      </section>
    </div>
  )
}

export function NotFound() {
  const t = useT()
  const navigate = useNavigate()
  return (
    <Stop title={t('state.notFound.title')} advice={t('state.notFound.advice')}>
      <Button onClick={() => void navigate(paths.home())}>{t('state.notFound.home')}</Button>
    </Stop>
  )
}

/** Shows its page only to those who hold the permission; the others read which one they lack. */
export function Guarded({ permission, children }: { permission: Permission; children: ReactNode }) {
  const t = useT()
  const navigate = useNavigate()
  if (useSession().permissions.has(permission)) return children
  const name = t(`permission.${permission}`)
  return (
    <Stop title={t('state.forbidden.title')} advice={t('state.forbidden.advice', { permission: name })}>
      <Button onClick={() => void navigate(paths.home())}>{t('state.notFound.home')}</Button>
    </Stop>
  )
}
