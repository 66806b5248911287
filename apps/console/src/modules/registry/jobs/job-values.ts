import { CHANNEL } from '@anye/codes/channel'
import { CONTRACT_KIND } from '@anye/codes/contract-kind'
import { END_REASON } from '@anye/codes/end-reason'
import { EPISODE_FORM } from '@anye/codes/episode-form'
import { GAIN_TYPE } from '@anye/codes/gain-type'
import { INDUSTRY } from '@anye/codes/industry'
import { OCCUPATION } from '@anye/codes/occupation'
import type { Job } from '../registry-types.ts'
import type { FieldName } from '../versions/field-names.ts'
import type { Opened } from '../versions/CorrectionDialog.tsx'
import type { EpisodeInput } from './jobs.data.ts'

/** A job as its form holds it: absent where nothing was said. */
export interface JobValues {
  startOn?: string | undefined
  endOn?: string | null | undefined
  endReason?: string | null | undefined
  employer?: string | undefined
  uscc?: string | null | undefined
  occupation?: string | null | undefined
  industry?: string | null | undefined
  placeCode?: string | undefined
  form?: string | undefined
  channel?: string | null | undefined
  gainType?: Job['gainType'] | undefined
  organised?: boolean | undefined
  contract?: string | null | undefined
  contractFrom?: string | null | undefined
  contractTo?: string | null | undefined
  wageMonthly?: number | null | undefined
  insured?: boolean | null | undefined
}

/** Labels and code lists of the form, shared with the comparison of two versions. */
export const JOB_FIELDS: Readonly<Record<keyof JobValues, FieldName>> = {
  startOn: { label: 'field.startOn' },
  endOn: { label: 'field.endOn' },
  endReason: { label: 'field.endReason', list: END_REASON },
  employer: { label: 'field.employer' },
  uscc: { label: 'field.uscc' },
  occupation: { label: 'field.occupation', list: OCCUPATION },
  industry: { label: 'field.industry', list: INDUSTRY },
  placeCode: { label: 'field.place' },
  form: { label: 'field.form', list: EPISODE_FORM },
  channel: { label: 'field.channel', list: CHANNEL },
  gainType: { label: 'field.gainType', list: GAIN_TYPE },
  organised: { label: 'field.organised' },
  contract: { label: 'field.contract', list: CONTRACT_KIND },
  contractFrom: { label: 'field.contractFrom' },
  contractTo: { label: 'field.contractTo' },
  wageMonthly: { label: 'field.wage' },
  insured: { label: 'field.insured' },
}

/** A job as the correction form opens it. */
export function openedJob(job: Job): Opened<JobValues> {
  return {
    version: job.version,
    values: {
      startOn: job.startOn,
      endOn: job.endOn,
      endReason: job.endReason,
      employer: job.employer,
      uscc: job.uscc,
      occupation: job.occupation,
      industry: job.industry,
      placeCode: job.placeCode ?? undefined,
      form: job.form,
      channel: job.channel,
      gainType: job.gainType,
      organised: job.organised,
      contract: job.contract,
      contractFrom: job.contractFrom,
      contractTo: job.contractTo,
      wageMonthly: job.wageMonthly,
      insured: job.insured,
    },
  }
}

const GAINS = ['1', '2', '3'] as const

/**
 * The form as the server takes it: what was left empty is null. The form itself sees to the required fields.
 */
export function toEpisode(values: JobValues): EpisodeInput {
  return {
    startOn: values.startOn ?? '',
    employer: values.employer ?? '',
    placeCode: values.placeCode ?? '',
    form: values.form ?? '',
    endOn: values.endOn ?? null,
    endReason: values.endOn ? (values.endReason ?? null) : null,
    uscc: values.uscc || null,
    occupation: values.occupation ?? null,
    industry: values.industry ?? null,
    channel: values.channel ?? null,
    gainType: GAINS.find((gain) => gain === values.gainType) ?? null,
    organised: values.organised ?? false,
    contract: values.contract ?? null,
    contractFrom: values.contractFrom ?? null,
    contractTo: values.contractTo ?? null,
    wageMonthly: values.wageMonthly ?? null,
    insured: values.insured ?? null,
  }
}
