import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useDataTime } from '../../../app/data-time.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useSession } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { DivisionTrail } from '../../../ui/view/DivisionTrail.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { Freshness } from '../Freshness.tsx'
import { trailOf } from '../place-trail.ts'
import { useZeroColumns } from './ZeroTable.tsx'

/** The zero-employment list of a place, fewest days left first. */
export default function ZeroHouseholdsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const { scope } = useSession()
  const place = list.filter('place')
  const day = list.filter('day')
  const tree = list.filter('tree') === 'gb' ? 'gb' : 'unit'
  const zero = useQuery(api.indicators.zero.list.queryOptions({ input: { place, tree, day, cursor: list.cursor } }))
  const where = useQuery(api.indicators.overview.get.queryOptions({ input: { place, tree, day } }))
  useDataTime(where.data?.fresh.computedAt)
  const page = zero.data && { ...zero.data, total: where.data?.zero.open ?? null }
  return (
    <div className="page">
      <PageHead
        question={t('zero.question')}
        note={where.data && <Freshness fresh={where.data.fresh} />}
        trail={where.data && (
          <DivisionTrail
            label={t('overview.trail')}
            steps={trailOf({ ...where.data, top: scope?.code, hrefOf: (code) => paths.zeroHouseholds({ place: code, day }) })}
          />
        )}
        answer={where.isError ? null : where.data && t(day ? 'zero.answer.day' : 'zero.answer', {
          day: day ?? '',
          place: where.data.place.name,
          count: formatInteger(where.data.zero.open),
        })}
        actions={<PrintButton />}
      />
      {zero.isError ? (
        <ProblemState error={zero.error} onRetry={() => void zero.refetch()} />
      ) : (
        <DataTable
          name="zero-households"
          caption={t('zero.question')}
          columns={useZeroColumns()}
          rows={zero.data?.rows}
          rowKey={({ householdId }) => householdId}
          onOpen={({ householdId }) => void navigate(paths.household(householdId))}
          paging={list.pagingOf(page)}
          empty={<EmptyState title={t('zero.none')} advice={t('zero.none.advice')} />}
        />
      )}
    </div>
  )
}
