import { useLocale } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { formatDateTime, NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { LateWorkActions } from './LateWorkActions.tsx'
import type { LateWork, State } from './late-work.data.ts'
import { workWords } from './work-words.ts'

/** Columns of the inbox: whose household, what was done, by whom, when, and why it lies here. */
export function useLateWorkColumns(state: State): readonly Column<LateWork>[] {
  const { t, locale } = useLocale()
  return [
    { key: 'person', title: t('late.person'), render: ({ personName, headName }) => personName ?? headName },
    {
      key: 'work',
      title: t('late.work'),
      render: ({ endpoint, input }) => {
        const words = workWords(endpoint, input, locale, t)
        return <span className="clipped is-wide" title={words}>{words}</span>
      },
    },
    { key: 'author', title: t('late.author'), render: ({ author }) => author },
    { key: 'at', title: t('late.at'), render: ({ deviceAt }) => formatDateTime(deviceAt) },
    { key: 'why', title: t('late.why'), render: ({ reason }) => t(`late.reason.${reason}`) },
    {
      key: 'household',
      title: t('late.household'),
      render: ({ householdId, headName }) => <UiLink href={paths.household(householdId)}>{headName}</UiLink>,
    },
    { key: 'place', title: t('field.village'), render: ({ place }) => place },
    { key: 'received', title: t('late.received'), render: ({ receivedAt }) => formatDateTime(receivedAt) },
    state === 'open'
      ? { key: 'actions', title: t('exports.actions'), required: true, render: (work) => <LateWorkActions work={work} /> }
      : { key: 'note', title: t('late.decision'), render: ({ decisionNote }) => decisionNote ?? NO_VALUE },
  ]
}
