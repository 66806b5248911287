import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatDateTime, formatInteger, NO_VALUE } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import type { ExportRow } from '../registry-types.ts'
import { ExportActions } from './ExportActions.tsx'
import { ExportMark } from './ExportMark.tsx'
import { useExports } from './exports.data.ts'
import '../registry.css'

/** Which lists left the register, for what reason, and which wait for a decision. */
export default function ExportsPage() {
  const t = useT()
  const list = useListState()
  const exports = useExports(list.cursor)
  const { data } = exports
  const waiting = data?.rows.filter(({ state, mine }) => state === 'waiting' && !mine).length ?? 0
  return (
    <div className="page">
      <PageHead
        question={t('exports.question')}
        answer={
          exports.isError
            ? null
            : data &&
              (waiting > 0 ? t('exports.answer.waiting', { count: waiting }) : t('exports.answer.none'))
        }
      />
      {exports.isError ? (
        <ProblemState error={exports.error} onRetry={() => void exports.refetch()} />
      ) : (
        <DataTable
          name="exports"
          caption={t('exports.question')}
          columns={useExportColumns()}
          rows={data?.rows}
          rowKey={({ id }) => id}
          paging={list.pagingOf(data)}
          empty={<EmptyState title={t('exports.empty')} advice={t('exports.empty.advice')} />}
        />
      )}
    </div>
  )
}

function useExportColumns(): readonly Column<ExportRow>[] {
  const t = useT()
  return [
    { key: 'what', title: t('exports.what'), render: ({ what }) => t(`exports.what.${what}`) },
    {
      key: 'rows',
      title: t('exports.rowCount'),
      align: 'number',
      width: 88,
      render: ({ rows }) => formatInteger(rows),
    },
    { key: 'state', title: t('exports.state'), render: ({ state }) => <ExportMark state={state} /> },
    {
      key: 'reason',
      title: t('command.reason'),
      render: ({ reason }) => (
        <span className="clipped is-wide" title={reason}>
          {reason}
        </span>
      ),
    },
    {
      key: 'askedBy',
      title: t('exports.askedBy'),
      render: ({ askedBy, mine }) => (mine ? t('exports.me') : askedBy),
    },
    { key: 'askedAt', title: t('exports.askedAt'), render: ({ askedAt }) => formatDateTime(askedAt) },
    { key: 'decidedBy', title: t('exports.decidedBy'), render: ({ decidedBy }) => decidedBy ?? NO_VALUE },
    { key: 'expiresAt', title: t('exports.expiresAt'), render: ({ expiresAt }) => formatDateTime(expiresAt) },
    {
      key: 'actions',
      title: t('exports.actions'),
      required: true,
      render: (row) => <ExportActions row={row} />,
    },
  ]
}
