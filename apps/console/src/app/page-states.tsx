import { Button } from 'antd'
import type { Permission } from '@anye/contract/access'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useNavigate, useRouteError } from 'react-router'
import { EmptyState } from '../ui/states/EmptyState.tsx'
import { ErrorState } from '../ui/states/ErrorState.tsx'
import { UiLink } from '../ui/link.tsx'
import { useLocale, useT } from './i18n/locale.tsx'
import { toProblem } from './problem.ts'
import { paths } from './paths.ts'
import { useSession } from './session.tsx'

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
    <div className="page">
      <ErrorState message={t('state.error.crash')} />
      <div><Button onClick={() => location.reload()}>{t('state.error.reload')}</Button></div>
    </div>
  )
}

export function NotFound() {
  const t = useT()
  const navigate = useNavigate()
  return (
    <div className="page">
      <EmptyState title={t('state.notFound.title')} advice={t('state.notFound.advice')} />
      <div><Button onClick={() => void navigate(paths.home())}>{t('state.notFound.home')}</Button></div>
    </div>
  )
}

/** Shows its page only to those who hold the permission; the others read which one they lack. */
export function Guarded({ permission, children }: { permission: Permission; children: ReactNode }) {
  const t = useT()
  if (useSession().permissions.has(permission)) return children
  return (
    <div className="page">
      <EmptyState
        title={t('state.forbidden.title')}
        advice={
          <>
            {t('state.forbidden.advice', { permission })} <UiLink href={paths.home()}>{t('state.notFound.home')}</UiLink>
          </>
        }
      />
    </div>
  )
}
