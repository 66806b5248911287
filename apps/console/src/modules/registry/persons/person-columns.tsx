import { EDUCATION } from '@anye/codes/education'
import { ETHNIC } from '@anye/codes/ethnic'
import { HOUSEHOLD_TYPE } from '@anye/codes/household-type'
import { LABOUR_SKILL } from '@anye/codes/labour-skill'
import { POPULATION_CLASS } from '@anye/codes/population-class'
import { RELATION } from '@anye/codes/relation'
import { SEX } from '@anye/codes/sex'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { formatInteger, NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { useCodeNames } from '../code-names.ts'
import type { PersonRow } from '../registry-types.ts'
import { useHukouColumn } from './hukou-column.tsx'
import { WorkMark } from './WorkMark.tsx'

/**
 * Columns of the list of persons, in the order a village reads them: who, how they stand, where, what they
 * earn.
 */
export function usePersonColumns(): readonly Column<PersonRow>[] {
  const t = useT()
  const { nameOf } = useCodeNames()
  const hukou = useHukouColumn()
  return [
    {
      key: 'name',
      title: t('field.name'),
      sortable: true,
      render: (row) => <UiLink href={paths.person(row.id)}>{row.name}</UiLink>,
    },
    { key: 'sex', title: t('field.sex'), width: 48, render: ({ sex }) => nameOf(SEX, sex) },
    {
      key: 'age',
      title: t('field.age'),
      align: 'number',
      sortable: true,
      width: 64,
      render: ({ age }) => formatInteger(age),
    },
    { key: 'relation', title: t('field.relation'), render: ({ relation }) => nameOf(RELATION, relation) },
    { key: 'work', title: t('field.work'), render: ({ work }) => <WorkMark state={work} /> },
    { key: 'employer', title: t('field.employer'), render: ({ employer }) => <Clipped text={employer} /> },
    { key: 'workPlace', title: t('field.place'), render: ({ workPlace }) => <Clipped text={workPlace} /> },
    {
      key: 'wage',
      title: t('field.wage'),
      unit: t('unit.yuanMonth'),
      align: 'number',
      sortable: true,
      width: 104,
      render: ({ wageMonthly, wageBand }) =>
        wageMonthly === null ? (wageBand ?? NO_VALUE) : formatInteger(wageMonthly),
    },
    {
      key: 'place',
      title: t('field.village'),
      sortable: true,
      render: ({ place }) => <Clipped text={place} />,
    },
    {
      key: 'group',
      title: t('field.group'),
      optional: true,
      render: ({ groupName }) => groupName ?? NO_VALUE,
    },
    { key: 'type', title: t('field.type'), render: (row) => <TypeCell row={row} /> },
    {
      key: 'skill',
      title: t('field.labourSkill'),
      optional: true,
      render: ({ labourSkill }) => nameOf(LABOUR_SKILL, labourSkill),
    },
    {
      key: 'popClass',
      title: t('field.popClass'),
      optional: true,
      render: ({ popClass }) => nameOf(POPULATION_CLASS, popClass),
    },
    {
      key: 'education',
      title: t('field.education'),
      optional: true,
      render: ({ education }) => nameOf(EDUCATION, education),
    },
    {
      key: 'ethnic',
      title: t('field.ethnic'),
      optional: true,
      render: ({ ethnic }) => nameOf(ETHNIC, ethnic),
    },
    { ...hukou, optional: true },
    { key: 'idNo', title: t('field.idNo'), optional: true, render: ({ idMasked }) => idMasked ?? NO_VALUE },
    { key: 'phone', title: t('field.phone'), render: ({ phoneMasked }) => phoneMasked ?? NO_VALUE },
  ]
}

/** Long names of firms end in an ellipsis; the whole stands in the tooltip. */
export function Clipped({ text }: { text: string | null }) {
  return text === null ? (
    NO_VALUE
  ) : (
    <span className="clipped" title={text}>
      {text}
    </span>
  )
}

export function TypeCell({ row }: { row: Pick<PersonRow, 'householdType' | 'resettled'> }) {
  const t = useT()
  const { nameOf } = useCodeNames()
  return [nameOf(HOUSEHOLD_TYPE, row.householdType), row.resettled ? t('field.resettled.mark') : '']
    .filter(Boolean)
    .join(' · ')
}
