import { useT } from '../../app/i18n/locale.tsx'
import { StateShape } from '../../ui/figures/StateMark.tsx'
import type { ReportSummary } from './report-types.ts'

/** Waiting for a signature, or signed, by shape and word. */
export function ReportMark({ report: { state } }: { report: Pick<ReportSummary, 'state'> }) {
  const t = useT()
  return (
    <span className="state-mark">
      <StateShape state={state === 'signed' ? 'on_plan' : 'behind'} />
      {t(`reports.state.${state}`)}
    </span>
  )
}
