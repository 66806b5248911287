import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import type { useListState } from '../../../app/use-list-state.ts'
import { NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { CaseActions } from './CaseActions.tsx'
import { CaseMark } from './CaseMark.tsx'
import { useCases } from './cases.data.ts'
import type { CaseStage, ZeroCase } from './cases.data.ts'

interface CaseTableProps {
  list: ReturnType<typeof useListState>
  stage: CaseStage
  filters: ReactNode
}

/** Cases that wait for the village's word, for the township's, or are closed. */
export function CaseTable({ list, stage, filters }: CaseTableProps) {
  const t = useT()
  const navigate = useNavigate()
  const cases = useCases({ place: list.filter('place'), stage, cursor: list.cursor }, true)
  const columns = useCaseColumns(stage)
  if (cases.isError) return <ProblemState error={cases.error} onRetry={() => void cases.refetch()} />
  return (
    <DataTable
      name="zero-cases"
      caption={t(`case.stage.${stage}`)}
      columns={columns}
      rows={cases.data?.rows}
      rowKey={({ householdId }) => householdId}
      onOpen={({ householdId }) => void navigate(paths.household(householdId))}
      paging={list.pagingOf(cases.data)}
      filters={filters}
      empty={<EmptyState title={t(`case.none.${stage}`)} advice={t('case.none.advice')} />}
    />
  )
}

function useCaseColumns(stage: CaseStage): readonly Column<ZeroCase>[] {
  const t = useT()
  const closed: Column<ZeroCase> = { key: 'closedOn', title: t('case.closedOn'), render: ({ closedOn }) => closedOn ?? NO_VALUE }
  const due: Column<ZeroCase> = { key: 'due', title: t('zero.due'), render: ({ dueOn }) => dueOn }
  return [
    {
      key: 'head',
      title: t('zero.head'),
      render: ({ householdId, headName }) => <UiLink href={paths.household(householdId)}>{headName}</UiLink>,
    },
    { key: 'state', title: t('case.state'), render: (row) => <CaseMark {...row} /> },
    { key: 'place', title: t('zero.place'), render: ({ place, groupName }) => [place, groupName].filter(Boolean).join(' ') },
    { key: 'since', title: t('zero.since'), render: ({ since }) => since },
    stage === 'closed' ? closed : due,
    { key: 'owner', title: t('case.owner'), render: ({ ownerName }) => ownerName ?? NO_VALUE },
    {
      key: 'proposed',
      title: t('case.proposed'),
      render: ({ proposedBy, proposedOn }) => [proposedBy, proposedOn].filter(Boolean).join(' · ') || NO_VALUE,
    },
    {
      key: 'actions',
      title: t('exports.actions'),
      required: true,
      render: (row) => <CaseActions handle={row} />,
    },
  ]
}
