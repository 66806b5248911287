import { Button } from 'antd'
import { useT } from '../../app/i18n/locale.tsx'
import './states.css'

interface ErrorStateProps {
  /** A sentence that says what to do. */
  message: string
  requestId?: string | undefined
  onRetry?: (() => void) | undefined
}

/** A part of a page that could not be read; the rest of the page stays. */
export function ErrorState({ message, requestId, onRetry }: ErrorStateProps) {
  const t = useT()
  return (
    <div className="state-box is-error" role="alert">
      <p className="state-box-title">{t('state.error.title')}</p>
      <p>{message}</p>
      {requestId && <p className="quiet">{t('state.error.request', { id: requestId })}</p>}
      {onRetry && <Button size="small" onClick={onRetry}>{t('state.error.retry')}</Button>}
    </div>
  )
}
