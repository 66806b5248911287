import { RELATION } from '@anye/codes/relation'
import { LABOUR_SKILL } from '@anye/codes/labour-skill'
import { SEX } from '@anye/codes/sex'
import { useNavigate } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { formatInteger, NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { useCodeNames } from '../code-names.ts'
import { Clipped } from '../persons/person-columns.tsx'
import { useHukouColumn } from '../persons/hukou-column.tsx'
import { WorkMark } from '../persons/WorkMark.tsx'
import type { PersonRow } from '../registry-types.ts'

/** The members with how each stands in work. */
export function MembersPanel({ members }: { members: readonly PersonRow[] }) {
  const t = useT()
  const navigate = useNavigate()
  return (
    <Panel title={t('household.members')} note={t('household.members.note', { count: members.length })}>
      <DataTable
        name="household-members"
        caption={t('household.members')}
        columns={useMemberColumns(members.some(({ hukouElsewhere }) => hukouElsewhere !== null))}
        rows={members}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(paths.person(id))}
      />
    </Panel>
  )
}

/** @param withHukou some member is registered elsewhere; no other household needs the column */
function useMemberColumns(withHukou: boolean): readonly Column<PersonRow>[] {
  const t = useT()
  const { nameOf } = useCodeNames()
  const hukou = useHukouColumn()
  return [
    {
      key: 'name',
      title: t('field.name'),
      render: ({ id, name }) => <UiLink href={paths.person(id)}>{name}</UiLink>,
    },
    { key: 'relation', title: t('field.relation'), render: ({ relation }) => nameOf(RELATION, relation) },
    { key: 'sex', title: t('field.sex'), render: ({ sex }) => nameOf(SEX, sex) },
    {
      key: 'age',
      title: t('field.age'),
      align: 'number',
      width: 72,
      render: ({ age }) => formatInteger(age),
    },
    {
      key: 'skill',
      title: t('field.labourSkill'),
      render: ({ labourSkill }) => nameOf(LABOUR_SKILL, labourSkill),
    },
    ...(withHukou ? [hukou] : []),
    { key: 'work', title: t('field.work'), render: ({ work }) => <WorkMark state={work} /> },
    { key: 'employer', title: t('field.employer'), render: ({ employer }) => <Clipped text={employer} /> },
    { key: 'workPlace', title: t('field.place'), render: ({ workPlace }) => <Clipped text={workPlace} /> },
    {
      key: 'wage',
      title: t('field.wage'),
      unit: t('unit.yuanMonth'),
      align: 'number',
      width: 112,
      render: ({ wageMonthly, wageBand }) =>
        wageMonthly === null ? (wageBand ?? NO_VALUE) : formatInteger(wageMonthly),
    },
    { key: 'phone', title: t('field.phone'), render: ({ phoneMasked }) => phoneMasked ?? NO_VALUE },
  ]
}
