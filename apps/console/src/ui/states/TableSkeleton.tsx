import { useT } from '../../app/i18n/locale.tsx'
import './states.css'

/** Rows in the shape of what will come, so that the page does not jump. */
export function TableSkeleton({ columns, rows = 12 }: { columns: number; rows?: number }) {
  const t = useT()
  return (
    <div className="skeleton-rows" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row">
          {Array.from({ length: Math.min(columns, 8) }, (_, column) => <span key={column} className="skeleton-bar" />)}
        </div>
      ))}
    </div>
  )
}

/** A quiet block where a panel will be. */
export function BlockSkeleton({ height }: { height: number }) {
  const t = useT()
  return <div className="skeleton-block" style={{ height }} role="status" aria-label={t('state.loading')} />
}
