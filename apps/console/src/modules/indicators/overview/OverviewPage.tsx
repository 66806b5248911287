import { INDICATORS, RANK_BASE_MIN } from '@anye/contract/indicators/catalogue'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../../app/api.ts'
import { useDataTime } from '../../../app/data-time.tsx'
import { LinkedSentence } from '../../../app/i18n/LinkedSentence.tsx'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay, useSession } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { DivisionTrail } from '../../../ui/view/DivisionTrail.tsx'
import { PageHead, Panel } from '../../../ui/view/PageHead.tsx'
import { FullScreenButton, PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { DayPicker } from '../DayPicker.tsx'
import { Freshness } from '../Freshness.tsx'
import type { Overview } from '../indicator-types.ts'
import { trailOf } from '../place-trail.ts'
import { ZeroTable } from '../zero/ZeroTable.tsx'
import { answerOf } from './answer.ts'
import { OverviewFigures } from './OverviewFigures.tsx'
import { RankingTable } from './RankingTable.tsx'
import { UncoveredPanel } from './UncoveredPanel.tsx'
import { UnitMap } from './UnitMap.tsx'
import './overview.css'

/** A wall chart reads its figures again although nothing was said to have moved: the day may have ended. */
const WALL_MS = 5 * 60_000

/** The wall chart of a place: how far, where behind, whom to call first. */
export default function OverviewPage() {
  const t = useT()
  const nameOf = useName()
  const sheet = useRef<HTMLDivElement>(null)
  const { area } = useParams()
  const { scope } = useSession()
  const canList = useMay('indicator.list')
  const list = useListState()
  const day = list.filter('day')
  const overview = useQuery(api.indicators.overview.get.queryOptions({ input: { place: area, day }, refetchInterval: WALL_MS }))
  const { data } = overview
  useDataTime(data?.fresh.computedAt)
  return (
    <div className="page overview" ref={sheet}>
      <PageHead
        question={t('overview.question')}
        answer={overview.isError ? null : data && (
          <LinkedSentence sentence={answerOf(data, { nameOfA: nameOf(INDICATORS.A), canList, t })} />
        )}
        note={data && <Freshness fresh={data.fresh} />}
        trail={data && (
          <DivisionTrail label={t('overview.trail')} steps={trailOf({ ...data, top: scope?.code, hrefOf: (code) => paths.overview(code, { day }) })} />
        )}
        actions={
          <>
            <WallLabel />
            <DayPicker value={day} onChange={(next) => list.setFilter('day', next)} />
            <PrintButton />
            <FullScreenButton target={sheet} />
          </>
        }
      />
      {overview.isError && <ProblemState error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.isPending && <><BlockSkeleton height={104} /><BlockSkeleton height={440} /></>}
      {data && (data.fresh.computedAt === null ? <NothingYet /> : <OverviewBody overview={data} />)}
    </div>
  )
}

/** On full screen the header is gone: made-up people keep their label. */
function WallLabel() {
  const t = useT()
  return useSession().synthetic && <span className="synthetic-label wall-only">{t('app.synthetic')}</span>
}

/** The day that links carry on; undefined while the figures are live. */
function dayOf({ fresh }: Overview): string | undefined {
  return fresh.live ? undefined : fresh.day
}

/** Before the first import: zeros would read as bad news, so the page says what to do instead. */
function NothingYet() {
  const t = useT()
  const mayImport = useMay('roster.import')
  return (
    <EmptyState
      title={t('overview.empty')}
      advice={
        <>
          {t('overview.empty.advice')}{' '}
          {mayImport && <UiLink href={paths.importNew()}>{t('overview.empty.action')}</UiLink>}
        </>
      }
    />
  )
}

function OverviewBody({ overview }: { overview: Overview }) {
  const t = useT()
  const navigate = useNavigate()
  const canList = useMay('indicator.list')
  const day = dayOf(overview)
  const open = (code: string) => void navigate(paths.overview(code, { day }))
  const hasMap = overview.children.some(({ place }) => place.level === 'unit')
  return (
    <>
      <OverviewFigures overview={overview} canList={canList} />
      <div className={hasMap ? 'overview-columns has-map' : 'overview-columns'}>
        {hasMap && <UnitMap rows={overview.children} onOpen={open} />}
        <div className="overview-column">
          {overview.children.length > 0 && (
            <Panel title={t('overview.ranking')} note={t('overview.ranking.note', { min: RANK_BASE_MIN })}>
              <RankingTable
                rows={overview.children}
                canList={canList}
                day={day}
                onOpen={({ place }) => open(place.code)}
              />
            </Panel>
          )}
          {hasMap && canList && <ZeroPanel overview={overview} />}
          {overview.place.level === 'village' && canList && <UncoveredPanel place={overview.place.code} day={day} />}
        </div>
        {!hasMap && canList && <ZeroPanel overview={overview} narrow />}
      </div>
    </>
  )
}

function ZeroPanel({ overview, narrow = false }: { overview: Overview; narrow?: boolean }) {
  const t = useT()
  const navigate = useNavigate()
  const { open, overdue, first } = overview.zero
  const day = dayOf(overview)
  const place = overview.place.code
  // A day that was never closed kept no list with a clock; its figure opens to the list worked out from facts.
  const href = overdue === null ? paths.members('hh.zero', { place, day }) : paths.zeroHouseholds({ place, day })
  return (
    <Panel
      className="overview-first"
      title={t('zero.title')}
      note={overdue === null ? t('zero.tally.sums', { open: formatInteger(open) }) : t('zero.tally', { open: formatInteger(open), overdue: formatInteger(overdue) })}
      actions={<UiLink href={href}>{t('zero.all')}</UiLink>}
    >
      {overdue !== null && (
        <ZeroTable
          name="overview-zero"
          narrow={narrow}
          rows={first}
          onOpen={({ householdId }) => void navigate(paths.household(householdId))}
        />
      )}
    </Panel>
  )
}
