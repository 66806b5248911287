import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import type { Grid } from '../organization-types.ts'
import { OfferActions } from './OfferActions.tsx'
import { OfferGridDialog } from './OfferGridDialog.tsx'

interface GridActionsProps {
  grid: Grid
  /** Why nothing may be done here now. */
  blocked: string | undefined
  /** Appoints a member or ends the term; absent for those who may not. */
  onAppoint: (() => void) | undefined
}

/** What may be done with a grid in its row: hand it over, answer or withdraw an offer, appoint, end the term. */
export function GridActions({ grid, blocked, onAppoint }: GridActionsProps) {
  const t = useT()
  const mayHandOver = useMay('grid.handover')
  const { userId, roles } = useSession()
  const [isOffering, setOffering] = useState(false)
  const isOwn = grid.holder?.userId === userId
  // A grid member offers her own grid only; whoever also is something else there may do it for her.
  const mayOffer = isOwn || roles.some((role) => role !== 'grid_member')
  return (
    <>
      {mayHandOver && grid.offer && <OfferActions offer={grid.offer} mayWithdraw={mayOffer} />}
      {mayHandOver && grid.holder && !grid.offer && (
        <ActionButton
          size="small"
          type="link"
          onClick={() => setOffering(true)}
          blockedBecause={blocked ?? (mayOffer ? undefined : t('handover.onlyHolder'))}
        >
          {t('handover.offer')}
        </ActionButton>
      )}
      {onAppoint && (
        <ActionButton size="small" type="link" onClick={onAppoint} blockedBecause={blocked}>
          {t(grid.holder ? 'post.endTerm' : 'post.appoint')}
        </ActionButton>
      )}
      {isOffering && <OfferGridDialog grid={grid} onClose={() => setOffering(false)} />}
    </>
  )
}
