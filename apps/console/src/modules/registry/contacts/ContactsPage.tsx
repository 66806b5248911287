import { useNavigate } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay, useSession } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead, Panel } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { ExportButton } from '../exports/ExportButton.tsx'
import { ExportsLink } from '../exports/ExportsLink.tsx'
import { ChoiceFilter, ClearFilters, SearchFilter } from '../list-filters.tsx'
import { PlaceFilter } from '../places/PlaceFilter.tsx'
import { AssignActions } from './AssignActions.tsx'
import { useContactColumns } from './contact-columns.tsx'
import { ContactCounts, gapsOf } from './ContactCounts.tsx'
import { contactFilterOf, GAP_CHOICES, useContactCounts, useContacts } from './contacts.data.ts'
import { useChosenHouseholds } from './use-chosen-households.ts'
import '../registry.css'

/** Which households have nobody who looks after them, where they are, and who shall (S77). */
export default function ContactsPage() {
  const t = useT()
  const list = useListState()
  const { scope } = useSession()
  const place = list.filter('place') ?? scope?.code
  const counts = useContactCounts(place)
  return (
    <div className="page">
      <PageHead
        question={t('contacts.question')}
        answer={counts.isError ? null : <Answer rows={counts.data?.rows} isWhole={list.filter('place') === undefined} />}
        note={t('contacts.note')}
        actions={
          <>
            <ExportsLink />
            <PrintButton />
          </>
        }
      />
      {counts.isError ? (
        <ProblemState error={counts.error} onRetry={() => void counts.refetch()} />
      ) : (
        <Panel title={t('contacts.counts')} className="contact-counts">
          <ContactCounts place={place ?? ''} rows={counts.data?.rows} />
        </Panel>
      )}
      <ContactList place={place} list={list} />
    </div>
  )
}

type CountRows = NonNullable<ReturnType<typeof useContactCounts>['data']>['rows']

function Answer({ rows, isWhole }: { rows: CountRows | undefined; isWhole: boolean }) {
  const t = useT()
  const { scope } = useSession()
  if (rows === undefined) return <span className="page-answer-wait" />
  const gaps = rows.reduce((sum, row) => sum + gapsOf(row), 0)
  const households = rows.reduce((sum, row) => sum + row.households, 0)
  const words = { place: isWhole ? (scope?.name ?? '') : '', households: formatInteger(households), gaps: formatInteger(gaps) }
  return t(gaps === 0 ? 'contacts.answer.none' : 'contacts.answer', words)
}

function ContactList({ place, list }: { place: string | undefined; list: ReturnType<typeof useListState> }) {
  const t = useT()
  const navigate = useNavigate()
  const { choice, filter } = contactFilterOf(list, place)
  const contacts = useContacts(filter, list.cursor)
  const chosen = useChosenHouseholds()
  const mayAssign = useMay('contact.assign')
  const columns = useContactColumns(mayAssign ? chosen : undefined)
  const { data } = contacts
  if (contacts.isError) return <ProblemState error={contacts.error} onRetry={() => void contacts.refetch()} />
  const exported = {
    what: 'households' as const,
    filter: {
      place, group: filter.group, contactName: filter.contact,
      contact: choice === 'all' ? undefined : choice === 'any' ? ('gap' as const) : choice,
    },
  }
  return (
    <DataTable
      name="contacts"
      caption={t('contacts.list')}
      columns={columns}
      rows={data?.rows}
      rowKey={({ householdId }) => householdId}
      onOpen={({ householdId }) => void navigate(paths.household(householdId))}
      paging={list.pagingOf(data)}
      filters={<ContactFilters list={list} />}
      actions={
        <>
          {mayAssign && <AssignActions filter={filter} total={data?.total} chosen={chosen} />}
          <ExportButton query={exported} total={data?.total} isListed={(data?.rows.length ?? 0) > 0} />
        </>
      }
      empty={
        choice === 'all' ? (
          <EmptyState title={t('contacts.empty')} onClear={list.clear} />
        ) : (
          <EmptyState title={t('contacts.empty.gaps')} advice={t('contacts.empty.gaps.advice')} />
        )
      }
    />
  )
}

function ContactFilters({ list }: { list: ReturnType<typeof useListState> }) {
  const t = useT()
  const { filter, setFilter } = list
  return (
    <>
      <PlaceFilter value={filter('place')} onChange={(value) => setFilter('place', value)} />
      <ChoiceFilter
        title={t('contacts.gap')}
        value={filter('gap') ?? 'any'}
        options={GAP_CHOICES.map((value) => ({ value, label: t(`contacts.gap.${value}`) }))}
        onChange={(value) => setFilter('gap', value)}
      />
      <SearchFilter
        value={filter('group')}
        onChange={(value) => setFilter('group', value)}
        placeholder={t('contacts.group')}
      />
      <SearchFilter
        value={filter('contact')}
        onChange={(value) => setFilter('contact', value)}
        placeholder={t('contacts.search')}
      />
      <ClearFilters list={list} />
    </>
  )
}
