import { Button } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import type { Handover } from '../organization-types.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import './handovers.css'

/** What may be done with an offer that waits: the other accepts or declines, the offering side withdraws. */
export function OfferActions({ offer, mayWithdraw }: { offer: Handover; mayWithdraw: boolean }) {
  const t = useT()
  const [open, setOpen] = useState<'accept' | 'decline' | 'withdraw'>()
  if (offer.state !== 'offered') return null
  const close = () => setOpen(undefined)
  return (
    <span className="offer-actions">
      {offer.toMe && (
        <>
          <Button size="small" type="primary" onClick={() => setOpen('accept')}>
            {t('handover.accept')}
          </Button>
          <Button size="small" onClick={() => setOpen('decline')}>
            {t('handover.decline')}
          </Button>
        </>
      )}
      {!offer.toMe && mayWithdraw && (
        <Button size="small" type="link" onClick={() => setOpen('withdraw')}>
          {t('handover.withdraw')}
        </Button>
      )}
      {open === 'withdraw' && <WithdrawDialog offer={offer} onClose={close} />}
      {(open === 'accept' || open === 'decline') && (
        <AnswerDialog offer={offer} accept={open === 'accept'} onClose={close} />
      )}
    </span>
  )
}

function WithdrawDialog({ offer, onClose }: { offer: Handover; onClose: () => void }) {
  const t = useT()
  return (
    <CommandDialog<object, Handover>
      title={t('handover.withdraw.title', { grid: offer.gridName })}
      submit={t('handover.withdraw')}
      send={(_, commandId) => client.organization.withdrawOffer({ commandId, id: offer.id })}
      onClose={onClose}
      touches={[api.organization.key()]}
    >
      <p className="command-lead">{t('handover.withdraw.lead', { name: offer.toName })}</p>
    </CommandDialog>
  )
}
