import { CARD_STATUS, CHECK_METHOD } from '@anye/codes/card-status'
import { useT } from '../../../../app/i18n/locale.tsx'
import { formatDateTime, formatInteger, NO_VALUE } from '../../../../ui/format.ts'
import type { Column } from '../../../../ui/table/column.ts'
import { useCodeNames } from '../../../registry/code-names.ts'
import { LineMark } from '../LineMark.tsx'
import type { LineRow } from '../review.data.ts'

/** Columns of the lines: what the check found beside what the register knew. */
export function useLineColumns(): readonly Column<LineRow>[] {
  const t = useT()
  const { nameOf } = useCodeNames()
  return [
    { key: 'name', title: t('lines.name'), render: ({ name }) => name },
    { key: 'state', title: t('lines.state'), required: true, render: ({ state, inDispute }) => <LineMark state={state} inDispute={inDispute} /> },
    { key: 'status', title: t('lines.status'), render: ({ status }) => nameOf(CARD_STATUS, status) },
    { key: 'known', title: t('lines.known'), render: ({ knownStatus }) => nameOf(CARD_STATUS, knownStatus) },
    { key: 'employer', title: t('lines.employer'), render: ({ employer }) => <span className="clipped">{employer ?? NO_VALUE}</span> },
    { key: 'method', title: t('lines.method'), render: ({ method }) => (method === 'none' ? NO_VALUE : nameOf(CHECK_METHOD, method)) },
    { key: 'late', title: t('lines.late'), render: ({ late }) => (late ? t('drawer.late') : '') },
    { key: 'by', title: t('lines.by'), render: ({ checkedBy }) => checkedBy ?? NO_VALUE },
    { key: 'checkedAt', title: t('lines.at'), sortable: true, render: ({ checkedAt }) => formatDateTime(checkedAt) },
    { key: 'place', title: t('lines.place'), sortable: true, render: ({ place }) => place },
    { key: 'group', title: t('lines.group'), optional: true, render: ({ groupName }) => groupName ?? NO_VALUE },
    {
      key: 'unchanged', title: t('lines.unchangedMonths'), align: 'number', optional: true, sortable: true,
      render: ({ monthsUnchanged, noChange }) => formatInteger(noChange ? monthsUnchanged + 1 : 0),
    },
    { key: 'reviewer', title: t('lines.reviewer'), optional: true, render: ({ reviewedBy }) => reviewedBy ?? NO_VALUE },
    { key: 'note', title: t('lines.note'), render: ({ reviewNote }) => <span className="clipped">{reviewNote ?? ''}</span> },
  ]
}
