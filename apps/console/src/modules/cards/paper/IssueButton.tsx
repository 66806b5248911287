import { App } from 'antd'
import { useState } from 'react'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { issueCards, TOUCHED_BY_CARDS } from './paper.data.ts'
import type { CardVillage } from './paper.data.ts'

/** Issues the cards a village lacks and ends those of households that are no more. */
export function IssueButton({ data }: { data: CardVillage }) {
  const t = useT()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const missing = data.tally.households - data.tally.carded
  const isDone = missing === 0 && data.outdated === 0
  if (!useMay('card.issue')) return null
  return (
    <>
      <ActionButton type="primary" blockedBecause={isDone ? t('cards.issue.done') : undefined} onClick={() => setOpen(true)}>
        {t('cards.issue')}
      </ActionButton>
      {isOpen && (
        <CommandDialog<object, { issued: number; replaced: number; closed: number }>
          title={t('cards.issue.title', { name: data.name })}
          submit={t('cards.issue')}
          send={(_values, commandId) => issueCards({ commandId, village: data.village })}
          onDone={(done) => void message.success(t('cards.issued', done))}
          onClose={() => setOpen(false)}
          touches={TOUCHED_BY_CARDS}
        >
          <p className="command-lead">{t('cards.issue.lead', { missing, outdated: data.outdated })}</p>
        </CommandDialog>
      )}
    </>
  )
}
