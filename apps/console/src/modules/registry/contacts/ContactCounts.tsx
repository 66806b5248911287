import { useT } from '../../../app/i18n/locale.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { LinkedNumber } from '../../../ui/figures/LinkedNumber.tsx'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { paths } from '../../../app/paths.ts'
import type { ContactCount } from '../registry-types.ts'
import { GAPS } from './contacts.data.ts'

const FIELD_OF = { none: 'none', term_over: 'termOver', account_disabled: 'accountDisabled', post_ended: 'postEnded' } as const

/** How many of the households of one row have no contact that holds. */
export function gapsOf(row: ContactCount): number {
  return GAPS.reduce((sum, gap) => sum + row[FIELD_OF[gap]], 0)
}

interface ContactCountsProps {
  place: string
  rows: readonly ContactCount[] | undefined
}

/** Gaps of the places directly below, most gaps first; each number opens its households. */
export function ContactCounts({ place, rows }: ContactCountsProps) {
  const t = useT()
  return (
    <DataTable
      name="contact-counts"
      caption={t('contacts.counts')}
      columns={useCountColumns(place)}
      rows={rows}
      rowKey={({ code, name }) => `${code}/${name}`}
    />
  )
}

function useCountColumns(place: string): readonly Column<ContactCount>[] {
  const t = useT()
  // The groups of a village have its code; they are told apart by name.
  const queryOf = ({ code, name }: ContactCount, gap: string) =>
    code === place ? { place, group: name, gap } : { place: code, gap }
  return [
    {
      key: 'place',
      title: t('contacts.place'),
      render: (row) =>
        row.code === place && row.name === '' ? (
          t('contacts.group.none')
        ) : (
          <UiLink href={paths.contacts(queryOf(row, 'any'))}>{row.name}</UiLink>
        ),
    },
    {
      key: 'households',
      title: t('contacts.households'),
      unit: t('unit.household'),
      align: 'number',
      render: ({ households }) => formatInteger(households),
    },
    {
      key: 'gaps',
      title: t('contacts.gaps'),
      unit: t('unit.household'),
      align: 'number',
      render: (row) => <LinkedNumber value={gapsOf(row)} href={paths.contacts(queryOf(row, 'any'))} />,
    },
    ...GAPS.map((gap): Column<ContactCount> => ({
      key: gap,
      title: t(`contacts.gap.${gap}`),
      unit: t('unit.household'),
      align: 'number',
      render: (row) => <LinkedNumber value={row[FIELD_OF[gap]]} href={paths.contacts(queryOf(row, gap))} />,
    })),
  ]
}
