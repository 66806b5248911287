import { labelOf } from '@anye/codes/code-list'
import { HOUSEHOLD_TYPE } from '@anye/codes/household-type'
import { SEX } from '@anye/codes/sex'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { formatInteger, NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import type { MemberRow } from '../indicator-types.ts'

/** Columns of the list behind a figure, for households or for persons. */
export function useMemberColumns(over: 'household' | 'person'): readonly Column<MemberRow>[] {
  const { t, locale } = useLocale()
  const language = locale === 'en' ? 'en' : 'zh'
  const count = (key: 'labourers' | 'employed' | 'stable'): Column<MemberRow> => ({
    key,
    title: t(`members.${key}`),
    unit: t('unit.person'),
    align: 'number',
    render: (row) => formatInteger(row[key]),
  })
  const text = (key: 'employer' | 'workPlace', title: string): Column<MemberRow> => ({
    key,
    title,
    render: (row) => row[key] ?? NO_VALUE,
  })
  const where: readonly Column<MemberRow>[] = [
    { key: 'place', title: t('zero.place'), render: ({ place }) => place },
    { key: 'group', title: t('members.group'), render: ({ groupName }) => groupName ?? NO_VALUE },
    {
      key: 'type',
      title: t('zero.type'),
      render: ({ type, resettled }) =>
        [labelOf(HOUSEHOLD_TYPE, type, language), resettled ? t('zero.resettled') : ''].filter(Boolean).join(' · '),
    },
  ]
  if (over === 'household') {
    return [
      { key: 'head', title: t('members.head'), render: (row) => <MemberLink row={row} /> },
      ...where,
      count('labourers'),
      count('employed'),
      count('stable'),
      { key: 'zeroSince', title: t('members.zeroSince'), render: ({ zeroSince }) => zeroSince ?? NO_VALUE },
    ]
  }
  return [
    { key: 'name', title: t('members.name'), render: (row) => <MemberLink row={row} /> },
    { key: 'sex', title: t('members.sex'), render: ({ sex }) => (sex === null ? NO_VALUE : labelOf(SEX, sex, language)) },
    { key: 'age', title: t('members.age'), align: 'number', render: ({ age }) => formatInteger(age) },
    ...where,
    text('employer', t('members.employer')),
    text('workPlace', t('members.workPlace')),
    { key: 'until', title: t('members.until'), render: ({ employedUntil }) => employedUntil ?? NO_VALUE },
  ]
}

function MemberLink({ row }: { row: MemberRow }) {
  const href = row.personId ? paths.person(row.personId) : paths.household(row.householdId)
  return <UiLink href={href}>{row.name}</UiLink>
}
