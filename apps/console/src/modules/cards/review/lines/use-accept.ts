import { App } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { newCommandId } from '../../../../app/api.ts'
import { useLocale } from '../../../../app/i18n/locale.tsx'
import { toProblem } from '../../../../app/problem.ts'
import { acceptLines, TOUCHED_BY_REVIEW } from '../review.data.ts'
import type { LineRow } from '../review.data.ts'

/** Accepts one line; a refusal is said where the reviewer looks. */
export function useAccept(onDone?: () => void) {
  const { t, locale } = useLocale()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const accepting = useMutation({
    mutationFn: (line: LineRow) =>
      acceptLines({ commandId: newCommandId(), month: line.month, lines: [{ personId: line.personId, version: line.version }] }),
    onSuccess: async (_, line) => {
      void message.success(t('review.accepted', { name: line.name }))
      onDone?.()
      await Promise.all(TOUCHED_BY_REVIEW.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    onError: (error) => void message.error(toProblem(error, locale, t).message),
  })
  return { accept: (line: LineRow) => accepting.mutate(line), isPending: accepting.isPending }
}
