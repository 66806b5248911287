import { App } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../app/command/ReasonField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { askExport, FREE_ROWS, TOUCHED_BY_EXPORT } from './exports.data.ts'
import type { ExportQuery } from './exports.data.ts'

interface ExportButtonProps {
  query: ExportQuery
  /** Undefined while loading, null beyond what was counted. */
  total: number | null | undefined
  isListed: boolean
}

/** Asks for the list as a workbook: with a reason, and beyond 200 rows with somebody's approval. */
export function ExportButton({ query, total, isListed }: ExportButtonProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  if (!useMay('person.export')) return null
  return (
    <>
      <ActionButton
        size="small"
        blockedBecause={isListed ? undefined : t('exports.nothing')}
        onClick={() => setOpen(true)}
      >
        {t('exports.ask')}
      </ActionButton>
      {isOpen && <ExportDialog query={query} total={total ?? null} onClose={() => setOpen(false)} />}
    </>
  )
}

function ExportDialog({
  query,
  total,
  onClose,
}: {
  query: ExportQuery
  total: number | null
  onClose: () => void
}) {
  const t = useT()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const waits = total === null || total > FREE_ROWS
  return (
    <CommandDialog<{ reason: string }, { state: string }>
      title={t('exports.ask.title')}
      submit={t(waits ? 'exports.ask.approval' : 'exports.ask.now')}
      send={({ reason }, commandId) => askExport({ commandId, reason, query })}
      onDone={({ state }) => {
        void message.success(t(state === 'waiting' ? 'exports.asked.waiting' : 'exports.asked.making'))
        void navigate(paths.exports())
      }}
      onClose={onClose}
      touches={TOUCHED_BY_EXPORT}
    >
      <p className="command-lead">
        {total === null ? t('exports.rows.many') : t('exports.rows', { rows: formatInteger(total) })}
        {t(waits ? 'exports.rule.waits' : 'exports.rule.free', { free: FREE_ROWS })}
      </p>
      <ReasonField />
    </CommandDialog>
  )
}
