import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox, Segmented } from 'antd'
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
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { DivisionField } from '../divisions/DivisionField.tsx'
import { EnlistDialog } from './EnlistDialog.tsx'
import { useWeakGroupColumns } from './weak-group-columns.tsx'
import '../divisions/organization.css'

const SORTS = ['place', 'unemployed', 'found_work', 'listed_on'] as const

/** The village groups weak in employment, with what came of the work there (S72-S75). */
export default function WeakGroupsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const [isEnlisting, setEnlisting] = useState(false)
  const mayEdit = useMay('weak_group.edit')
  const isDelisted = list.filter('delisted') === 'true'
  const common = { place: list.filter('place'), delisted: isDelisted ? 'true' : 'false' } as const
  const groups = useQuery({
    ...api.organization.weakGroups.list.queryOptions({
      input: {
        ...common,
        alert: list.filter('alert') === 'true' ? 'true' : 'false',
        sort: SORTS.find((sort) => sort === list.sort?.key) ?? 'unemployed',
        descending: list.sort?.direction === 'ascending' ? 'false' : 'true',
        cursor: list.cursor,
      },
    }),
    placeholderData: keepPreviousData,
  })
  const alerts = useQuery(api.organization.weakGroups.list.queryOptions({ input: { ...common, alert: 'true', limit: 1 } }))
  const count = formatInteger(groups.data?.total ?? null)
  return (
    <div className="page">
      <PageHead
        question={t('weakGroups.question')}
        answer={
          groups.isError
            ? null
            : groups.data &&
              (isDelisted
                ? t('weakGroups.answer.delisted', { count })
                : t('weakGroups.answer', { count, alerts: formatInteger(alerts.data?.total ?? null) }))
        }
        note={t('weakGroups.note')}
        actions={<PrintButton />}
      />
      {groups.isError ? (
        <ProblemState error={groups.error} onRetry={() => void groups.refetch()} />
      ) : (
        <DataTable
          name="weak-groups"
          caption={t('weakGroups.question')}
          columns={useWeakGroupColumns()}
          rows={groups.data?.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(paths.weakGroup(id))}
          sort={list.sort}
          onSort={list.setSort}
          paging={list.pagingOf(groups.data)}
          filters={<WeakGroupFilters list={list} />}
          actions={
            mayEdit && (
              <ActionButton size="small" onClick={() => setEnlisting(true)}>
                {t('weakGroups.enlist')}
              </ActionButton>
            )
          }
          empty={<EmptyState title={t('weakGroups.none')} advice={t('weakGroups.none.advice')} />}
        />
      )}
      {isEnlisting && <EnlistDialog onClose={() => setEnlisting(false)} />}
    </div>
  )
}

function WeakGroupFilters({ list }: { list: ReturnType<typeof useListState> }) {
  const t = useT()
  const { filter, setFilter } = list
  return (
    <>
      <Segmented
        size="small"
        value={filter('delisted') === 'true' ? 'true' : 'false'}
        onChange={(value) => setFilter('delisted', value === 'true' ? value : undefined)}
        options={[
          { value: 'false', label: t('weakGroups.listed') },
          { value: 'true', label: t('weakGroups.delisted') },
        ]}
      />
      <DivisionField
        className="division-filter"
        value={filter('place')}
        allowClear
        onChange={(code) => setFilter('place', code)}
      />
      <Checkbox
        checked={filter('alert') === 'true'}
        onChange={({ target }) => setFilter('alert', target.checked ? 'true' : undefined)}
      >
        {t('weakGroups.alert.only')}
      </Checkbox>
    </>
  )
}
