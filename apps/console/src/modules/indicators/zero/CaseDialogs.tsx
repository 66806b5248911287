import { Form, Input, Radio } from 'antd'
import type { NeedOwner } from '@anye/contract/cards/needs/need'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { useNeedOwners } from '../../cards/needs/needs.data.ts'
import { OwnerField } from '../../cards/needs/OwnerField.tsx'
import { approveClosing, assignCase, declineClosing, proposeClosing, TOUCHED_BY_CASES, useCase } from './cases.data.ts'
import type { CaseHandle } from './cases.data.ts'

interface OnCase {
  handle: CaseHandle
  onClose: () => void
}

/** Names who answers for the household. */
export function AssignDialog({ handle: { householdId, version, villageCode, headName }, onClose }: OnCase) {
  const t = useT()
  const owners = useNeedOwners(villageCode)
  return (
    <CommandDialog<{ owner: NeedOwner }, unknown>
      title={t('case.assign.title', { head: headName })}
      submit={t('case.assign')}
      send={({ owner }, commandId) => assignCase({ commandId, householdId, version, owner })}
      onClose={onClose}
      touches={TOUCHED_BY_CASES}
    >
      <p className="command-lead">{t('case.assign.lead')}</p>
      <Form.Item name="owner" label={t('case.owner')} rules={[{ required: true, message: t('command.required') }]}>
        <OwnerField people={owners.data?.rows} placeholder={t('need.owner.hint')} />
      </Form.Item>
    </CommandDialog>
  )
}

/** The village asks to close the case on one of the household's verified jobs (V26). */
export function ProposeDialog({ handle: { householdId, version, headName }, onClose }: OnCase) {
  const t = useT()
  const jobs = useCase(householdId).data?.jobs
  return (
    <CommandDialog<{ episodeId: string; note?: string }, unknown>
      title={t('case.propose.title', { head: headName })}
      submit={t('case.propose')}
      send={({ episodeId, note }, commandId) =>
        proposeClosing({ commandId, householdId, version, episodeId, note: note?.trim() || null })
      }
      onClose={onClose}
      touches={TOUCHED_BY_CASES}
      blocked={jobs?.length === 0}
    >
      <p className="command-lead">{t(jobs?.length === 0 ? 'case.propose.noJob' : 'case.propose.lead')}</p>
      {jobs && jobs.length > 0 && (
        <Form.Item name="episodeId" label={t('case.job')} rules={[{ required: true, message: t('command.required') }]}>
          <Radio.Group
            className="choice-column"
            options={jobs.map((job) => ({
              value: job.episodeId,
              label: [job.personName, job.employer, job.place, job.evidenceOn && t('case.job.evidence', { day: job.evidenceOn })]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('case.note')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </CommandDialog>
  )
}

/** The township agrees. */
export function ApproveDialog({ handle: { householdId, version, headName }, onClose }: OnCase) {
  const t = useT()
  const data = useCase(householdId).data
  const proposal = data?.events.find(({ kind }) => kind === 'proposed')
  return (
    <CommandDialog<object, unknown>
      title={t('case.approve.title', { head: headName })}
      submit={t('case.approve')}
      send={(_, commandId) => approveClosing({ commandId, householdId, version })}
      onClose={onClose}
      touches={TOUCHED_BY_CASES}
    >
      <p className="command-lead">
        {t('case.approve.lead', { by: proposal?.by ?? '', employer: proposal?.employer ?? '' })}
        {proposal?.note}
      </p>
    </CommandDialog>
  )
}

/** The township sends the proposal back. */
export function DeclineDialog({ handle: { householdId, version, headName }, onClose }: OnCase) {
  const t = useT()
  return (
    <CommandDialog<{ reason: string }, unknown>
      title={t('case.decline.title', { head: headName })}
      submit={t('case.decline')}
      send={({ reason }, commandId) => declineClosing({ commandId, householdId, version, reason })}
      onClose={onClose}
      touches={TOUCHED_BY_CASES}
    >
      <ReasonField />
    </CommandDialog>
  )
}
