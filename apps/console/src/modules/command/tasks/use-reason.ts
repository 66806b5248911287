import { NEED_KIND } from '@anye/codes/need-kind'
import { useT } from '../../../app/i18n/locale.tsx'
import { useCodeNames } from '../../registry/code-names.ts'
import { toExemptionReason } from '../../registry/exemptions/exemption-reasons.ts'
import type { TaskRow } from './tasks.data.ts'

/** Why a task stands in the list, in one sentence. */
export function useReason(): (task: TaskRow) => string {
  const t = useT()
  const { nameOf } = useCodeNames()
  return ({ kind, detail, dueOn, personName }) => {
    const person = personName ?? ''
    const day = dueOn ?? ''
    switch (kind) {
      case 'check':
        return detail.returned
          ? t('task.check.returned', { lines: detail.lines ?? 0, returned: detail.returned, note: detail.note ?? '' })
          : t('task.check', { lines: detail.lines ?? 0 })
      case 'need':
      case 'need_close':
        return t(`task.${kind}`, { person, need: nameOf(NEED_KIND, detail.code), note: detail.note ?? '' })
      case 'zero':
      case 'zero_close':
        return t(`task.${kind}`, { since: detail.since ?? '' })
      case 'evidence':
        return t('task.evidence', { person, employer: detail.employer ?? '', since: detail.since ?? '', day })
      case 'exemption':
        return t('task.exemption', { person, reason: t(`exemption.${toExemptionReason(detail.code ?? '')}`), day })
      case 'contract':
        return t('task.contract', { person, employer: detail.employer ?? '', day })
    }
  }
}
