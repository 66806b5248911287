import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { DivisionTrail } from '../../../ui/view/DivisionTrail.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { DivisionField } from '../divisions/DivisionField.tsx'
import type { Gap } from '../organization-types.ts'
import { AppointDialog } from './AppointDialog.tsx'
import '../divisions/organization.css'

/** Required posts that nobody holds, in the viewer's own area; each can be filled where it stands. */
export default function GapsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const [appointing, setAppointing] = useState<Gap>()
  const under = list.filter('under')
  const gaps = useQuery({
    ...api.organization.listGaps.queryOptions({ input: { under, cursor: list.cursor } }),
    placeholderData: keepPreviousData,
  })
  const columns = useGapColumns(useMay('post.appoint') ? setAppointing : undefined)
  return (
    <div className="page">
      <PageHead
        question={t('gaps.question')}
        trail={<GapsTrail />}
        answer={
          gaps.isError ? null : gaps.data && t('gaps.answer', { count: formatInteger(gaps.data.total) })
        }
        note={t('gaps.note')}
        actions={<PrintButton />}
      />
      {gaps.isError ? (
        <ProblemState error={gaps.error} onRetry={() => void gaps.refetch()} />
      ) : (
        <DataTable
          name="post-gaps"
          caption={t('gaps.question')}
          columns={columns}
          rows={gaps.data?.rows}
          rowKey={({ postId }) => postId}
          onOpen={({ place }) => void navigate(paths.organization(place))}
          paging={list.pagingOf(gaps.data)}
          filters={<GapsFilter under={under} onChange={(code) => list.setFilter('under', code)} />}
          empty={<NoGaps onClear={under ? list.clear : undefined} />}
        />
      )}
      {appointing && (
        <AppointDialog
          post={{ id: appointing.postId, title: `${appointing.bodyName} ${appointing.title}` }}
          onClose={() => setAppointing(undefined)}
        />
      )}
    </div>
  )
}

function GapsTrail() {
  const t = useT()
  const steps = [
    { code: 'organization', name: t('nav.organization'), href: paths.organization() },
    { code: 'gaps', name: t('gaps.link') },
  ]
  return <DivisionTrail label={t('user.trail')} steps={steps} />
}

interface GapsFilterProps {
  under: string | undefined
  onChange: (code: string | undefined) => void
}

function GapsFilter({ under, onChange }: GapsFilterProps) {
  return <DivisionField className="division-filter" value={under} allowClear onChange={onChange} />
}

function NoGaps({ onClear }: { onClear: (() => void) | undefined }) {
  const t = useT()
  const clear = onClear ? { onClear } : {}
  return <EmptyState title={t('gaps.none')} advice={t('gaps.none.advice')} {...clear} />
}

function useGapColumns(onAppoint: ((gap: Gap) => void) | undefined): readonly Column<Gap>[] {
  const t = useT()
  const columns: readonly Column<Gap>[] = [
    { key: 'title', title: t('post.title'), render: ({ title }) => title },
    {
      key: 'body',
      title: t('gaps.body'),
      render: ({ bodyName, place }) => <UiLink href={paths.organization(place)}>{bodyName}</UiLink>,
    },
    { key: 'path', title: t('gaps.path'), render: ({ path }) => path },
    {
      key: 'since',
      title: t('gaps.since'),
      render: ({ vacantSince }) => vacantSince ?? <span className="quiet">{t('gaps.never')}</span>,
    },
  ]
  if (!onAppoint) return columns
  return [
    ...columns,
    {
      key: 'act',
      title: '',
      align: 'number',
      width: 96,
      render: (gap) => (
        <ActionButton size="small" type="link" onClick={() => onAppoint(gap)}>
          {t('post.appoint')}
        </ActionButton>
      ),
    },
  ]
}
