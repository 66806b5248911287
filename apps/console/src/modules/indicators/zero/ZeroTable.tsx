import { HOUSEHOLD_TYPE } from '@anye/codes/household-type'
import { labelOf } from '@anye/codes/code-list'
import { useLocale, useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { formatInteger } from '../../../ui/format.ts'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { ZeroHousehold } from '../indicator-types.ts'

/** Half a screen is enough for who, how soon, where and through whom. */
const LEFT_TO_THE_FULL_LIST = new Set(['available', 'since', 'due'])

interface ZeroTableProps {
  name: string
  /** Beside a wide table: leaves the type of household to the full list too. */
  narrow?: boolean
  rows: readonly ZeroHousehold[] | undefined
  onOpen: (row: ZeroHousehold) => void
}

/** The most urgent zero-employment households beside the map: whom to call, how soon, and through whom. */
export function ZeroTable({ name, narrow = false, rows, onOpen }: ZeroTableProps) {
  const t = useT()
  return (
    <DataTable
      name={name}
      caption={t('zero.question')}
      columns={useZeroColumns().filter(({ key }) => !LEFT_TO_THE_FULL_LIST.has(key) && !(narrow && key === 'type'))}
      rows={rows}
      rowKey={({ householdId }) => householdId}
      onOpen={onOpen}
      empty={<EmptyState title={t('zero.none')} advice={t('zero.none.advice')} />}
    />
  )
}

/** Close to its deadline: as many working days as a village needs to visit, refer and place. */
const SOON_DAYS = 5

/** Days left by word and shape: overdue, due today, days. */
export function DaysLeft({ days }: { days: number }) {
  const t = useT()
  const state = days < 0 ? 'far_behind' : days <= SOON_DAYS ? 'behind' : undefined
  const word = days < 0 ? t('zero.overdue', { days: -days }) : days === 0 ? t('zero.today') : t('zero.days', { days })
  return (
    <span className="state-mark">
      {state && <StateShape state={state} />}
      {word}
    </span>
  )
}

export function useZeroColumns(): readonly Column<ZeroHousehold>[] {
  const { t, locale } = useLocale()
  const language = locale === 'en' ? 'en' : 'zh'
  return [
    {
      key: 'head',
      title: t('zero.head'),
      render: ({ householdId, headName }) => <UiLink href={paths.household(householdId)}>{headName}</UiLink>,
    },
    { key: 'daysLeft', title: t('zero.daysLeft'), width: 104, render: ({ daysLeft }) => <DaysLeft days={daysLeft} /> },
    { key: 'place', title: t('zero.place'), render: ({ place, groupName }) => [place, groupName].filter(Boolean).join(' ') },
    {
      key: 'type',
      title: t('zero.type'),
      render: ({ type, resettled }) =>
        [labelOf(HOUSEHOLD_TYPE, type, language), resettled ? t('zero.resettled') : ''].filter(Boolean).join(' · '),
    },
    {
      key: 'available',
      title: t('zero.available'),
      unit: t('unit.person'),
      align: 'number',
      render: ({ available }) => formatInteger(available),
    },
    { key: 'since', title: t('zero.since'), render: ({ since }) => since },
    { key: 'due', title: t('zero.due'), render: ({ dueOn }) => dueOn },
    {
      key: 'contact',
      title: t('zero.contact'),
      render: ({ contactName }) => contactName ?? <span className="quiet">{t('zero.contact.none')}</span>,
    },
  ]
}
