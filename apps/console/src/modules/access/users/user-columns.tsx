import { ROLES } from '@anye/contract/access'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { formatDateTime, NO_VALUE } from '../../../ui/format.ts'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import type { HeldRole, UserAccount } from '../access-types.ts'
import { STATE_SHAPES, stateOf } from './user-state.ts'

/** Columns of the list of accounts. */
export function useUserColumns(): readonly Column<UserAccount>[] {
  const t = useT()
  return [
    {
      key: 'name',
      title: t('users.name'),
      render: ({ userName, name }) => <UiLink href={paths.user(userName)}>{name}</UiLink>,
    },
    { key: 'userName', title: t('users.userName'), render: ({ userName }) => userName },
    { key: 'state', title: t('users.state'), width: 152, render: (user) => <AccountMark user={user} /> },
    { key: 'roles', title: t('users.roles'), render: ({ roles }) => <RoleLine roles={roles} /> },
    { key: 'places', title: t('users.places'), render: ({ roles }) => placesOf(roles) || NO_VALUE },
    {
      key: 'secondFactor',
      title: t('users.secondFactor'),
      render: ({ secondFactor }) => t(secondFactor ? 'users.secondFactor.on' : 'users.secondFactor.off'),
    },
    {
      key: 'seen',
      title: t('users.seen'),
      render: ({ seenAt }) =>
        seenAt ? formatDateTime(seenAt) : <span className="quiet">{t('users.seen.never')}</span>,
    },
    { key: 'duty', title: t('users.duty'), optional: true, render: ({ duty }) => duty },
    {
      key: 'created',
      title: t('users.created'),
      optional: true,
      render: ({ createdAt }) => formatDateTime(createdAt),
    },
  ]
}

/** State of an account by shape and word; a lock says until when. */
export function AccountMark({ user }: { user: UserAccount }) {
  const t = useT()
  const state = stateOf(user)
  const time = formatDateTime(user.lockedUntil).slice(-5)
  return <StateMark state={STATE_SHAPES[state]} word={t(`users.state.${state}`, { time })} />
}

function RoleLine({ roles }: { roles: readonly HeldRole[] }) {
  const t = useT()
  const nameOf = useName()
  if (roles.length === 0) return <span className="quiet">{t('users.roles.none')}</span>
  return [...new Set(roles.map(({ role }) => nameOf(ROLES[role])))].join(' · ')
}

function placesOf(roles: readonly HeldRole[]): string {
  return [...new Set(roles.map(({ place }) => place))].filter(Boolean).join(' · ')
}
