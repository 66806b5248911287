import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Translate } from '../../../app/i18n/translate.ts'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { formatDateTime, formatInteger } from '../../../ui/format.ts'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import type { Day, Days } from '../settings-types.ts'
import { DayActions } from './DayActions.tsx'

/** The days whose books are closed; the office closes today's and freezes the base of the month here. */
export default function DaysPage() {
  const t = useT()
  const navigate = useNavigate()
  const days = useQuery(api.indicators.days.list.queryOptions({ input: {} }))
  const { data } = days
  const columns = useDayColumns()
  return (
    <div className="page">
      <PageHead
        question={t('days.question')}
        answer={days.isError ? null : data && answerOf(data, t)}
        note={t('days.note')}
        actions={
          <>
            {data && <DayActions days={data} />}
            <PrintButton />
          </>
        }
      />
      {days.isError ? (
        <ProblemState error={days.error} onRetry={() => void days.refetch()} />
      ) : (
        <DataTable
          name="days"
          caption={t('days.question')}
          columns={columns}
          rows={data?.days}
          rowKey={({ day }) => day}
          onOpen={({ day }) => void navigate(paths.day(day))}
          empty={<EmptyState title={t('days.none')} advice={t('days.none.advice')} />}
        />
      )}
    </div>
  )
}

function answerOf({ days, todayClosed, cutOff }: Days, t: Translate): string {
  if (days.length === 0) return t('days.answer.none', { time: cutOff })
  return t(todayClosed ? 'days.answer.closed' : 'days.answer.open', {
    count: formatInteger(days.length),
    time: cutOff,
  })
}

function useDayColumns(): readonly Column<Day>[] {
  const t = useT()
  return [
    {
      key: 'day',
      title: t('days.day'),
      width: 160,
      render: ({ day }) => <UiLink href={paths.day(day)}>{day}</UiLink>,
    },
    {
      key: 'state',
      title: t('days.state'),
      width: 200,
      render: ({ state }) => (
        <StateMark state={state === 'closed' ? 'on_plan' : 'no_data'} word={t(`days.state.${state}`)} />
      ),
    },
    { key: 'closedAt', title: t('days.closedAt'), render: ({ closedAt }) => formatDateTime(closedAt) },
  ]
}
