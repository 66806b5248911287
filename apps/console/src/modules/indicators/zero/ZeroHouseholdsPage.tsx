import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useDataTime } from '../../../app/data-time.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useSession } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger, NO_VALUE } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { DivisionTrail } from '../../../ui/view/DivisionTrail.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { Freshness } from '../Freshness.tsx'
import { trailOf } from '../place-trail.ts'
import type { Answers } from '../../../app/api.ts'
import { CaseActions } from './CaseActions.tsx'
import { CASE_STAGES } from './cases.data.ts'
import { CaseTable } from './CaseTable.tsx'
import { useZeroColumns } from './ZeroTable.tsx'

type List = ReturnType<typeof useListState>
type Row = Answers['indicators']['zero']['list']['rows'][number]

/** The zero-employment list of a place, in the order to call them. */
export default function ZeroHouseholdsPage() {
  const t = useT()
  const list = useListState()
  const { scope } = useSession()
  const place = list.filter('place')
  const day = list.filter('day')
  const tree = list.filter('tree') === 'gb' ? 'gb' : 'unit'
  const where = useQuery(api.indicators.overview.get.queryOptions({ input: { place, tree, day } }))
  useDataTime(where.data?.fresh.computedAt)
  const stage = CASE_STAGES.find((each) => each === list.filter('stage'))
  return (
    <div className="page">
      <PageHead
        question={t('zero.question')}
        note={where.data && <Freshness fresh={where.data.fresh} />}
        trail={where.data && (
          <DivisionTrail
            label={t('overview.trail')}
            steps={trailOf({ ...where.data, top: scope?.code, hrefOf: (code) => paths.zeroHouseholds({ place: code, tree, day }) })}
          />
        )}
        answer={where.isError ? null : where.data && t(day ? 'zero.answer.day' : 'zero.answer', {
          day: day ?? '',
          place: where.data.place.name,
          count: formatInteger(where.data.zero.open),
        })}
        actions={<PrintButton />}
      />
      {stage && !day ? (
        <CaseTable list={list} stage={stage} filters={<StageFilter list={list} />} />
      ) : (
        <ZeroList list={list} tree={tree} total={where.data?.zero.open ?? null} />
      )}
    </div>
  )
}

function ZeroList({ list, tree, total }: { list: List; tree: 'unit' | 'gb'; total: number | null }) {
  const t = useT()
  const navigate = useNavigate()
  const day = list.filter('day')
  const input = { place: list.filter('place'), tree, day, cursor: list.cursor }
  const zero = useQuery(api.indicators.zero.list.queryOptions({ input }))
  const columns = useListColumns(day !== undefined)
  if (zero.isError) return <ProblemState error={zero.error} onRetry={() => void zero.refetch()} />
  return (
    <DataTable
      name="zero-households"
      caption={t('zero.question')}
      columns={columns}
      rows={zero.data?.rows}
      rowKey={({ householdId }) => householdId}
      onOpen={({ householdId }) => void navigate(paths.household(householdId))}
      paging={list.pagingOf(zero.data && { ...zero.data, total })}
      filters={day ? undefined : <StageFilter list={list} />}
      empty={<EmptyState title={t('zero.none')} advice={t('zero.none.advice')} />}
    />
  )
}

/** Those who have nobody in work, and those on their way to be closed. */
function StageFilter({ list }: { list: List }) {
  const t = useT()
  return (
    <Segmented
      size="small"
      value={list.filter('stage') ?? 'list'}
      onChange={(stage) => list.setFilter('stage', stage === 'list' ? undefined : stage)}
      options={(['list', ...CASE_STAGES] as const).map((value) => ({ value, label: t(`case.stage.${value}`) }))}
    />
  )
}

/** The columns of the list with who answers for the household; the books of a day name its contact. */
function useListColumns(isPast: boolean): readonly Column<Row>[] {
  const t = useT()
  const columns = useZeroColumns()
  if (isPast) return columns
  return [
    ...columns.filter(({ key }) => key !== 'contact'),
    {
      key: 'owner',
      title: t('case.owner'),
      render: ({ case: found, contactName }) => found?.ownerName ?? contactName ?? <span className="quiet">{t('zero.contact.none')}</span>,
    },
    {
      key: 'actions',
      title: t('exports.actions'),
      required: true,
      render: (row) =>
        row.case ? (
          <CaseActions handle={{ ...row, ...row.case, placed: false, proposedById: null }} />
        ) : (
          NO_VALUE
        ),
    },
  ]
}
