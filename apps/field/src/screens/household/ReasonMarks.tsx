import type { ReasonDoc } from '@anye/pack/documents'
import type { MessageKey } from '../../app/i18n/zh-CN.ts'
import { zh } from '../../app/i18n/zh-CN.ts'
import { useT } from '../../app/i18n/locale.tsx'

const MOST = 3
const isKnown = (key: string): key is MessageKey => Object.prototype.hasOwnProperty.call(zh, key)

/** Why a household stands on the list, in a word each; a reason of a newer server reads as "other". */
export function ReasonMarks({ reasons }: { reasons: readonly ReasonDoc[] }) {
  const t = useT()
  const words = new Set(reasons.map(({ kind }) => {
    const key = `reason.${kind}`
    return t(isKnown(key) ? key : 'reason.other')
  }))
  if (words.size === 0) return null
  return <span className="reasons">{Array.from(words).slice(0, MOST).map((word) => <span key={word}>{word}</span>)}</span>
}
