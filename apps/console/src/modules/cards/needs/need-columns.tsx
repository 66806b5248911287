import { NEED_KIND } from '@anye/codes/need-kind'
import { SERVICE_KIND } from '@anye/codes/service-kind'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { useCodeNames } from '../../registry/code-names.ts'
import { NeedActions } from './NeedActions.tsx'
import { NeedMark } from './NeedMark.tsx'
import type { Need } from './needs.data.ts'

/** Columns of a list of needs: whose, what, by when, through whom, and what came of it. */
export function useNeedColumns(): readonly Column<Need>[] {
  const t = useT()
  const { nameOf } = useCodeNames()
  return [
    {
      key: 'name',
      title: t('need.person'),
      render: ({ personId, name }) => <UiLink href={paths.person(personId)}>{name}</UiLink>,
    },
    { key: 'stage', title: t('need.stage'), render: (need) => <NeedMark need={need} /> },
    { key: 'due', title: t('need.dueOn'), width: 104, render: ({ dueOn }) => dueOn },
    { key: 'kind', title: t('need.kind'), render: ({ kind }) => nameOf(NEED_KIND, kind) },
    { key: 'note', title: t('need.note'), render: (need) => <Words need={need} /> },
    { key: 'owner', title: t('need.owner'), render: ({ ownerName }) => ownerName ?? NO_VALUE },
    {
      key: 'household',
      title: t('need.household'),
      render: ({ householdId, headName }) => <UiLink href={paths.household(householdId)}>{headName}</UiLink>,
    },
    { key: 'place', title: t('field.village'), render: ({ place, groupName }) => [place, groupName].filter(Boolean).join(' ') },
    {
      key: 'service',
      title: t('need.service'),
      render: ({ service, servedOn, servedBy }) =>
        service ? [nameOf(SERVICE_KIND, service), servedOn, servedBy].filter(Boolean).join(' · ') : NO_VALUE,
    },
    {
      key: 'actions',
      title: t('exports.actions'),
      required: true,
      render: (need) => <NeedActions need={need} />,
    },
  ]
}

/** What is asked for, and why it was sent back. */
function Words({ need: { note, reopenNote, serviceNote } }: { need: Need }) {
  const t = useT()
  const words = [note, serviceNote, reopenNote && t('need.reopened', { reason: reopenNote })].filter(Boolean).join('；')
  if (!words) return NO_VALUE
  return (
    <span className="clipped is-wide" title={words}>
      {words}
    </span>
  )
}
