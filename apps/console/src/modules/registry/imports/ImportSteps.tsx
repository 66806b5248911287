import { Steps } from 'antd'
import { useT } from '../../../app/i18n/locale.tsx'

export const STEPS = ['upload', 'mapping', 'preview', 'commit', 'result'] as const
export type Step = (typeof STEPS)[number]

interface ImportStepsProps {
  current: number
  /** Goes back and forth between steps that are open; undefined where there is no way. */
  onStep?: ((step: Step) => void) | undefined
  open?: ReadonlySet<Step>
  isFailed?: boolean
}

/** Where in the five steps an import stands. */
export function ImportSteps({ current, onStep, open, isFailed = false }: ImportStepsProps) {
  const t = useT()
  return (
    <Steps
      size="small"
      className="import-steps screen-only"
      current={current}
      status={isFailed ? 'error' : 'process'}
      {...(onStep ? { onChange: (index: number) => STEPS[index] && onStep(STEPS[index]) } : {})}
      items={STEPS.map((step) => ({ title: t(`imports.step.${step}`), disabled: !open?.has(step) }))}
    />
  )
}
