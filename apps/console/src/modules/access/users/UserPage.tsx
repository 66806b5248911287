import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Translate } from '../../../app/i18n/translate.ts'
import { NotFound, ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { formatDateTime, formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { DivisionTrail } from '../../../ui/view/DivisionTrail.tsx'
import { PageHead, Panel } from '../../../ui/view/PageHead.tsx'
import type { UserAccount } from '../access-types.ts'
import { RolesPanel } from './RolesPanel.tsx'
import { AccountMark } from './user-columns.tsx'
import { UserActions } from './UserActions.tsx'
import { UserSessionsPanel } from './UserSessionsPanel.tsx'
import './users.css'

/** As many as share a part of a name with this one; the exact name is among them. */
const NAMESAKES = 200

/** One account: what it may do and where, from which machines, and what an administrator may change. */
export default function UserPage() {
  const t = useT()
  const { userName = '' } = useParams()
  const users = useQuery(api.access.listUsers.queryOptions({ input: { text: userName, limit: NAMESAKES } }))
  const user = users.data?.rows.find((each) => each.userName === userName)
  const maySeeSessions = useMay('session.revoke')
  if (users.isSuccess && !user) return <NotFound />
  return (
    <div className="page">
      <PageHead
        question={t('user.question', { name: user?.name ?? userName })}
        answer={users.isError ? null : user && answerOf(user, t)}
        trail={<UserTrail name={user?.name ?? userName} />}
        actions={user && <UserActions user={user} />}
      />
      {users.isError && <ProblemState error={users.error} onRetry={() => void users.refetch()} />}
      {users.isPending && (
        <>
          <BlockSkeleton height={96} />
          <BlockSkeleton height={200} />
        </>
      )}
      {user && (
        <>
          <AccountPanel user={user} />
          <RolesPanel user={user} />
          {maySeeSessions && <UserSessionsPanel user={user} />}
          <p className="page-note">{t('users.separation')}</p>
        </>
      )}
    </div>
  )
}

function answerOf({ roles }: UserAccount, t: Translate): string {
  return roles.length === 0 ? t('user.answer.none') : t('user.answer', { count: formatInteger(roles.length) })
}

function UserTrail({ name }: { name: string }) {
  const t = useT()
  const steps = [
    { code: 'users', name: t('nav.users'), href: paths.users() },
    { code: 'user', name },
  ]
  return <DivisionTrail label={t('user.trail')} steps={steps} />
}

function AccountPanel({ user }: { user: UserAccount }) {
  const t = useT()
  const maySeeAudit = useMay('audit.read')
  const facts = [
    [t('users.userName'), user.userName],
    [t('users.state'), <AccountMark key="state" user={user} />],
    [t('users.duty'), user.duty ?? t('users.duty.none')],
    [t('users.secondFactor'), t(user.secondFactor ? 'users.secondFactor.on' : 'users.secondFactor.off')],
    [t('users.seen'), user.seenAt ? formatDateTime(user.seenAt) : t('users.seen.never')],
    [t('users.created'), formatDateTime(user.createdAt)],
  ] as const
  return (
    <Panel
      title={t('user.account')}
      actions={maySeeAudit && <UiLink href={paths.audit({ actorId: user.userId })}>{t('user.audit')}</UiLink>}
    >
      <dl className="user-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
