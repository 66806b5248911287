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
    { key: 'sessions', label: t('user.sessions'), onClick: () => void navigate(paths.account('sessions')) },
    { key: 'password', label: t('user.password'), onClick: () => void navigate(paths.account('password')) },
    { key: 'totp', label: t('user.totp'), onClick: () => void navigate(paths.account('totp')) },
    { key: 'roles', label: t('user.roles'), onClick: () => void navigate(paths.account('roles')) },
    { type: 'divider' as const },
    { key: 'out', label: t('user.signOut'), onClick: () => void signOut() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" className="user-button" aria-label={t('user.menu')}>
        <span>{displayName}</span>
        <span className="quiet">{roleNames.join(' · ')}</span>
      </Button>
    </Dropdown>
  )
}
