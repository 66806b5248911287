import { ROLES } from '@anye/contract/access'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay, useSession } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { HeldRole, UserAccount } from '../access-types.ts'
import { GrantRoleDialog } from './GrantRoleDialog.tsx'

/** The roles a person holds, with scope and dates; granting and revoking is the security administrator's. */
export function RolesPanel({ user }: { user: UserAccount }) {
  const t = useT()
  const [isGranting, setGranting] = useState(false)
  const [revoking, setRevoking] = useState<HeldRole>()
  const self = useSession().userId === user.userId
  const mayGrant = useMay('user.grant')
  const blocked = mayGrant ? (self ? t('user.self.roles') : undefined) : t('users.only.security')
  const columns = useRoleColumns((role) => (
    <ActionButton size="small" type="link" danger onClick={() => setRevoking(role)} blockedBecause={blocked}>
      {t('role.revoke')}
    </ActionButton>
  ))
  return (
    <Panel
      title={t('role.panel')}
      note={<UiLink href={paths.roles()}>{t('users.matrix')}</UiLink>}
      actions={
        <ActionButton size="small" type="primary" onClick={() => setGranting(true)} blockedBecause={blocked}>
          {t('role.grant')}
        </ActionButton>
      }
    >
      <DataTable
        name="user-roles"
        caption={t('role.panel')}
        columns={columns}
        rows={user.roles}
        rowKey={({ grantId }) => grantId}
        empty={<EmptyState title={t('role.none')} advice={t('role.none.advice')} />}
      />
      {isGranting && <GrantRoleDialog user={user} onClose={() => setGranting(false)} />}
      {revoking && <RevokeDialog user={user} held={revoking} onClose={() => setRevoking(undefined)} />}
    </Panel>
  )
}

function useRoleColumns(actions: (role: HeldRole) => ReactNode): readonly Column<HeldRole>[] {
  const t = useT()
  const nameOf = useName()
  return [
    { key: 'role', title: t('role.name'), render: ({ role }) => nameOf(ROLES[role]) },
    {
      key: 'place',
      title: t('role.place'),
      render: ({ place }) => place || <span className="quiet">{t('role.place.none')}</span>,
    },
    { key: 'level', title: t('role.fieldLevel'), render: ({ role }) => t(`field.${ROLES[role].fieldLevel}`) },
    { key: 'from', title: t('role.from'), render: ({ validFrom }) => validFrom },
    { key: 'to', title: t('role.to'), render: ({ validTo }) => validTo ?? t('role.to.open') },
    { key: 'actions', title: '', width: 96, align: 'number', render: actions },
  ]
}

interface RevokeDialogProps {
  user: UserAccount
  held: HeldRole
  onClose: () => void
}

function RevokeDialog({ user, held, onClose }: RevokeDialogProps) {
  const t = useT()
  const nameOf = useName()
  const { grantId } = held
  return (
    <CommandDialog<{ reason: string }, unknown>
      title={t('role.revoke.title', { name: user.name, role: nameOf(ROLES[held.role]) })}
      submit={t('role.revoke')}
      danger
      send={({ reason }, commandId) =>
        client.access.revokeRole({ commandId, userId: user.userId, grantId, reason })
      }
      onClose={onClose}
      touches={[api.access.listUsers.key()]}
    >
      <p className="command-lead">{t('role.revoke.lead')}</p>
      <ReasonField />
    </CommandDialog>
  )
}
