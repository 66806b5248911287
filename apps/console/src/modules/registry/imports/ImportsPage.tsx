import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { newCommandId } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useListState } from '../../../app/use-list-state.ts'
import { formatDateTime, formatInteger, NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import type { ImportSummary } from '../registry-types.ts'
import { ImportMark } from './ImportMark.tsx'
import { makeTemplate, useImports } from './imports.data.ts'
import { LEVELS } from './LevelMark.tsx'
import { SaveFileButton } from './SaveFileButton.tsx'
import '../registry.css'
import './imports.css'

/** Which rosters came in, and what became of their rows. */
export default function ImportsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const imports = useImports(list.cursor)
  const { data } = imports
  const waiting = data?.rows.filter(({ state }) => state === 'checked' || state === 'failed').length ?? 0
  return (
    <div className="page">
      <PageHead
        question={t('imports.question')}
        answer={
          imports.isError
            ? null
            : data && t(waiting > 0 ? 'imports.answer.waiting' : 'imports.answer.none', { count: waiting })
        }
        actions={
          <>
            <SaveFileButton
              label={t('imports.template')}
              fileId={async () => (await makeTemplate({ commandId: newCommandId() })).fileId}
              fallbackName="template.xlsx"
            />
            <Button type="primary" onClick={() => void navigate(paths.importNew())}>
              {t('imports.new')}
            </Button>
          </>
        }
      />
      {imports.isError ? (
        <ProblemState error={imports.error} onRetry={() => void imports.refetch()} />
      ) : (
        <DataTable
          name="imports"
          caption={t('imports.question')}
          columns={useImportColumns()}
          rows={data?.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(paths.import(id))}
          paging={list.pagingOf(data)}
          empty={<EmptyState title={t('imports.empty')} advice={t('imports.empty.advice')} />}
        />
      )}
    </div>
  )
}

function useImportColumns(): readonly Column<ImportSummary>[] {
  const t = useT()
  return [
    {
      key: 'file',
      title: t('imports.file'),
      render: (row) => (
        <UiLink href={paths.import(row.id)} className="clipped is-wide" title={row.fileName}>
          {row.fileName}
        </UiLink>
      ),
    },
    { key: 'state', title: t('imports.state'), render: ({ state }) => <ImportMark state={state} /> },
    {
      key: 'rows',
      title: t('imports.rows'),
      align: 'number',
      width: 88,
      render: ({ counts }) => formatInteger(counts?.rows),
    },
    ...LEVELS.map((level): Column<ImportSummary> => ({
      key: level,
      title: t(`imports.level.${level}`),
      align: 'number',
      width: 80,
      render: ({ counts }) => formatInteger(counts?.[level]),
    })),
    {
      key: 'villages',
      title: t('imports.villages'),
      align: 'number',
      width: 104,
      render: ({ villages }) =>
        villages.total === 0
          ? NO_VALUE
          : `${formatInteger(villages.done)} / ${formatInteger(villages.total)}`,
    },
    {
      key: 'by',
      title: t('imports.by'),
      render: ({ createdBy }) => (
        <span className="clipped" title={createdBy}>
          {createdBy}
        </span>
      ),
    },
    { key: 'at', title: t('imports.at'), render: ({ createdAt }) => formatDateTime(createdAt) },
    {
      key: 'committedAt',
      title: t('imports.committedAt'),
      optional: true,
      render: ({ committedAt }) => formatDateTime(committedAt),
    },
  ]
}
