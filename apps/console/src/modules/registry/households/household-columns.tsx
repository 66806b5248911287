import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { formatInteger, NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { Clipped, TypeCell } from '../persons/person-columns.tsx'
import type { HouseholdRow } from '../registry-types.ts'
import { CoverMark } from './CoverMark.tsx'

/**
 * Columns of the list of households: head, how it stands, how many can work and do, since when nobody does.
 */
export function useHouseholdColumns(): readonly Column<HouseholdRow>[] {
  const t = useT()
  const count = (key: 'labourers' | 'available' | 'employed' | 'stable'): Column<HouseholdRow> => ({
    key,
    title: t(`field.${key}`),
    unit: t('unit.person'),
    align: 'number',
    width: 88,
    render: (row) => formatInteger(row[key]),
  })
  return [
    {
      key: 'head',
      title: t('field.head'),
      sortable: true,
      render: (row) => <UiLink href={paths.household(row.id)}>{row.headName}</UiLink>,
    },
    { key: 'cover', title: t('field.cover'), render: (row) => <CoverMark household={row} /> },
    {
      key: 'place',
      title: t('field.village'),
      sortable: true,
      render: ({ place }) => <Clipped text={place} />,
    },
    { key: 'group', title: t('field.group'), render: ({ groupName }) => groupName ?? NO_VALUE },
    {
      key: 'type',
      title: t('field.type'),
      render: (row) => <TypeCell row={{ householdType: row.type, resettled: row.resettled }} />,
    },
    {
      key: 'members',
      title: t('field.members'),
      unit: t('unit.person'),
      align: 'number',
      sortable: true,
      width: 88,
      render: ({ members }) => formatInteger(members),
    },
    count('labourers'),
    count('available'),
    count('employed'),
    count('stable'),
    {
      key: 'zero_since',
      title: t('field.zeroSince'),
      sortable: true,
      render: ({ zeroSince }) => zeroSince ?? NO_VALUE,
    },
    {
      key: 'contact',
      title: t('field.contact'),
      render: ({ contactName }) => contactName ?? <span className="quiet">{t('field.contact.none')}</span>,
    },
    { key: 'hhNo', title: t('field.hhNo'), optional: true, render: ({ hhNo }) => hhNo ?? NO_VALUE },
  ]
}
