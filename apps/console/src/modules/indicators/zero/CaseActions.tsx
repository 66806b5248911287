import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { ApproveDialog, AssignDialog, DeclineDialog, ProposeDialog } from './CaseDialogs.tsx'
import type { CaseHandle } from './cases.data.ts'
import '../../registry/registry.css'

const DIALOGS = { assign: AssignDialog, propose: ProposeDialog, approve: ApproveDialog, decline: DeclineDialog } as const
type Act = keyof typeof DIALOGS

/** What may be done with a case in its state; who proposed does not approve. */
export function CaseActions({ handle }: { handle: CaseHandle }) {
  const t = useT()
  const { userId } = useSession()
  const may = { assign: useMay('zero.assign'), propose: useMay('zero.propose'), approve: useMay('zero.approve') }
  const [opened, setOpened] = useState<Act>()
  const isOpen = handle.state === 'open'
  const isProposed = handle.state === 'proposed'
  const acts: Act[] = [
    ...(may.propose && isOpen && handle.placed ? (['propose'] as const) : []),
    ...(may.approve && isProposed ? (['approve', 'decline'] as const) : []),
    ...(may.assign && (isOpen || isProposed) ? (['assign'] as const) : []),
  ]
  const Dialog = opened && DIALOGS[opened]
  return (
    <span className="row-actions">
      {acts.map((act) => (
        <ActionButton
          key={act}
          size="small"
          blockedBecause={act === 'approve' && handle.proposedById === userId ? t('case.own') : undefined}
          onClick={() => setOpened(act)}
        >
          {t(`case.${act}`)}
        </ActionButton>
      ))}
      {Dialog && <Dialog handle={handle} onClose={() => setOpened(undefined)} />}
    </span>
  )
}
