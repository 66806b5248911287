import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { StateShape } from '../../../ui/figures/StateMark.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import type { TaskRow } from './tasks.data.ts'
import { useReason } from './use-reason.ts'

/** Columns of the task list: whom to go to, what to do and why, by when, through whom, and whether it is done. */
export function useTaskColumns(): readonly Column<TaskRow>[] {
  const t = useT()
  const reasonOf = useReason()
  return [
    {
      key: 'household',
      title: t('need.household'),
      render: ({ householdId, headName }) => <UiLink href={paths.household(householdId)}>{headName}</UiLink>,
    },
    { key: 'group', title: t('tasks.group'), render: ({ groupName }) => groupName ?? NO_VALUE },
    { key: 'kind', title: t('tasks.kind'), render: ({ kind }) => t(`tasks.kind.${kind}`) },
    { key: 'reason', title: t('tasks.reason'), render: (task) => <span className="task-reason">{reasonOf(task)}</span> },
    { key: 'due', title: t('need.dueOn'), width: 104, render: ({ dueOn }) => dueOn ?? NO_VALUE },
    { key: 'owner', title: t('need.owner'), render: ({ ownerName }) => ownerName ?? NO_VALUE },
    { key: 'state', title: t('tasks.state'), render: (task) => <TaskMark task={task} /> },
  ]
}

/** Done, still to do, late, or out of time: by shape and word. */
function TaskMark({ task: { state, overdue, isNew } }: { task: TaskRow }) {
  const t = useT()
  const stage = state === 'open' && overdue ? 'late' : state
  const shape = { done: 'on_plan', open: 'behind', late: 'far_behind', over: 'no_data' } as const
  return (
    <span className="state-mark">
      <StateShape state={shape[stage]} />
      {t(`tasks.stage.${stage}`)}
      {isNew && <span className="quiet">{t('tasks.new')}</span>}
    </span>
  )
}
