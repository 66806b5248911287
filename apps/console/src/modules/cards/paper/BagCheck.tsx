import { Alert, App, Button } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { newCommandId } from '../../../app/api.ts'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { toProblem } from '../../../app/problem.ts'
import { useMay } from '../../../app/session.tsx'
import type { useListState } from '../../../app/use-list-state.ts'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { Pager } from '../../../ui/table/Pager.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { BagTable } from './BagTable.tsx'
import type { Marks } from './BagTable.tsx'
import { checkBags, TOUCHED_BY_CARDS, useCards } from './paper.data.ts'
import type { CardVillage } from './paper.data.ts'

interface BagCheckProps {
  data: CardVillage
  group: string | undefined
  list: ReturnType<typeof useListState>
  groupFilter: ReactNode
}

/** The check list on the screen: what the paper list says is keyed in row by row and sent at once. */
export function BagCheck({ data, group, list, groupFilter }: BagCheckProps) {
  const { t } = useLocale()
  const mayCheck = useMay('bag.check')
  const [marks, setMarks] = useState<Marks>(new Map())
  const cards = useCards({ village: data.village, group, cursor: list.cursor })
  const mark = (cardId: string, inBag: boolean | undefined) =>
    setMarks((now) => {
      const next = new Map(now)
      if (inBag === undefined) next.delete(cardId)
      else next.set(cardId, inBag)
      return next
    })
  return (
    <Panel
      title={t('bags.title')}
      note={mayCheck ? t('bags.keys') : t('bags.note')}
      actions={
        <>
          {groupFilter}
          {mayCheck && <SendButton village={data.village} marks={marks} onSent={() => setMarks(new Map())} />}
        </>
      }
    >
      {cards.isError && <ProblemState error={cards.error} onRetry={() => void cards.refetch()} />}
      {cards.isPending && <BlockSkeleton height={200} />}
      {cards.data?.rows.length === 0 && <EmptyState title={t('bags.none')} advice={t('bags.none.advice')} />}
      {cards.data && cards.data.rows.length > 0 && (
        <>
          <BagTable cards={cards.data.rows} marks={marks} onMark={mayCheck ? mark : undefined} />
          <Pager paging={list.pagingOf(cards.data)} count={cards.data.rows.length} />
        </>
      )}
    </Panel>
  )
}

function SendButton({ village, marks, onSent }: { village: string; marks: Marks; onSent: () => void }) {
  const { t, locale } = useLocale()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [commandId, setCommandId] = useState(newCommandId)
  const send = useMutation({
    mutationFn: () => checkBags({ commandId, village, marks: [...marks].map(([cardId, inBag]) => ({ cardId, inBag })) }),
    onSuccess: async (done) => {
      setCommandId(newCommandId())
      onSent()
      void message.success(t('bags.sent', done))
      await Promise.all(TOUCHED_BY_CARDS.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
  })
  return (
    <>
      {send.isError && <Alert type="error" title={toProblem(send.error, locale, t).message} />}
      <Button size="small" type="primary" disabled={marks.size === 0} loading={send.isPending} onClick={() => send.mutate()}>
        {t('bags.send', { count: marks.size })}
      </Button>
    </>
  )
}
