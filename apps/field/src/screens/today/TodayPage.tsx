import { useState } from 'react'
import { formatInteger } from '../../app/format.ts'
import { useT } from '../../app/i18n/locale.tsx'
import { usePhone, useStored } from '../../app/phone-context.tsx'
import { paths } from '../../app/paths.ts'
import { useRouter, useScrollMemory } from '../../app/router.tsx'
import { useProblem } from '../../app/use-problem.ts'
import { Page } from '../../shell/Page.tsx'
import { Button } from '../../ui/Button.tsx'
import { ScanIcon } from '../../ui/icons.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { EmptyState, ErrorState, ListSkeleton } from '../../ui/States.tsx'
import { ScanSheet } from '../scan/ScanSheet.tsx'
import { HouseholdRow } from './HouseholdRow.tsx'
import { matching } from './today-rows.ts'
import { readToday, type TodayView } from './today.data.ts'
import './today.css'

const ROWS_AT_FIRST = 40
const ROWS_MORE = 80
/** Kept while the app is open: back from a household the search still stands. */
const kept = { search: '', shown: ROWS_AT_FIRST }

/** Home: which households, why, and how far the month is. */
export default function TodayPage() {
  const t = useT()
  const { stage } = usePhone()
  const problem = useProblem()
  const { data, error, reload } = useStored(readToday)
  const [search, setSearch] = useState(kept.search)
  const [shown, setShown] = useState(kept.shown)
  kept.search = search
  kept.shown = shown
  useScrollMemory(data !== undefined)
  const find = (words: string) => {
    setSearch(words)
    setShown(ROWS_AT_FIRST)
  }
  return (
    <Page title={t('today.title')} head={data !== undefined && data.rows.length > 0 && <TodayHead progress={data.progress} search={search} onSearch={find} />}>
      {stage.name === 'open' && stage.packGone && data?.rows.length === 0 && <p className="banner is-note">{t('pin.packGone')}</p>}
      {error !== undefined ? <ErrorState message={problem(error)} retryWord={t('app.retry')} onRetry={reload} /> : data === undefined
        ? <ListSkeleton label={t('app.loading')} />
        : <Rows view={data} search={search} shown={shown} onMore={() => setShown(shown + ROWS_MORE)} />}
    </Page>
  )
}

function TodayHead({ progress, search, onSearch }: { progress: TodayView['progress']; search: string; onSearch: (words: string) => void }) {
  const t = useT()
  const { go } = useRouter()
  const [scanning, setScanning] = useState(false)
  const { lines: total, confirmed, waiting, open: left } = progress
  const done = confirmed + waiting
  const figures = { total: formatInteger(total), done: formatInteger(confirmed), waiting: formatInteger(waiting), left: formatInteger(left) }
  return (
    <div className="today-head">
      <p>{left === 0 ? t('today.progress.done', figures) : t('today.progress', figures)}</p>
      <div className="today-bar" aria-hidden="true"><span style={{ width: `${total === 0 ? 0 : Math.floor((100 * done) / total)}%` }} /></div>
      <div className="today-find">
        <SearchBox label={t('today.search')} clearWord={t('today.search.clear')} value={search} onChange={onSearch} />
        <button type="button" className="today-scan" aria-label={t('scan.title')} onClick={() => setScanning(true)}><ScanIcon /></button>
      </div>
      {scanning && <ScanSheet onToken={(token) => go(paths.card(token))} onClose={() => setScanning(false)} />}
    </div>
  )
}

function Rows({ view: { rows, index }, search, shown, onMore }: { view: TodayView; search: string; shown: number; onMore: () => void }) {
  const t = useT()
  if (rows.length === 0) return <EmptyState title={t('today.empty')} advice={t('today.empty.advice')} />
  const found = matching(rows, index, search)
  if (found.length === 0) return <EmptyState title={t('today.none', { words: search.trim() })} advice={t('today.none.advice')} />
  return (
    <>
      {search.trim() !== '' && <p className="section-title small" role="status">{t('today.found', { count: formatInteger(found.length) })}</p>}
      <ul className="rows">{found.slice(0, shown).map((row) => <li key={row.id}><HouseholdRow row={row} /></li>)}</ul>
      {found.length > shown && <div className="today-more"><Button onClick={onMore}>{t('today.more', { count: Math.min(ROWS_MORE, found.length - shown) })}</Button></div>}
    </>
  )
}
