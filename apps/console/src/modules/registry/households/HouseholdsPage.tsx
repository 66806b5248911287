import { HOUSEHOLD_TYPE } from '@anye/codes/household-type'
import { useNavigate } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { useCodeNames } from '../code-names.ts'
import { ExportButton } from '../exports/ExportButton.tsx'
import { flagOf } from '../exports/exports.data.ts'
import { ExportsLink } from '../exports/ExportsLink.tsx'
import { ChoiceFilter, ClearFilters, SearchFilter } from '../list-filters.tsx'
import { PlaceFilter } from '../places/PlaceFilter.tsx'
import { useHouseholdColumns } from './household-columns.tsx'
import { CONTACT_FILTERS, COVER_FILTERS, householdFilterOf, useHouseholds } from './households.data.ts'

/** Every household of the register by head, place and how it stands. */
export default function HouseholdsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const households = useHouseholds(list)
  const { data } = households
  const filter = householdFilterOf(list)
  const query = { what: 'households' as const, filter: { ...filter, resettled: flagOf(filter.resettled) } }
  return (
    <div className="page">
      <PageHead
        question={t('households.question')}
        answer={
          households.isError
            ? null
            : data &&
              (data.total === null
                ? t('households.answer.many')
                : t('households.answer', { total: formatInteger(data.total) }))
        }
        note={t('registry.audited')}
        actions={
          <>
            <ExportsLink />
            <PrintButton />
          </>
        }
      />
      {households.isError ? (
        <ProblemState error={households.error} onRetry={() => void households.refetch()} />
      ) : (
        <DataTable
          name="households"
          caption={t('households.question')}
          columns={useHouseholdColumns()}
          rows={data?.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(paths.household(id))}
          sort={list.sort}
          onSort={list.setSort}
          paging={list.pagingOf(data)}
          filters={<HouseholdFilters list={list} />}
          actions={<ExportButton query={query} total={data?.total} isListed={(data?.rows.length ?? 0) > 0} />}
          empty={<EmptyState onClear={list.clear} />}
        />
      )}
    </div>
  )
}

function HouseholdFilters({ list }: { list: ReturnType<typeof useListState> }) {
  const t = useT()
  const { optionsOf } = useCodeNames()
  const { filter, setFilter } = list
  const covers = COVER_FILTERS.map((value) => ({ value, label: t(`cover.${value}`) }))
  const resettled = [
    { value: 'true', label: t('field.resettled.yes') },
    { value: 'false', label: t('field.resettled.no') },
  ]
  return (
    <>
      <SearchFilter
        value={filter('search')}
        onChange={(value) => setFilter('search', value)}
        placeholder={t('households.search')}
      />
      <PlaceFilter value={filter('place')} onChange={(value) => setFilter('place', value)} />
      <ChoiceFilter
        title={t('field.cover')}
        value={filter('cover')}
        options={covers}
        onChange={(value) => setFilter('cover', value)}
      />
      <ChoiceFilter
        title={t('contacts.filter')}
        value={filter('contact')}
        options={CONTACT_FILTERS.map((value) => ({
          value,
          label: t(value === 'gap' ? 'contacts.gap.any' : `contacts.gap.${value}`),
        }))}
        onChange={(value) => setFilter('contact', value)}
      />
      <ChoiceFilter
        title={t('field.type')}
        value={filter('type')}
        options={optionsOf(HOUSEHOLD_TYPE)}
        onChange={(value) => setFilter('type', value)}
      />
      <ChoiceFilter
        title={t('field.resettled')}
        value={filter('resettled')}
        options={resettled}
        onChange={(value) => setFilter('resettled', value)}
      />
      <ClearFilters list={list} />
    </>
  )
}
