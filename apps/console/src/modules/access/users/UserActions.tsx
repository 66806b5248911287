import { useState } from 'react'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import type { FirstPassword, UserAccount } from '../access-types.ts'
import { FirstPasswordDialog } from './FirstPasswordDialog.tsx'

type Act = 'reset' | 'state' | 'unlock'

/**
 * What administrators change of an account. All three see all buttons: whoever may not press one reads whose
 * it is, because the way to help the caller on the phone is to send them to the right colleague.
 */
export function UserActions({ user }: { user: UserAccount }) {
  const t = useT()
  const [act, setAct] = useState<Act>()
  const [made, setMade] = useState<FirstPassword>()
  const blocked = useBlocked(user)
  const close = () => setAct(undefined)
  return (
    <>
      <ActionButton onClick={() => setAct('unlock')} blockedBecause={blocked.unlock}>
        {t('user.unlock')}
      </ActionButton>
      <ActionButton onClick={() => setAct('reset')} blockedBecause={blocked.reset}>
        {t('user.reset')}
      </ActionButton>
      <ActionButton
        danger={user.state === 'active'}
        onClick={() => setAct('state')}
        blockedBecause={blocked.state}
      >
        {t(user.state === 'active' ? 'user.disable' : 'user.enable')}
      </ActionButton>
      {act === 'reset' && <ResetDialog user={user} onMade={setMade} onClose={close} />}
      {act === 'state' && <StateDialog user={user} onClose={close} />}
      {act === 'unlock' && <UnlockDialog user={user} onClose={close} />}
      {made && <FirstPasswordDialog made={made} onClose={() => setMade(undefined)} />}
    </>
  )
}

/** Why a button may not be pressed: another administrator's power, one's own account, or nothing to do. */
function useBlocked(user: UserAccount): Record<Act, string | undefined> {
  const t = useT()
  const self = useSession().userId === user.userId ? t('user.self') : undefined
  const system = useMay('user.create') ? self : t('users.only.system')
  const security = useMay('session.revoke') ? undefined : t('users.only.security')
  return {
    reset: system,
    state: system,
    unlock: security ?? (user.lockedUntil === null ? t('user.unlock.notLocked') : undefined),
  }
}

interface DialogProps {
  user: UserAccount
  onClose: () => void
}

const TOUCHES = [api.access.listUsers.key(), api.access.listUserSessions.key()]

function ResetDialog({ user, onMade, onClose }: DialogProps & { onMade: (made: FirstPassword) => void }) {
  const t = useT()
  return (
    <CommandDialog<{ reason: string }, FirstPassword>
      title={t('user.reset.title', { name: user.name })}
      submit={t('user.reset')}
      send={({ reason }) => client.access.resetPassword({ userId: user.userId, reason })}
      onDone={onMade}
      onClose={onClose}
      touches={TOUCHES}
    >
      <p className="command-lead">{t('user.reset.lead')}</p>
      <ReasonField />
    </CommandDialog>
  )
}

function StateDialog({ user, onClose }: DialogProps) {
  const t = useT()
  const disable = user.state === 'active'
  const state = disable ? 'disabled' : 'active'
  return (
    <CommandDialog<{ reason: string }, unknown>
      title={t(disable ? 'user.disable.title' : 'user.enable.title', { name: user.name })}
      submit={t(disable ? 'user.disable' : 'user.enable')}
      danger={disable}
      send={({ reason }, commandId) =>
        client.access.setUserState({ commandId, userId: user.userId, state, reason })
      }
      onClose={onClose}
      touches={TOUCHES}
    >
      <p className="command-lead">{t(disable ? 'user.disable.lead' : 'user.enable.lead')}</p>
      <ReasonField />
    </CommandDialog>
  )
}

function UnlockDialog({ user, onClose }: DialogProps) {
  const t = useT()
  return (
    <CommandDialog<object, unknown>
      title={t('user.unlock.title', { name: user.name })}
      submit={t('user.unlock')}
      send={(_, commandId) => client.access.unlockUser({ commandId, userId: user.userId })}
      onClose={onClose}
      touches={TOUCHES}
    >
      <p className="command-lead">{t('user.unlock.lead')}</p>
    </CommandDialog>
  )
}
