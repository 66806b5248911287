import { useState } from 'react'
import type { OutboxEntry, Receipt } from '@anye/pack/outbox/outbox-entry'
import { deviceNow } from '../../app/clock.ts'
import { formatTime } from '../../app/format.ts'
import { useT } from '../../app/i18n/locale.tsx'
import { useStored } from '../../app/phone-context.tsx'
import { useProblem } from '../../app/use-problem.ts'
import { useUnreadable } from '../../app/use-unreadable.ts'
import { Page } from '../../shell/Page.tsx'
import { Button } from '../../ui/Button.tsx'
import { NextIcon } from '../../ui/icons.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { EmptyState, ErrorState, ListSkeleton } from '../../ui/States.tsx'
import { EntrySheet } from './EntrySheet.tsx'
import { readOutbox, type OutboxView } from './outbox.data.ts'
import './outbox.css'

const RECEIPTS_AT_FIRST = 30

/** What the server has and what it has not: needing her, waiting, confirmed. */
export default function OutboxPage() {
  const t = useT()
  const problem = useProblem()
  const { data, error, reload } = useStored(readOutbox)
  const [opened, setOpened] = useState<OutboxEntry | undefined>()
  return (
    <Page title={t('outbox.title')}>
      {error !== undefined ? <ErrorState message={problem(error)} retryWord={t('app.retry')} onRetry={reload} /> : data === undefined
        ? <ListSkeleton label={t('app.loading')} /> : <Sections view={data} onOpen={setOpened} />}
      {opened !== undefined && <EntrySheet entry={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  )
}

function Sections({ view, onOpen }: { view: OutboxView; onOpen: (entry: OutboxEntry) => void }) {
  const t = useT()
  const unreadable = useUnreadable()
  const { attention, waiting, stored, receipts } = view
  const isEmpty = attention.length + waiting.length === 0
  return (
    <>
      {unreadable > 0 && <p className="banner is-note">{t('outbox.unreadable', { count: unreadable })}</p>}
      <Entries title={t('outbox.attention')} entries={attention} onOpen={onOpen} />
      <Entries title={t('outbox.waiting')} entries={waiting} onOpen={onOpen} />
      {isEmpty && <EmptyState title={t('outbox.empty')} advice={t('outbox.empty.advice')} />}
      <Confirmed stored={stored} receipts={receipts} onOpen={onOpen} />
    </>
  )
}

function Entries({ title, entries, onOpen }: { title: string; entries: readonly OutboxEntry[]; onOpen: (entry: OutboxEntry) => void }) {
  if (entries.length === 0) return null
  return (
    <>
      <h2 className="section-title">{title} {entries.length}</h2>
      <ul className="rows">{entries.map((entry) => <li key={entry.commandId}><EntryRow entry={entry} onOpen={onOpen} /></li>)}</ul>
    </>
  )
}

function EntryRow({ entry, onOpen }: { entry: OutboxEntry; onOpen: (entry: OutboxEntry) => void }) {
  const t = useT()
  return (
    <button type="button" className="row" onClick={() => onOpen(entry)}>
      <span className="row-body">
        <span className="outbox-title">{entry.title}</span>
        <span className="outbox-line"><span className="small quiet">{t('outbox.at', { time: formatTime(entry.deviceTime, deviceNow()) })}</span><EntryMark entry={entry} /></span>
      </span>
      <span className="row-next"><NextIcon /></span>
    </button>
  )
}

function EntryMark({ entry }: { entry: OutboxEntry }) {
  const t = useT()
  if (entry.state === 'attention') return <StateMark kind="bad" word={t('outbox.state.attention')} />
  if (entry.state === 'stored') return <StateMark kind="done" word={t('outbox.state.stored')} />
  if (entry.state === 'sending') return <StateMark kind="waiting" word={t('outbox.state.sending')} />
  if (entry.code === 'signed_out') return <StateMark kind="waiting" word={t('outbox.state.login')} />
  return <StateMark kind="waiting" word={entry.attempts > 0 ? t('outbox.state.tried', { count: entry.attempts }) : t('outbox.state.waiting')} />
}

function Confirmed({ stored, receipts, onOpen }: { stored: readonly OutboxEntry[]; receipts: readonly Receipt[]; onOpen: (entry: OutboxEntry) => void }) {
  const t = useT()
  const [all, setAll] = useState(false)
  const count = stored.length + receipts.length
  if (count === 0) return null
  const shown = all ? receipts : receipts.slice(0, RECEIPTS_AT_FIRST)
  return (
    <>
      <h2 className="section-title">{t('outbox.confirmed')} {count}</h2>
      <ul className="rows">
        {stored.map((entry) => <li key={entry.commandId}><EntryRow entry={entry} onOpen={onOpen} /></li>)}
        {shown.map((receipt) => <li key={receipt.commandId}><ReceiptRow receipt={receipt} /></li>)}
      </ul>
      {shown.length < receipts.length && <div className="today-more"><Button onClick={() => setAll(true)}>{t('outbox.more')}</Button></div>}
    </>
  )
}

function ReceiptRow({ receipt }: { receipt: Receipt }) {
  const t = useT()
  const parked = parkedBecause(receipt)
  return (
    <div className="row">
      <span className="row-body">
        <span className="outbox-title">{receipt.title}</span>
        <span className="outbox-line"><span className="small quiet">{t('outbox.storedAt', { time: formatTime(receipt.storedAt, deviceNow()) })} · {t('outbox.receipt', { id: receipt.commandId.slice(-8) })}</span>{parked === undefined ? <StateMark kind="done" word={t('outbox.state.stored')} /> : <StateMark kind="plain" word={t('outbox.state.parked')} />}</span>
        {parked !== undefined && <span className="notice small outbox-parked">{t(`outbox.parked.${parked}`)}</span>}
      </span>
    </div>
  )
}

type Parked = 'moved' | 'forbidden' | 'unfit'

/** Why the server keeps late work for whoever has the household now; undefined for what it stored. */
function parkedBecause({ receipt }: Receipt): Parked | undefined {
  if (typeof receipt !== 'object' || receipt === null || Reflect.get(receipt, 'status') !== 'parked') return undefined
  const reason: unknown = Reflect.get(receipt, 'reason')
  return reason === 'not_found' ? 'moved' : reason === 'forbidden' ? 'forbidden' : 'unfit'
}
