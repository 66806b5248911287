import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { CloseDialog, HandOverDialog, ReopenDialog, ServeDialog } from './NeedDialogs.tsx'
import type { Need } from './needs.data.ts'
import '../../registry/registry.css'

const DIALOGS = { handOver: HandOverDialog, serve: ServeDialog, close: CloseDialog, reopen: ReopenDialog } as const
type Act = keyof typeof DIALOGS

/** What may be done with a need in its state; who served it does not close it. */
export function NeedActions({ need }: { need: Need }) {
  const t = useT()
  const { userId } = useSession()
  const mayServe = useMay('need.serve')
  const mayClose = useMay('need.close')
  const [opened, setOpened] = useState<Act>()
  const acts: Act[] = [
    ...(mayServe && need.state === 'open' ? (['serve', 'handOver'] as const) : []),
    ...(mayClose && need.state === 'served' ? (['close'] as const) : []),
    ...(mayClose && need.state !== 'open' ? (['reopen'] as const) : []),
  ]
  const Dialog = opened && DIALOGS[opened]
  return (
    <span className="row-actions">
      {acts.map((act) => (
        <ActionButton
          key={act}
          size="small"
          blockedBecause={act === 'close' && need.servedById === userId ? t('need.own') : undefined}
          onClick={() => setOpened(act)}
        >
          {t(`need.${act}`)}
        </ActionButton>
      ))}
      {Dialog && <Dialog need={need} onClose={() => setOpened(undefined)} />}
    </span>
  )
}
