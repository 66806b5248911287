import { useNavigate } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { flagOf } from '../exports/exports.data.ts'
import { ExportButton } from '../exports/ExportButton.tsx'
import { ExportsLink } from '../exports/ExportsLink.tsx'
import { usePersonColumns } from './person-columns.tsx'
import { PersonFilters } from './PersonFilters.tsx'
import { personFilterOf, usePersons } from './persons.data.ts'

/** Everybody of the register by name, place and how they stand. */
export default function PersonsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const persons = usePersons(list)
  const { data } = persons
  const filter = personFilterOf(list)
  const query = { what: 'persons' as const, filter: { ...filter, resettled: flagOf(filter.resettled) } }
  return (
    <div className="page">
      <PageHead
        question={t('persons.question')}
        answer={
          persons.isError
            ? null
            : data &&
              (data.total === null
                ? t('persons.answer.many')
                : t('persons.answer', { total: formatInteger(data.total) }))
        }
        note={t('registry.audited')}
        actions={
          <>
            <UiLink className="head-link" href={paths.exemptions()}>
              {t('exemption.title')}
            </UiLink>
            <ExportsLink />
            <PrintButton />
          </>
        }
      />
      {persons.isError ? (
        <ProblemState error={persons.error} onRetry={() => void persons.refetch()} />
      ) : (
        <DataTable
          name="persons"
          caption={t('persons.question')}
          columns={usePersonColumns()}
          rows={data?.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(paths.person(id))}
          sort={list.sort}
          onSort={list.setSort}
          paging={list.pagingOf(data)}
          filters={<PersonFilters list={list} />}
          actions={<ExportButton query={query} total={data?.total} isListed={(data?.rows.length ?? 0) > 0} />}
          empty={<EmptyState onClear={list.clear} />}
        />
      )}
    </div>
  )
}
