import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import './states.css'

interface EmptyStateProps {
  title?: string
  advice?: ReactNode
  onClear?: () => void
}

/** Nothing to show: says so, and what to do about it. */
export function EmptyState({ title, advice, onClear }: EmptyStateProps) {
  const t = useT()
  return (
    <div className="state-box">
      <p className="state-box-title">{title ?? t('state.empty')}</p>
      <p className="quiet">{advice ?? t('state.empty.advice')}</p>
      {onClear && <Button size="small" onClick={onClear}>{t('state.empty.clear')}</Button>}
    </div>
  )
}
