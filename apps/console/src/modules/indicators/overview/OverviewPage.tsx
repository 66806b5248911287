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
import { formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { DivisionTrail } from '../../../ui/view/DivisionTrail.tsx'
import { PageHead, Panel } from '../../../ui/view/PageHead.tsx'
import { FullScreenButton, PrintButton } from '../../../ui/view/ViewButtons.tsx'
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

/** The wall chart of a place: how far, where behind, whom to call first. */
export default function OverviewPage() {
  const t = useT()
  const nameOf = useName()
  const sheet = useRef<HTMLDivElement>(null)
  const { area } = useParams()
  const { scope } = useSession()
  const canList = useMay('indicator.list')
  const overview = useQuery(api.indicators.overview.get.queryOptions({ input: area ? { place: area } : {} }))
  const { data } = overview
  useDataTime(data?.fresh.computedAt)
  return (
    <div className="page overview" ref={sheet}>
      <PageHead
        question={t('overview.question')}
        answer={overview.isError ? null : data && (
          <LinkedSentence sentence={answerOf(data, { nameOfA: nameOf(INDICATORS.A), canList })} />
        )}
        note={data && <Freshness fresh={data.fresh} />}
        trail={data && (
          <DivisionTrail label={t('overview.trail')} steps={trailOf({ ...data, top: scope?.code, hrefOf: paths.overview })} />
        )}
        actions={<><WallLabel /><PrintButton /><FullScreenButton target={sheet} /></>}
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
  const open = (code: string) => void navigate(paths.overview(code))
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
                onOpen={({ place }) => open(place.code)}
              />
            </Panel>
          )}
          {hasMap && canList && <ZeroPanel overview={overview} />}
          {overview.place.level === 'village' && canList && <UncoveredPanel place={overview.place.code} />}
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
  return (
    <Panel
      className="overview-first"
      title={t('zero.title')}
      note={t('zero.tally', { open: formatInteger(open), overdue: formatInteger(overdue) })}
      actions={<UiLink href={paths.zeroHouseholds({ place: overview.place.code })}>{t('zero.all')}</UiLink>}
    >
      <ZeroTable
        name="overview-zero"
        narrow={narrow}
        rows={first}
        onOpen={({ householdId }) => void navigate(paths.household(householdId))}
      />
    </Panel>
  )
}
