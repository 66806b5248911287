import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { api } from '../../../app/api.ts'
import { DateField } from '../../../app/command/DateField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Translate } from '../../../app/i18n/translate.ts'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay, useSession } from '../../../app/session.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { GridsPanel } from '../grids/GridsPanel.tsx'
import { BodiesPanel } from '../posts/BodiesPanel.tsx'
import type { Body } from '../organization-types.ts'
import { DivisionField } from './DivisionField.tsx'
import { DivisionPanel } from './DivisionPanel.tsx'
import { DivisionTree } from './DivisionTree.tsx'
import { placeOfScope } from './place-path.ts'
import './organization.css'

const VILLAGE = /^\d{12}$/
const GB_CODE = /^\d+$/

/** The tree at the left; at the right who answers for the chosen place, and what the place is and was. */
export default function OrganizationPage() {
  const t = useT()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const { scope } = useSession()
  const place = placeOfScope(useParams()['place'] ?? scope?.code)
  const on = search.get('on') ?? undefined
  const open = (code: string) => void navigate(paths.organization(code, { on }))
  return (
    <div className="page organization">
      <aside className="organization-side screen-only">
        <DivisionField value={undefined} onChange={(code) => code && open(code)} {...(on ? { on } : {})} />
        <label className="organization-day">
          <span className="quiet">{t('organization.on')}</span>
          <DateField
            value={on ?? null}
            allowClear
            onChange={(day) => setSearch(day ? { on: day } : {}, { replace: true })}
          />
        </label>
        <div className="organization-tree">
          <DivisionTree place={place} on={on} onOpen={open} />
        </div>
      </aside>
      <Place key={`${place} ${on ?? ''}`} place={place} on={on} />
    </div>
  )
}

function Place({ place, on }: { place: string; on: string | undefined }) {
  const mayReadPosts = useMay('post.read')
  const isDivision = GB_CODE.test(place)
  const history = useQuery({
    ...api.organization.getDivision.queryOptions({ input: { code: place } }),
    enabled: isDivision,
  })
  const units = useQuery(api.organization.listUnits.queryOptions({ input: { on } }))
  const bodies = useQuery({
    ...api.organization.listBodies.queryOptions({ input: { place, on } }),
    enabled: mayReadPosts,
  })
  const name = history.data?.versions[0]?.name ?? units.data?.find(({ code }) => code === place)?.name
  return (
    <div className="organization-place">
      <PlaceHead name={name ?? place} bodies={bodies.isError ? null : bodies.data} on={on} />
      {history.isError && <ProblemState error={history.error} onRetry={() => void history.refetch()} />}
      {bodies.isError && <ProblemState error={bodies.error} onRetry={() => void bodies.refetch()} />}
      {mayReadPosts && bodies.isPending && <BlockSkeleton height={200} />}
      {bodies.data && units.data && <BodiesPanel bodies={bodies.data} units={units.data} isToday={!on} />}
      {mayReadPosts && VILLAGE.test(place) && units.data && (
        <GridsPanel village={place} units={units.data} on={on} />
      )}
      {history.data && <DivisionPanel history={history.data} />}
    </div>
  )
}

interface PlaceHeadProps {
  name: string
  /** Undefined while they are read, null when they could not be. */
  bodies: readonly Body[] | undefined | null
  on: string | undefined
}

function PlaceHead({ name, bodies, on }: PlaceHeadProps) {
  const t = useT()
  const mayReadPosts = useMay('post.read')
  return (
    <PageHead
      question={t('organization.question', { name })}
      answer={mayReadPosts ? bodies && answerOf(bodies, t) : null}
      note={on && t('organization.asOf', { day: on })}
      actions={
        <>
          {mayReadPosts && (
            <UiLink className="page-link" href={paths.gaps()}>
              {t('gaps.link')}
            </UiLink>
          )}
          <PrintButton />
        </>
      }
    />
  )
}

function answerOf(bodies: readonly Body[], t: Translate): string {
  const posts = bodies.flatMap((body) => body.posts)
  if (posts.length === 0) return t('organization.answer.none')
  const held = posts.filter(({ holder }) => holder !== null).length
  const gaps = posts.filter(({ holder, required }) => required && holder === null).length
  return t('organization.answer', { held: formatInteger(held), gaps: formatInteger(gaps) })
}
