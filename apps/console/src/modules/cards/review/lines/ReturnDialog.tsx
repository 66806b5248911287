import { App } from 'antd'
import { CommandDialog } from '../../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../../app/command/ReasonField.tsx'
import { useT } from '../../../../app/i18n/locale.tsx'
import { returnLines, TOUCHED_BY_REVIEW } from '../review.data.ts'
import type { LineRow } from '../review.data.ts'

interface ReturnDialogProps {
  line: LineRow
  onDone: () => void
  onClose: () => void
}

/** Sends a line back with a reason. */
export function ReturnDialog({ line, onDone, onClose }: ReturnDialogProps) {
  const t = useT()
  const { message } = App.useApp()
  return (
    <CommandDialog<{ reason: string }, unknown>
      title={t('review.return.title')}
      submit={t('review.return')}
      send={({ reason }, commandId) => returnLines({
        commandId, month: line.month, lines: [{ personId: line.personId, version: line.version }], reason,
      })}
      onDone={() => {
        void message.success(t('review.returned', { name: line.name }))
        onDone()
      }}
      onClose={onClose}
      touches={TOUCHED_BY_REVIEW}
    >
      <p className="command-lead">{t('review.return.lead', { name: line.name })}</p>
      <ReasonField label={t('review.return.reason')} />
    </CommandDialog>
  )
}
