import { useQuery } from '@tanstack/react-query'
import { counterNames } from 'virtual:contract'
import { useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useDataTime } from '../../../app/data-time.tsx'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { NotFound, ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useSession } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { DivisionTrail } from '../../../ui/view/DivisionTrail.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { Freshness } from '../Freshness.tsx'
import { trailOf } from '../place-trail.ts'
import { useMemberColumns } from './member-columns.tsx'

type CounterKey = keyof typeof counterNames

function isCounter(key: string | undefined): key is CounterKey {
  return key !== undefined && Object.hasOwn(counterNames, key)
}

/** The households or persons behind one figure: the same filter makes the number and this list. */
export default function MembersPage() {
  const counter = useListState().filter('counter')
  return isCounter(counter) ? <Members key={counter} counter={counter} /> : <NotFound />
}

function Members({ counter }: { counter: CounterKey }) {
  const t = useT()
  const nameOf = useName()
  const navigate = useNavigate()
  const list = useListState()
  const { scope } = useSession()
  const [place, day] = [list.filter('place'), list.filter('day')]
  const tree = list.filter('tree') === 'gb' ? 'gb' : 'unit'
  const where = useQuery(api.indicators.overview.get.queryOptions({ input: { place, tree, day } }))
  const members = useQuery(
    api.indicators.members.list.queryOptions({
      input: { counter, place, tree, day, cursor: list.cursor },
    }),
  )
  const { data } = members
  const { over } = counterNames[counter]
  const unit = t(over === 'household' ? 'unit.household' : 'unit.person')
  useDataTime(where.data?.fresh.computedAt)
  return (
    <div className="page">
      <PageHead
        question={t('members.question')}
        answer={members.isError ? null : data && t(day ? 'members.answer.day' : 'members.answer', {
          day: day ?? '',
          place: data.place.name,
          name: nameOf(counterNames[counter]),
          total: `${formatInteger(data.total)} ${unit}`,
        })}
        note={where.data && <Freshness fresh={where.data.fresh} />}
        trail={where.data && (
          <DivisionTrail
            label={t('overview.trail')}
            steps={trailOf({ ...where.data, top: scope?.code, hrefOf: (code) => paths.members(counter, { place: code, day }) })}
          />
        )}
        actions={<PrintButton />}
      />
      {members.isError ? (
        <ProblemState error={members.error} onRetry={() => void members.refetch()} />
      ) : (
        <DataTable
          name={`members-${over}`}
          caption={nameOf(counterNames[counter])}
          columns={useMemberColumns(over)}
          rows={data?.rows}
          rowKey={({ householdId, personId }) => personId ?? householdId}
          onOpen={({ householdId, personId }) =>
            void navigate(personId ? paths.person(personId) : paths.household(householdId))
          }
          paging={list.pagingOf(data)}
        />
      )}
    </div>
  )
}
