import { Alert, Popconfirm } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newCommandId } from '../../../app/api.ts'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { toProblem } from '../../../app/problem.ts'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { IMPORTS_KEY } from './imports.data.ts'

interface CommandButtonProps {
  label: string
  send: (commandId: string) => Promise<unknown>
  isPrimary?: boolean
  /** Why it cannot be pressed now. */
  hindrance?: string | undefined
  /** Asked first when the step cannot be taken back. */
  question?: string
}

/** One step of an import: a button with its refusal beside it. A step taken again is a new command. */
export function CommandButton({ label, send, isPrimary = false, hindrance, question }: CommandButtonProps) {
  const { t, locale } = useLocale()
  const queries = useQueryClient()
  const [commandId, setCommandId] = useState(newCommandId)
  const command = useMutation({
    mutationFn: () => send(commandId),
    onSuccess: async () => {
      setCommandId(newCommandId())
      await queries.invalidateQueries({ queryKey: IMPORTS_KEY })
    },
  })
  const button = (
    <ActionButton
      type={isPrimary ? 'primary' : 'default'}
      blockedBecause={hindrance}
      loading={command.isPending}
      {...(question ? {} : { onClick: () => command.mutate() })}
    >
      {label}
    </ActionButton>
  )
  return (
    <span className="command-button">
      {question ? (
        <Popconfirm
          title={question}
          okText={label}
          onConfirm={() => command.mutate()}
          disabled={Boolean(hindrance)}
        >
          {button}
        </Popconfirm>
      ) : (
        button
      )}
      {command.isError && <Alert type="error" showIcon title={toProblem(command.error, locale, t).message} />}
    </span>
  )
}
