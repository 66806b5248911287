import { useT } from '../../../app/i18n/locale.tsx'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import type { Result } from './use-entries.ts'

const SHAPE = { sending: 'no_data', stored: 'on_plan', fault: 'behind', refused: 'far_behind', waiting: 'behind' } as const

/** What became of a row, beside it: by shape and word. */
export function ResultMark({ result, isTyped }: { result: Result | undefined; isTyped: boolean }) {
  const t = useT()
  if (!result) return isTyped ? <span className="quiet">{t('keyed.typed')}</span> : null
  return (
    <span className="state-mark" role={result.kind === 'refused' ? 'alert' : 'status'}>
      <StateShape state={SHAPE[result.kind]} />
      {wordOf(result, t)}
    </span>
  )
}

function wordOf(result: Result, t: ReturnType<typeof useT>): string {
  switch (result.kind) {
    case 'sending':
      return t('keyed.sending')
    case 'stored':
      return t(result.notes.includes('in_dispute') ? 'keyed.stored.dispute' : result.notes.includes('month_closed') ? 'keyed.stored.closed' : 'keyed.stored')
    case 'fault':
      return t(`keyed.fault.${result.fault}`)
    case 'refused':
      return result.message
    case 'waiting':
      return t('keyed.waiting', { message: result.message })
  }
}
