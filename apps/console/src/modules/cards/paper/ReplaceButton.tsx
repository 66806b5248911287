import { App, Button } from 'antd'
import { useState } from 'react'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { bagText } from '@anye/codes/card-number'
import { replaceCard, TOUCHED_BY_CARDS } from './paper.data.ts'
import type { CardRow } from './paper.data.ts'

/** A new card for a lost or spoilt one; the old number and code end. */
export function ReplaceButton({ card }: { card: CardRow }) {
  const t = useT()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const bag = bagText(card.bagNo)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{t('cards.replace')}</Button>
      {isOpen && (
        <CommandDialog<{ reason: string }, { cardNo: string }>
          title={t('cards.replace.title', { bag, name: card.headName })}
          submit={t('cards.replace')}
          send={({ reason }, commandId) => replaceCard({ commandId, id: card.id, reason })}
          onDone={({ cardNo }) => void message.success(t('cards.replaced', { bag: cardNo.slice(8, 12) }))}
          onClose={() => setOpen(false)}
          touches={TOUCHED_BY_CARDS}
        >
          <p className="command-lead">{t('cards.replace.lead', { bag })}</p>
          <ReasonField />
        </CommandDialog>
      )}
    </>
  )
}
