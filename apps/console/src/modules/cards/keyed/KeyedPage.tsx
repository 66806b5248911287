import { Button, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { useSession } from '../../../app/session.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { TableSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { DivisionField } from '../../organization/divisions/DivisionField.tsx'
import { KeyedGrid } from './KeyedGrid.tsx'
import { KeyedHelp } from './KeyedHelp.tsx'
import { isOpen, useForgetLines, useLinesOf, useMonths } from './keyed.data.ts'
import type { Line } from './keyed.data.ts'
import { useEntries } from './use-entries.ts'
import './keyed.css'

const VILLAGE_LEVEL = 5
const VILLAGE_DIGITS = 12

/** Service cards that were filled on paper, keyed household after household without a mouse. */
export default function KeyedPage() {
  const t = useT()
  const list = useListState()
  const { scope } = useSession()
  const own = scope?.code.length === VILLAGE_DIGITS ? scope.code : undefined
  const village = list.filter('village') ?? own
  const months = useMonths(village)
  const found = useLinesOf(village, list.filter('month'))
  const [isHelping, setHelping] = useState(false)
  const forget = useForgetLines()
  // Other pages show what was stored here.
  useEffect(() => forget, [forget])
  const filters = (
    <div className="keyed-bar screen-only">
      <DivisionField
        className="place-filter is-village"
        level={VILLAGE_LEVEL}
        value={village}
        onChange={(code) => list.setFilter('village', code)}
        placeholder={t('tasks.village')}
      />
      <Select<string>
        value={found.data?.month ?? null}
        aria-label={t('keyed.month')}
        placeholder={t('keyed.month')}
        options={(months.data?.months ?? []).map((month) => ({ value: month, label: month }))}
        onChange={(month) => list.setFilter('month', month)}
      />
      <Button onClick={() => setHelping(true)}>{t('keyed.help')}</Button>
      {isHelping && <KeyedHelp onClose={() => setHelping(false)} />}
    </div>
  )
  if (found.isError) {
    return (
      <div className="page">
        <PageHead question={t('keyed.question')} answer={null} />
        {filters}
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  }
  if (!village || !found.data) {
    return (
      <div className="page">
        <PageHead question={t('keyed.question')} answer={village ? undefined : t('keyed.answer.choose')} />
        {filters}
        {village ? <TableSkeleton columns={7} /> : <EmptyState title={t('tasks.none.choose')} advice={t('tasks.none.choose.advice')} />}
      </div>
    )
  }
  return (
    <KeyedSheet key={`${village} ${found.data.month}`} village={village} month={found.data.month} lines={found.data.lines}>
      {filters}
    </KeyedSheet>
  )
}

interface KeyedSheetProps {
  village: string
  month: string
  lines: readonly Line[]
  children: ReactNode
}

function KeyedSheet({ village, month, lines, children }: KeyedSheetProps) {
  const t = useT()
  const { userId } = useSession()
  const entries = useEntries(userId, village, month)
  const open = lines.filter(isOpen)
  return (
    <div className="page">
      <PageHead
        question={t('keyed.question')}
        answer={t('keyed.answer', {
          month,
          open: formatInteger(Math.max(0, open.length - entries.stored)),
          stored: formatInteger(entries.stored),
          unsent: formatInteger(entries.unsent),
        })}
        note={t('keyed.note')}
      />
      {children}
      {open.length === 0 ? (
        <EmptyState title={t('keyed.none')} advice={t('keyed.none.advice')} />
      ) : (
        <KeyedGrid lines={open} entries={entries} />
      )}
    </div>
  )
}
