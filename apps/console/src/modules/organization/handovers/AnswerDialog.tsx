import { App, Form, Input } from 'antd'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { formatInteger } from '../../../ui/format.ts'
import type { Handover } from '../organization-types.ts'

interface AnswerDialogProps {
  offer: Handover
  accept: boolean
  onClose: () => void
}

/** Accepts or declines an offered grid; with the acceptance its households come along. */
export function AnswerDialog({ offer, accept, onClose }: AnswerDialogProps) {
  const t = useT()
  const { message } = App.useApp()
  const act = accept ? 'accept' : 'decline'
  return (
    <CommandDialog<{ answer?: string }, { households: number }>
      title={t(`handover.${act}.title`, { grid: offer.gridName, name: offer.fromName })}
      submit={t(`handover.${act}`)}
      send={({ answer }, commandId) =>
        client.organization.answerOffer({
          commandId, id: offer.id, accept, ...(answer?.trim() ? { answer: answer.trim() } : {}),
        })
      }
      onDone={({ households }) => {
        if (accept) void message.success(t('handover.accepted', { count: formatInteger(households) }))
      }}
      onClose={onClose}
      touches={[api.organization.key(), api.registry.key(), api.access.getMe.key()]}
      danger={!accept}
    >
      <p className="command-lead">{t(`handover.${act}.lead`, { from: offer.fromOn, name: offer.fromName })}</p>
      <Form.Item name="answer" label={t('handover.answer')}>
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </CommandDialog>
  )
}
