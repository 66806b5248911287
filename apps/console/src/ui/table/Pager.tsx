import { Button } from 'antd'
import { useT } from '../../app/i18n/locale.tsx'
import { formatInteger } from '../format.ts'

/** Cursor paging: the server gives the next cursor, the page remembers the way back. */
export interface Paging {
  /** Rows before this page. */
  offset: number
  /** Undefined when the server did not count. */
  total: number | undefined
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
}

export function Pager({ paging, count }: { paging: Paging; count: number }) {
  const t = useT()
  const { offset, total, onPrevious, onNext } = paging
  const range = { from: formatInteger(offset + 1), to: formatInteger(offset + count) }
  return (
    <div className="data-table-pager">
      <span className="quiet">
        {total === undefined
          ? t('table.range.open', range)
          : t('table.range', { ...range, total: formatInteger(total) })}
      </span>
      <span className="screen-only">
        <Button size="small" type="text" disabled={!onPrevious} onClick={onPrevious}>{t('table.previous')}</Button>
        <Button size="small" type="text" disabled={!onNext} onClick={onNext}>{t('table.next')}</Button>
      </span>
    </div>
  )
}
