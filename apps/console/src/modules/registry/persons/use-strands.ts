import { OCCUPATION } from '@anye/codes/occupation'
import { WORK_AREA } from '@anye/codes/work-area'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { useT } from '../../../app/i18n/locale.tsx'
import { useCodeNames } from '../code-names.ts'
import { toExemptionReason } from '../exemptions/exemption-reasons.ts'
import type { PersonPageData } from '../registry-types.ts'
import type { Strands } from '../timeline/layout.geometry.ts'
import { placeSpans, trainingSpans, wageTerms, workSpans } from '../timeline/strands.rules.ts'

/** The four strands of a person with their words; voided jobs never happened and are not drawn. */
export function useStrands(
  { episodes, exemptions, trainings, wages }: PersonPageData,
  today: CalendarDate,
): Strands {
  const t = useT()
  const { nameOf } = useCodeNames()
  const jobs = episodes.filter(({ voided }) => !voided)
  const leaves = exemptions.filter(({ state }) => state === 'approved')
  return {
    work: workSpans(
      jobs.map((job) => ({
        ...job,
        label: job.occupation ? `${job.employer} ${nameOf(OCCUPATION, job.occupation)}` : job.employer,
      })),
      leaves.map((leave) => ({
        ...leave,
        label: t('exemption.label', { reason: t(`exemption.${toExemptionReason(leave.reason)}`) }),
      })),
      today,
    ),
    places: placeSpans(
      jobs.map((job) => ({ ...job, label: placeLabel(job.place, job.area && nameOf(WORK_AREA, job.area)) })),
      today,
    ),
    trainings: trainingSpans(trainings),
    wages,
    terms: wageTerms(jobs, today),
  }
}

function placeLabel(place: string | null, area: string | null): string {
  return [place, area].filter(Boolean).join(' · ')
}
