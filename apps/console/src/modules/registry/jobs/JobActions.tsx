import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import type { Job } from '../registry-types.ts'
import { AddProofDialog, CorrectJobDialog, EndJobDialog, VoidJobDialog } from './JobDialogs.tsx'

const ACTIONS = ['proof', 'correct', 'end', 'void'] as const
type Action = (typeof ACTIONS)[number]

/** What can be done with a job; what cannot is disabled and says why. */
export function JobActions({ job }: { job: Job }) {
  const t = useT()
  const [action, setAction] = useState<Action>()
  const close = () => setAction(undefined)
  const hindrance = (name: Action) => {
    if (name === 'void') return undefined
    if (job.voided) return t('job.cannot.voided')
    return name === 'end' && job.endOn !== null ? t('job.cannot.ended', { day: job.endOn }) : undefined
  }
  return (
    <span className="row-actions">
      {ACTIONS.map((name) => (
        <ActionButton
          key={name}
          size="small"
          type="text"
          blockedBecause={hindrance(name)}
          onClick={() => setAction(name)}
        >
          {t(name === 'void' && job.voided ? 'job.restore' : `job.do.${name}`)}
        </ActionButton>
      ))}
      {action === 'proof' && <AddProofDialog job={job} onClose={close} />}
      {action === 'correct' && <CorrectJobDialog job={job} onClose={close} />}
      {action === 'end' && <EndJobDialog job={job} onClose={close} />}
      {action === 'void' && <VoidJobDialog job={job} onClose={close} />}
    </span>
  )
}
