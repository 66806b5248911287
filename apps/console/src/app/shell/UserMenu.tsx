import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { useT } from '../i18n/locale.tsx'
import { paths } from '../paths.ts'
import { useSession } from '../session.tsx'

export function UserMenu() {
  const t = useT()
  const navigate = useNavigate()
  const { displayName, roleNames, signOut } = useSession()
  const items = [
    // What one may do here depends on the roles, so they stand above what one may change.
    { key: 'held', type: 'group' as const, label: roleNames.join(' · ') },
    { key: 'sessions', label: t('user.sessions'), onClick: () => void navigate(paths.account('sessions')) },
    { key: 'password', label: t('user.password'), onClick: () => void navigate(paths.account('password')) },
    { key: 'totp', label: t('user.totp'), onClick: () => void navigate(paths.account('totp')) },
    { key: 'roles', label: t('user.roles'), onClick: () => void navigate(paths.account('roles')) },
    { type: 'divider' as const },
    { key: 'out', label: t('user.signOut'), onClick: () => void signOut() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" className="user-button" aria-label={t('user.menu', { name: displayName })}>
        <span>{displayName}</span>
        <svg width="8" height="6" viewBox="0 0 8 6" aria-hidden="true"><path d="M.5 1 4 5l3.5-4" fill="none" stroke="currentColor" /></svg>
      </Button>
    </Dropdown>
  )
}
