import { useT } from '../../../app/i18n/locale.tsx'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import type { ExportRow } from '../registry-types.ts'

const SHAPES = {
  waiting: 'behind',
  approved: 'no_data',
  making: 'no_data',
  ready: 'on_plan',
  refused: 'far_behind',
  failed: 'far_behind',
} as const satisfies Record<ExportRow['state'], string>

export function ExportMark({ state }: { state: ExportRow['state'] }) {
  const t = useT()
  return (
    <span className="state-mark">
      <StateShape state={SHAPES[state]} />
      {t(`exports.state.${state}`)}
    </span>
  )
}
