import { App, Popconfirm } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { newCommandId } from '../../../../app/api.ts'
import { useLocale } from '../../../../app/i18n/locale.tsx'
import { toProblem } from '../../../../app/problem.ts'
import type { useListState } from '../../../../app/use-list-state.ts'
import { ActionButton } from '../../../../ui/controls/ActionButton.tsx'
import { formatInteger } from '../../../../ui/format.ts'
import { lineFilterOf, startReview, TOUCHED_BY_REVIEW } from '../review.data.ts'

type List = ReturnType<typeof useListState>

/** Accepts every line of the filter that waits for a review; names are no filter of a review in bulk. */
export function BulkButton({ list, month }: { list: List; month: string | undefined }) {
  const { t, locale } = useLocale()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const start = useMutation({
    mutationFn: () => startReview({ commandId: newCommandId(), ...bulkFilterOf(list), month }),
    onSuccess: async ({ total }) => {
      void message.success(t('review.bulk.started', { total: formatInteger(total) }))
      await Promise.all(TOUCHED_BY_REVIEW.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    onError: (error) => void message.error(toProblem(error, locale, t).message),
  })
  const { search, state } = lineFilterOf(list)
  if (search !== undefined || (state !== undefined && state !== 'checked')) return null
  return (
    <Popconfirm title={t('review.bulk.sure')} okText={t('review.accept')} onConfirm={() => start.mutate()} placement="bottomRight">
      <ActionButton type="primary" loading={start.isPending}>{t('review.bulk')}</ActionButton>
    </Popconfirm>
  )
}

function bulkFilterOf(list: List) {
  const { place, status, late, inDispute, noChange, unchangedMonths } = lineFilterOf(list)
  const flag = (text: string | undefined) => (text === undefined ? undefined : text === 'true')
  return {
    place, status, late: flag(late), inDispute: flag(inDispute), noChange: flag(noChange),
    unchangedMonths: unchangedMonths === undefined ? undefined : Number(unchangedMonths),
  }
}
