import { CONTRACT_KIND } from '@anye/codes/contract-kind'
import { END_REASON } from '@anye/codes/end-reason'
import { EPISODE_FORM } from '@anye/codes/episode-form'
import { OCCUPATION } from '@anye/codes/occupation'
import { WORK_AREA } from '@anye/codes/work-area'
import { Button } from 'antd'
import { Fragment, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { formatInteger, NO_VALUE } from '../../../ui/format.ts'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { useCodeNames } from '../code-names.ts'
import { latestProof } from '../persons/freshness.rules.ts'
import type { Job } from '../registry-types.ts'
import { JobActions } from './JobActions.tsx'
import { AddJobDialog } from './JobDialogs.tsx'
import { ProofMark } from './ProofMark.tsx'
import './jobs.css'
import '../registry.css'

/** Every job with its evidence: what is claimed, on what grounds, and until when that counts. */
export function JobsPanel({
  jobs,
  personId,
  isActive,
}: {
  jobs: readonly Job[]
  personId: string
  isActive: boolean
}) {
  const t = useT()
  const mayEdit = useMay('episode.edit')
  const [isAdding, setAdding] = useState(false)
  return (
    <Panel
      title={t('jobs.title')}
      note={t('jobs.note', { count: jobs.filter(({ voided }) => !voided).length })}
      actions={
        mayEdit &&
        isActive && (
          <Button size="small" type="primary" onClick={() => setAdding(true)}>
            {t('job.add')}
          </Button>
        )
      }
    >
      {jobs.length === 0 ? (
        <p className="panel-body quiet">{t('jobs.none')}</p>
      ) : (
        <table className="plain-table jobs">
          <caption className="visually-hidden">{t('jobs.title')}</caption>
          <thead>
            <tr>
              {(['when', 'employer', 'place', 'pay', 'proof'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`jobs.${key}`)}
                </th>
              ))}
              {mayEdit && (
                <th scope="col" className="screen-only">
                  <span className="visually-hidden">{t('jobs.actions')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} actions={mayEdit && <JobActions job={job} />} />
            ))}
          </tbody>
        </table>
      )}
      {isAdding && <AddJobDialog personId={personId} onClose={() => setAdding(false)} />}
    </Panel>
  )
}

function JobRow({ job, actions }: { job: Job; actions: ReactNode }) {
  const t = useT()
  const { nameOf } = useCodeNames()
  const endWord = ({ endReason }: Job) =>
    endReason === null ? t('jobs.ended') : nameOf(END_REASON, endReason)
  return (
    <tr className={job.voided ? 'is-voided' : undefined}>
      <th scope="row">
        <FromTo job={job} />
        <span className="quiet">
          {job.voided ? t('jobs.voided') : job.endOn === null ? t('jobs.goesOn') : endWord(job)}
        </span>
      </th>
      <td className="jobs-employer">
        {job.employer}
        <span className="quiet">
          {parts(job.occupation && nameOf(OCCUPATION, job.occupation), nameOf(EPISODE_FORM, job.form))}
        </span>
      </td>
      <td className="is-short">
        {job.place ?? NO_VALUE}
        <span className="quiet">
          {parts(nameOf(WORK_AREA, job.area), job.organised && t('field.organised'))}
        </span>
      </td>
      <td>
        {job.wageMonthly === null ? NO_VALUE : `${formatInteger(job.wageMonthly)} ${t('unit.yuanMonth')}`}
        <span className="quiet">
          {parts(
            job.contract && nameOf(CONTRACT_KIND, job.contract),
            job.contractTo && t('jobs.contractTo', { day: job.contractTo }),
            job.insured && t('field.insured'),
          )}
        </span>
      </td>
      <td>
        <Proofs job={job} />
      </td>
      {actions && <td className="screen-only">{actions}</td>}
    </tr>
  )
}

/** A beginning known only by month or year is not given a day. */
function FromTo({ job: { startOn, startPrecision, endOn } }: { job: Job }) {
  const start =
    startPrecision === 'year'
      ? startOn.slice(0, 4)
      : startPrecision === 'month'
        ? startOn.slice(0, 7)
        : startOn
  return (
    <>
      <span className="unbroken">{start} –</span> <span className="unbroken">{endOn}</span>
    </>
  )
}

/** Words one after another; a line breaks between them, never inside a date. */
function parts(...words: readonly (string | false | null)[]): ReactNode {
  const said = words.filter((word) => word && word !== NO_VALUE)
  return said.map((word, index) => (
    <Fragment key={index}>
      {index > 0 && ' · '}
      <span className="unbroken">{word}</span>
    </Fragment>
  ))
}

/** The proof that counts longest; the others on demand. A job that ended needs none. */
function Proofs({ job }: { job: Job }) {
  const t = useT()
  const latest = latestProof(job.evidence)
  if (latest === undefined) return <span className="quiet">{t('proof.missing')}</span>
  const others = job.evidence.filter(({ id }) => id !== latest.id)
  return (
    <>
      <ProofMark proof={latest} isOver={job.endOn !== null} />
      {others.length > 0 && (
        <details className="proofs">
          <summary>{t('proof.others', { count: others.length })}</summary>
          <ul>
            {others.map((proof) => (
              <li key={proof.id}>
                <ProofMark proof={proof} isOver={job.endOn !== null} />
                {proof.note && <span className="quiet">{proof.note}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
