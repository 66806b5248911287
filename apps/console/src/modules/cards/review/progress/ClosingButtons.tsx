import { App, Button } from 'antd'
import type { PlaceRef } from '@anye/contract/indicators/endpoints'
import { useState } from 'react'
import { CommandDialog } from '../../../../app/command/CommandDialog.tsx'
import { ReasonField } from '../../../../app/command/ReasonField.tsx'
import { useT } from '../../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../../app/page-states.tsx'
import { useMay } from '../../../../app/session.tsx'
import { BlockSkeleton } from '../../../../ui/states/TableSkeleton.tsx'
import { closeMonth, reopenMonth, TOUCHED_BY_REVIEW, useClosing, useWaitingLines } from '../review.data.ts'
import { ClosingHistory } from './ClosingHistory.tsx'
import { ClosingState } from './ClosingState.tsx'

type Closing = { month: string; place: PlaceRef }
const CLOSES: ReadonlySet<PlaceRef['level']> = new Set<PlaceRef['level']>(['village', 'township', 'unit'])

/** Closes the month of a place, or opens it again; absent where it is not closed by anybody. */
export function ClosingButtons({ month, place }: Closing) {
  const t = useT()
  const [open, setOpen] = useState<'close' | 'reopen'>()
  const [mayClose, mayReopen] = [useMay('card.close'), useMay('card.reopen')]
  if (!CLOSES.has(place.level)) return null
  const done = () => setOpen(undefined)
  return (
    <>
      {mayClose && <Button onClick={() => setOpen('close')}>{t('closing.close')}</Button>}
      {mayReopen && <Button type="text" onClick={() => setOpen('reopen')}>{t('closing.reopen')}</Button>}
      {open === 'close' && <CloseDialog month={month} place={place} onClose={done} />}
      {open === 'reopen' && <ReopenDialog month={month} place={place} onClose={done} />}
    </>
  )
}

/** What still blocks the closing, or how much it locks; in a village those whom nobody could check become exceptions. */
function CloseDialog({ month, place, onClose }: Closing & { onClose: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  const closing = useClosing({ month, place: place.code })
  const { data } = closing
  const mayExcept = data !== undefined && place.level === 'village' && data.blockers.length > 0
    && data.blockers.every(({ kind }) => kind === 'due' || kind === 'returned' || kind === 'reopened')
  const waiting = useWaiting({ month, place: place.code }, mayExcept)
  const isBlocked = data === undefined || data.closed || (data.blockers.length > 0 && (!mayExcept || waiting === undefined))
  return (
    <CommandDialog<{ reason?: string }, unknown>
      title={t('closing.title', { place: place.name, month })}
      submit={t('closing.close')}
      send={({ reason = '' }, commandId) => closeMonth({
        commandId, month, place: place.code, exceptions: mayExcept ? (waiting ?? []).map((personId) => ({ personId, reason })) : [],
      })}
      onDone={() => void message.success(t('closing.closed'))}
      onClose={onClose}
      touches={TOUCHED_BY_REVIEW}
      blocked={isBlocked}
    >
      {closing.isError ? <ProblemState error={closing.error} onRetry={() => void closing.refetch()} />
        : data === undefined ? <BlockSkeleton height={96} /> : <ClosingState closing={data} />}
      {mayExcept && (
        <>
          <p className="command-lead">{t('closing.except')}</p>
          <ReasonField label={t('closing.reason')} />
        </>
      )}
      {data && <ClosingHistory history={data.history} />}
    </CommandDialog>
  )
}

/** Who still waits for a check; undefined while it is read. */
function useWaiting(input: { month: string; place: string }, isNeeded: boolean): string[] | undefined {
  const due = useWaitingLines({ ...input, state: 'due' }, isNeeded)
  const returned = useWaitingLines({ ...input, state: 'returned' }, isNeeded)
  const reopened = useWaitingLines({ ...input, state: 'reopened' }, isNeeded)
  if (due.data === undefined || returned.data === undefined || reopened.data === undefined) return undefined
  return [...due.data.rows, ...returned.data.rows, ...reopened.data.rows].map(({ personId }) => personId)
}

function ReopenDialog({ month, place, onClose }: Closing & { onClose: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  return (
    <CommandDialog<{ reason: string }, unknown>
      title={t('closing.reopen.title', { place: place.name, month })}
      submit={t('closing.reopen')}
      danger
      send={({ reason }, commandId) => reopenMonth({ commandId, month, place: place.code, reason, personIds: [] })}
      onDone={() => void message.success(t('closing.reopened'))}
      onClose={onClose}
      touches={TOUCHED_BY_REVIEW}
    >
      <p className="command-lead">{t(place.level === 'village' ? 'closing.reopen.lead.village' : 'closing.reopen.lead.above')}</p>
      <ReasonField label={t('closing.reopen.reason')} />
    </CommandDialog>
  )
}
