import { useT } from '../../../app/i18n/locale.tsx'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import type { ImportState } from './imports.data.ts'

const SHAPES = {
  checking: 'no_data',
  checked: 'behind',
  committing: 'no_data',
  committed: 'on_plan',
  failed: 'far_behind',
  cancelled: 'no_data',
} as const satisfies Record<ImportState, string>

/** Where an import stands, by shape and word. */
export function ImportMark({ state }: { state: ImportState }) {
  const t = useT()
  return (
    <span className="state-mark">
      <StateShape state={SHAPES[state]} />
      {t(`imports.state.${state}`)}
    </span>
  )
}
