import type { OutboxEntry } from '@anye/pack/outbox/outbox-entry'
import type { JobDoc, MemberDoc } from '@anye/pack/documents'
import { today } from '../../app/clock.ts'
import { formatInteger } from '../../app/format.ts'
import { useName, useT } from '../../app/i18n/locale.tsx'
import { paths } from '../../app/paths.ts'
import { Link } from '../../app/router.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { statusName } from '../check/status-names.ts'
import { markOf } from '../today/today-rows.ts'
import { MemberHead } from './MemberHead.tsx'

interface MemberCardProps {
  householdId: string
  member: MemberDoc
  /** What was saved of this member and may not be with the server yet. */
  check: OutboxEntry | undefined
  whyNot: 'unknown' | 'stale' | 'contact' | 'state' | 'other' | undefined
  busy: boolean
  onNoChange: () => void
  onNoAnswer: () => void
}

/** A labourer: who, what is known of the job, where the line stands, and the two things to do. */
export function MemberCard({ householdId, member, check, whyNot, busy, onNoChange, onNoAnswer }: MemberCardProps) {
  const t = useT()
  const mark = markOf(member.line?.state ?? null, check)
  const canCheck = mark === 'due' || (mark === 'done' && whyNot !== 'state') || mark === 'attention'
  return (
    <div className="member">
      <MemberHead member={member} mark={<LineMarkView member={member} check={check} />} />
      <JobLine job={member.job} exemptUntil={member.exemptUntil} />
      {member.line !== null && member.line.returnedReason !== null && <p className="refusal small">{t('line.returned.why', { reason: member.line.returnedReason })}</p>}
      {mark === 'due' && whyNot !== undefined && <p className="small quiet">{t(`check.refusal.${whyNot}`)}</p>}
      {canCheck && (
        <div className="member-acts">
          {mark === 'due' && whyNot === undefined && <button type="button" onClick={busy ? undefined : onNoChange}>{t('member.noChange')}</button>}
          {mark === 'due' && <button type="button" className="is-plain" onClick={busy ? undefined : onNoAnswer}>{t('member.noAnswer')}</button>}
          <Link to={paths.check(householdId, member.id)}>{t('member.check')}</Link>
        </div>
      )}
    </div>
  )
}

/** What was saved last wins over what the pack says. */
function LineMarkView({ member, check }: Pick<MemberCardProps, 'member' | 'check'>) {
  const t = useT()
  const nameOf = useName()
  const mark = markOf(member.line?.state ?? null, check)
  if (member.line === null || mark === undefined) return null
  if (mark === 'attention') return <StateMark kind="bad" word={t('line.attention')} />
  if (mark === 'queued') return <StateMark kind="waiting" word={t('line.queued')} />
  if (mark === 'due') return <StateMark kind={member.line.state === 'returned' ? 'bad' : 'due'} word={t(`line.${member.line.state}`)} />
  const { statusCode, state } = member.line
  return <StateMark kind="done" word={statusCode === null ? t(check === undefined ? `line.${state}` : 'line.checked') : nameOf(statusName(statusCode))} />
}

function JobLine({ job, exemptUntil }: { job: JobDoc | null; exemptUntil: string | null }) {
  const t = useT()
  if (job === null) return <p className="quiet">{exemptUntil !== null && exemptUntil >= today() ? t('member.exempt', { date: exemptUntil }) : t('member.noJob')}</p>
  const facts = [
    t('member.since', { date: job.startOn }), job.wageMonthly === null ? null : t('member.wage', { wage: formatInteger(job.wageMonthly) }),
    job.evidenceOn === null ? null : t('member.evidence', { date: job.evidenceOn }),
  ].filter((fact) => fact !== null)
  return (
    <p>
      {t('member.job', { employer: job.employer, place: job.place })}
      <span className="small quiet facts-list">{facts.map((fact) => <span key={fact}>{fact}</span>)}</span>
    </p>
  )
}
