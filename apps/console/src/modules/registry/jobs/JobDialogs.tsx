import { App } from 'antd'
import { today } from '../../../app/clock.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { readPerson, TOUCHED_BY_FACTS } from '../persons/persons.data.ts'
import type { Job } from '../registry-types.ts'
import { changedFields } from '../versions/conflict.rules.ts'
import { CorrectionDialog } from '../versions/CorrectionDialog.tsx'
import { useShownValue } from '../versions/shown-value.ts'
import { EndFields, JobFields } from './JobFields.tsx'
import { JOB_FIELDS, openedJob, toEpisode } from './job-values.ts'
import type { JobValues } from './job-values.ts'
import { addJob, addProof, correctJob, endJob, voidJob } from './jobs.data.ts'
import { ProofFields, toProof } from './ProofFields.tsx'
import type { ProofValues } from './ProofFields.tsx'

const WIDE_PX = 760

interface JobDialogProps {
  job: Job
  onClose: () => void
}

/** Says aloud what a rule found unusual although it let the job pass. */
function useWarnings() {
  const t = useT()
  const { message } = App.useApp()
  return ({ warnings }: { warnings: readonly string[] }) => {
    if (warnings.includes('V13')) void message.warning(t('job.warning.V13'))
  }
}

export function AddJobDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useT()
  const warn = useWarnings()
  return (
    <CommandDialog<JobValues & ProofValues, { warnings: string[] }>
      title={t('job.add')}
      submit={t('job.add.submit')}
      width={WIDE_PX}
      initial={{ startOn: today(), form: '1', organised: false, insured: null, onDate: today() }}
      send={(values, commandId) => {
        const proof = toProof(values)
        return addJob({ commandId, personId, episode: toEpisode(values), evidence: proof ? [proof] : [] })
      }}
      onDone={warn}
      onClose={onClose}
      touches={TOUCHED_BY_FACTS}
    >
      <JobFields />
      <h3 className="command-part">{t('job.add.proof')}</h3>
      <ProofFields isRequired={false} />
    </CommandDialog>
  )
}

export function CorrectJobDialog({ job, onClose }: JobDialogProps) {
  const t = useT()
  const show = useShownValue()
  return (
    <CorrectionDialog<JobValues>
      title={t('job.correct.title', { employer: job.employer })}
      opened={openedJob(job)}
      readNow={async () => {
        const { episodes } = await readPerson(job.personId)
        return openedJob(episodes.find(({ id }) => id === job.id) ?? job)
      }}
      send={async ({ reason, ...values }, base, commandId) => {
        if (Object.keys(changedFields<JobValues>(base.values, values)).length === 0) return undefined
        return correctJob({
          commandId,
          id: job.id,
          version: base.version,
          reason,
          episode: toEpisode(values),
        })
      }}
      labelOf={(field) => (isJobField(field) ? t(JOB_FIELDS[field].label) : field)}
      show={(field, value) => show(isJobField(field) ? JOB_FIELDS[field] : undefined, value)}
      touches={TOUCHED_BY_FACTS}
      onClose={onClose}
      width={WIDE_PX}
    >
      <JobFields placeName={job.place ?? undefined} />
    </CorrectionDialog>
  )
}

function isJobField(field: string): field is keyof JobValues {
  return Object.hasOwn(JOB_FIELDS, field)
}

export function EndJobDialog({ job, onClose }: JobDialogProps) {
  const t = useT()
  return (
    <CommandDialog<{ endOn?: string; endReason?: string }, unknown>
      title={t('job.end.title', { employer: job.employer })}
      submit={t('job.end')}
      initial={{ endOn: today() }}
      send={({ endOn = '', endReason = '' }, commandId) =>
        endJob({ commandId, id: job.id, version: job.version, endOn, endReason })
      }
      onClose={onClose}
      touches={TOUCHED_BY_FACTS}
    >
      <p className="command-lead">{t('job.end.lead')}</p>
      <EndFields isRequired />
    </CommandDialog>
  )
}

export function VoidJobDialog({ job, onClose }: JobDialogProps) {
  const t = useT()
  return (
    <CommandDialog<{ reason: string }, unknown>
      title={t(job.voided ? 'job.restore.title' : 'job.void.title', { employer: job.employer })}
      submit={t(job.voided ? 'job.restore' : 'job.void')}
      danger={!job.voided}
      send={({ reason }, commandId) =>
        voidJob({ commandId, id: job.id, version: job.version, voided: !job.voided, reason })
      }
      onClose={onClose}
      touches={TOUCHED_BY_FACTS}
    >
      <p className="command-lead">{t(job.voided ? 'job.restore.lead' : 'job.void.lead')}</p>
      <ReasonField />
    </CommandDialog>
  )
}

export function AddProofDialog({ job, onClose }: JobDialogProps) {
  const t = useT()
  return (
    <CommandDialog<ProofValues, unknown>
      title={t('proof.add.title', { employer: job.employer })}
      submit={t('proof.add')}
      initial={{ onDate: today() }}
      send={async (values, commandId) => {
        const evidence = toProof(values)
        return evidence && addProof({ commandId, id: job.id, evidence })
      }}
      onClose={onClose}
      touches={TOUCHED_BY_FACTS}
    >
      <ProofFields isRequired />
    </CommandDialog>
  )
}
