import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { formatInteger } from '../../../ui/format.ts'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import type { WeakGroupRow } from './weak-groups.data.ts'

/** Whether somebody has to act on a group: by shape and word. */
export function AlertMark({ alert }: { alert: WeakGroupRow['alert'] }) {
  const t = useT()
  if (alert === null) return <StateMark state="on_plan" word={t('weakGroups.alert.fine')} />
  return <StateMark state={alert === 'no_cadre' ? 'far_behind' : 'behind'} word={t(`weakGroups.alert.${alert}`)} />
}

type Figure = 'baseUnemployed' | 'unemployed' | 'employed' | 'foundWork' | 'labourers'

/** Columns of the list of weak groups: where, what came of it, who works there. */
export function useWeakGroupColumns(): readonly Column<WeakGroupRow>[] {
  const t = useT()
  const figure = (field: Figure, sortKey?: string): Column<WeakGroupRow> => ({
    key: sortKey ?? field,
    title: t(`weakGroups.${field}`),
    unit: t('unit.person'),
    align: 'number',
    ...(sortKey ? { sortable: true } : {}),
    render: (row) => formatInteger(row[field]),
  })
  return [
    {
      key: 'group',
      title: t('weakGroups.group'),
      render: ({ id, groupName }) => <UiLink href={paths.weakGroup(id)}>{groupName}</UiLink>,
    },
    { key: 'place', title: t('weakGroups.place'), sortable: true, render: ({ place }) => place },
    { key: 'alert', title: t('weakGroups.alert'), render: ({ alert }) => <AlertMark alert={alert} /> },
    figure('labourers'),
    figure('baseUnemployed'),
    figure('unemployed', 'unemployed'),
    figure('employed'),
    figure('foundWork', 'found_work'),
    {
      key: 'parties',
      title: t('weakGroups.parties'),
      align: 'number',
      render: ({ partyGroups }) => formatInteger(partyGroups),
    },
    { key: 'cadres', title: t('weakGroups.cadres'), unit: t('unit.person'), align: 'number', render: ({ cadres }) => formatInteger(cadres) },
    { key: 'listed_on', title: t('weakGroups.listedOn'), sortable: true, render: ({ listedOn }) => listedOn },
    {
      key: 'criteria',
      title: t('weakGroups.criteria'),
      optional: true,
      render: ({ criteria }) => criteria.map((criterion) => t(`criterion.${criterion}`)).join(t('list.comma')),
    },
  ]
}
