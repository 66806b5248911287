import type { CheckMethodCode } from '@anye/contract/cards/check'
import { useT } from '../../app/i18n/locale.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { keepMethod } from './method.ts'

const METHODS = ['visit', 'video', 'phone', 'proxy'] as const

/** 入户, 视频, 电话, 代核: in sight and chosen once a round. */
export function MethodChoice({ label, value, onChange }: { label: string; value: CheckMethodCode | null; onChange: (method: CheckMethodCode) => void }) {
  const t = useT()
  const choose = (method: (typeof METHODS)[number]) => {
    keepMethod(method)
    onChange(method)
  }
  const shown = METHODS.find((method) => method === value) ?? null
  return <Segmented label={label} value={shown} onChange={choose} options={METHODS.map((method) => ({ value: method, word: t(`method.${method}`) }))} />
}
