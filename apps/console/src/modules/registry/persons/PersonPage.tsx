import { useParams } from 'react-router'
import { today } from '../../../app/clock.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Translate } from '../../../app/i18n/translate.ts'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { UiLink } from '../../../ui/link.tsx'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { PageHead, Panel } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { NeedsPanel } from '../../cards/needs/NeedsPanel.tsx'
import { ExemptionsPanel } from '../exemptions/ExemptionsPanel.tsx'
import { JobsPanel } from '../jobs/JobsPanel.tsx'
import type { Job, PersonPageData } from '../registry-types.ts'
import { Timeline } from '../timeline/Timeline.tsx'
import { VersionList } from '../versions/VersionList.tsx'
import { latestProof, shortDay } from './freshness.rules.ts'
import { PersonFacts } from './PersonFacts.tsx'
import { usePerson } from './persons.data.ts'
import { TrainingPanel } from './TrainingPanel.tsx'
import { usePersonNote } from './use-person-note.ts'
import { useStrands } from './use-strands.ts'

/**
 * One person: how they stand in work, the four strands of their history, the grounds, and who changed what.
 */
export default function PersonPage() {
  const t = useT()
  const { personId = '' } = useParams()
  const person = usePerson(personId)
  if (person.isError) {
    return (
      <div className="page">
        <ProblemState error={person.error} onRetry={() => void person.refetch()} />
      </div>
    )
  }
  if (!person.data) {
    return (
      <div className="page">
        <PageHead question={t('person.question.reading')} answer={undefined} />
        <BlockSkeleton height={296} />
        <BlockSkeleton height={200} />
      </div>
    )
  }
  return <PersonSheet data={person.data} />
}

function PersonSheet({ data }: { data: PersonPageData }) {
  const t = useT()
  const now = today()
  const { person, household, episodes } = data
  const strands = useStrands(data, now)
  const isActive = person.status === 'active'
  return (
    <div className="page">
      <PageHead
        trail={
          <nav className="trail" aria-label={t('person.household')}>
            <UiLink href={paths.household(household.id)}>
              {t('person.household.of', { head: household.headName })}
            </UiLink>
          </nav>
        }
        question={t('person.question', { name: person.name })}
        answer={answerOf(data, now, t)}
        note={usePersonNote(data)}
        actions={<PrintButton />}
      />
      <Panel title={t('timeline.title')} note={t('timeline.note')}>
        <Timeline strands={strands} today={now} name={person.name} />
      </Panel>
      <JobsPanel jobs={episodes} personId={person.id} isActive={isActive} />
      <PersonFacts data={data} />
      <div className="page-halves">
        <ExemptionsPanel
          exemptions={data.exemptions}
          personId={person.id}
          isLabourer={person.work !== null}
        />
        <TrainingPanel trainings={data.trainings} />
      </div>
      <NeedsPanel
        of={{ personId: person.id }}
        villageCode={person.villageCode}
        people={[person]}
        isActive={isActive}
      />
      <VersionList versions={data.versions} />
    </div>
  )
}

/** How the person stands, with the job and the last proof when there is one. */
function answerOf({ person, episodes }: PersonPageData, now: string, t: Translate): string {
  const job = bestProved(episodes.filter(({ endOn, voided }) => endOn === null && !voided))
  const state = person.work === null ? t('work.none') : t(`work.${person.work}`)
  if (!job) return t('person.answer.noJob', { state })
  const proof = latestProof(job.evidence)
  const at = { state, employer: job.employer, place: placeBefore(job), since: shortDay(job.startOn, now) }
  if (!proof) return t('person.answer.unproved', at)
  const days = { on: shortDay(proof.onDate, now), until: shortDay(proof.freshUntil, now) }
  return t(proof.freshUntil < now ? 'person.answer.decayed' : 'person.answer.proved', { ...at, ...days })
}

/** Of several open jobs the one whose evidence counts longest: it decides how the person stands. */
function bestProved(jobs: readonly Job[]): Job | undefined {
  const until = (job: Job) => latestProof(job.evidence)?.freshUntil ?? ''
  return jobs.toSorted((x, y) => until(y).localeCompare(until(x)))[0]
}

/** Many firms carry the place in their name: said once is enough. */
function placeBefore({ place, employer }: Job): string {
  return place === null || employer.startsWith(place) ? '' : place
}
