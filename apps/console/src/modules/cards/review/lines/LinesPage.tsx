import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../../app/page-states.tsx'
import { useMay } from '../../../../app/session.tsx'
import { useListState } from '../../../../app/use-list-state.ts'
import { formatInteger } from '../../../../ui/format.ts'
import { EmptyState } from '../../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../../ui/view/ViewButtons.tsx'
import { useLines } from '../review.data.ts'
import type { LineRow } from '../review.data.ts'
import { BulkButton } from './BulkButton.tsx'
import { LineDrawer } from './LineDrawer.tsx'
import { LineFilters } from './LineFilters.tsx'
import { useLineColumns } from './line-columns.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import { ReviewRunBar } from './ReviewRunBar.tsx'
import { useAccept } from './use-accept.ts'
import '../review.css'

/** The lines of a month by filter: who reviews accepts, returns, and decides between two checks. */
export default function LinesPage() {
  const t = useT()
  const list = useListState()
  const lines = useLines(list)
  const { data } = lines
  const mayReview = useMay('card.review')
  const [opened, setOpened] = useState<LineRow>()
  const [returning, setReturning] = useState<LineRow>()
  const { accept } = useAccept()
  const onKeyDown = useReviewKeys(mayReview ? data?.rows : undefined, { accept, onReturn: setReturning })
  return (
    <div className="page">
      <PageHead
        question={t('lines.question')}
        answer={lines.isError ? null : data && (data.total === null
          ? t('lines.answer.many', { month: data.month }) : t('lines.answer', { month: data.month, total: formatInteger(data.total) }))}
        note={mayReview ? t('lines.keys') : null}
        actions={<>{mayReview && <BulkButton list={list} month={data?.month} />}<PrintButton /></>}
      />
      {mayReview && <ReviewRunBar month={data?.month} />}
      {lines.isError ? (
        <ProblemState error={lines.error} onRetry={() => void lines.refetch()} />
      ) : (
        <div className="data-table-frame" onKeyDown={onKeyDown}>
          <DataTable
            name="card-lines"
            caption={t('lines.question')}
            columns={useLineColumns()}
            rows={data?.rows}
            rowKey={({ personId }) => personId}
            onOpen={setOpened}
            sort={list.sort}
            onSort={list.setSort}
            paging={list.pagingOf(data)}
            filters={<LineFilters list={list} month={data?.month} />}
            empty={<EmptyState title={t('lines.none')} advice={t('lines.none.advice')} onClear={list.clear} />}
          />
        </div>
      )}
      {opened && <LineDrawer line={opened} onReturn={setReturning} onClose={() => setOpened(undefined)} />}
      {returning && <ReturnDialog line={returning} onDone={() => setOpened(undefined)} onClose={() => setReturning(undefined)} />}
    </div>
  )
}

type Acts = { accept: (line: LineRow) => void; onReturn: (line: LineRow) => void }

/** A accepts and R returns the row that has the focus. */
function useReviewKeys(rows: readonly LineRow[] | undefined, { accept, onReturn }: Acts) {
  const latest = useRef(rows)
  latest.current = rows
  return (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLTableRowElement) || event.ctrlKey || event.metaKey || event.altKey) return
    const line = latest.current?.[[...(event.target.parentElement?.children ?? [])].indexOf(event.target)]
    const key = event.key.toLowerCase()
    if (line === undefined || (key !== 'a' && key !== 'r')) return
    event.preventDefault()
    event.stopPropagation()
    if (key === 'a' && line.state === 'checked' && !line.inDispute) accept(line)
    if (key === 'r' && (line.state === 'checked' || line.state === 'reviewed')) onReturn(line)
  }
}
