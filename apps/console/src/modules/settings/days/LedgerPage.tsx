import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { counterNames } from 'virtual:contract'
import { useParams } from 'react-router'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Translate } from '../../../app/i18n/translate.ts'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { DivisionTrail } from '../../../ui/view/DivisionTrail.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import type { Days, Ledger, LedgerRow } from '../settings-types.ts'
import { unbalanced } from './ledger-balance.ts'
import { useLedgerColumns } from './ledger-columns.tsx'
import { LedgerFilters, overOf } from './LedgerFilters.tsx'
import type { Over } from './LedgerFilters.tsx'

/** The books of one day over a place: opening + change + correction = closing. */
export default function LedgerPage() {
  const t = useT()
  const { day = '' } = useParams()
  const list = useListState()
  const place = list.filter('place')
  const over = overOf(list.filter('over'))
  const ledger = useQuery({
    ...api.indicators.ledger.get.queryOptions({ input: { day, place } }),
    placeholderData: keepPreviousData,
  })
  const days = useQuery(api.indicators.days.list.queryOptions({ input: {} }))
  const { data } = ledger
  const columns = useLedgerColumns({
    place: data?.place.code,
    canList: useMay('indicator.list'),
    ...openable(day, days.data),
  })
  return (
    <div className="page">
      <PageHead
        question={t('ledger.question', { day })}
        trail={<LedgerTrail day={day} />}
        answer={ledger.isError ? null : data && answerOf(data, t)}
        note={t('ledger.note')}
        actions={<PrintButton />}
      />
      {ledger.isError ? (
        <ProblemState error={ledger.error} onRetry={() => void ledger.refetch()} />
      ) : (
        <DataTable
          name="ledger"
          caption={t('ledger.question', { day })}
          columns={columns}
          rows={data && linesOf(data, over)}
          rowKey={({ key }) => key}
          filters={<LedgerFilters over={over} place={place} onChange={list.setFilter} />}
          empty={<EmptyState title={t('ledger.none')} advice={t('ledger.none.advice')} />}
        />
      )}
    </div>
  )
}

function LedgerTrail({ day }: { day: string }) {
  const t = useT()
  const steps = [
    { code: 'days', name: t('nav.days'), href: paths.days() },
    { code: day, name: day },
  ]
  return <DivisionTrail label={t('user.trail')} steps={steps} />
}

function answerOf({ place, rows }: Ledger, t: Translate): string {
  const off = unbalanced(rows).length
  const count = formatInteger(rows.length)
  if (off === 0) return t('ledger.answer.balanced', { place: place.name, count })
  return t('ledger.answer.off', { place: place.name, count, off: formatInteger(off) })
}

const READING_ORDER = Object.keys(counterNames)

/** Lines of households or of people, in the order of the catalogue: base, reached, missing. */
function linesOf({ rows }: Ledger, over: Over): readonly LedgerRow[] {
  return rows
    .filter(({ key }) => counterNames[key].over === over)
    .toSorted((a, b) => READING_ORDER.indexOf(a.key) - READING_ORDER.indexOf(b.key))
}

/** The opening is the closing of the day before. */
function openable(
  day: string,
  days: Days | undefined,
): { closing: string | undefined; opening: string | undefined } {
  const known = days?.days ?? []
  const before = known.find((each) => each.day < day)
  return {
    closing: known.some((each) => each.day === day) ? day : undefined,
    opening: before?.day,
  }
}
