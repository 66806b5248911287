import { useT } from '../../../app/i18n/locale.tsx'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import type { ContactRow } from '../registry-types.ts'

/** Whether a household's contact holds, and if not, why: by shape and word. */
export function ContactGapMark({ gap }: { gap: ContactRow['gap'] }) {
  const t = useT()
  if (gap === null) return <StateMark state="on_plan" word={t('contacts.gap.held')} />
  return <StateMark state={gap === 'none' ? 'far_behind' : 'behind'} word={t(`contacts.gap.${gap}`)} />
}
