import { TASK_KINDS } from '@anye/contract/command/tasks/task'
import { addDays } from '@anye/kernel/calendar-date'
import { Segmented } from 'antd'
import { useNavigate } from 'react-router'
import { today } from '../../../app/clock.ts'
import { DateField } from '../../../app/command/DateField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useListState } from '../../../app/use-list-state.ts'
import { formatDateTime, formatInteger } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { DivisionField } from '../../organization/divisions/DivisionField.tsx'
import { ChoiceFilter } from '../../registry/list-filters.tsx'
import { useTaskColumns } from './task-columns.tsx'
import { useTasks } from './tasks.data.ts'
import type { TaskList, TaskRow } from './tasks.data.ts'
import '../../registry/registry.css'

type List = ReturnType<typeof useListState>
const VILLAGE_LEVEL = 5
const STATES = ['all', 'open', 'done'] as const

/** What a village has to do today and what of it is done; of a past day, its record. */
export default function TasksPage() {
  const t = useT()
  const list = useListState()
  const tasks = useTasks({ village: list.filter('village'), day: list.filter('day') })
  const { data } = tasks
  return (
    <div className="page">
      <PageHead
        question={t(data?.isToday === false ? 'tasks.question.past' : 'tasks.question', { day: data?.day ?? '' })}
        answer={tasks.isError ? null : data && answerOf(data, t)}
        note={data?.takenAt && t('tasks.taken', { at: formatDateTime(data.takenAt) })}
        actions={<PrintButton />}
      />
      {tasks.isError ? (
        <ProblemState error={tasks.error} onRetry={() => void tasks.refetch()} />
      ) : (
        <TaskTable data={data} list={list} />
      )}
    </div>
  )
}

function answerOf({ village, rows, isToday, takenAt }: TaskList, t: ReturnType<typeof useT>): string {
  if (village === null) return t('tasks.answer.choose')
  if (!isToday && takenAt === null) return t('tasks.answer.noRecord', { village: village.name })
  const done = rows.filter(({ state }) => state === 'done').length
  const late = rows.filter(({ overdue }) => overdue).length
  const counts = { village: village.name, all: formatInteger(rows.length), done: formatInteger(done), late: formatInteger(late) }
  return t(isToday ? 'tasks.answer' : 'tasks.answer.past', counts)
}

function TaskTable({ data, list }: { data: TaskList | undefined; list: List }) {
  const t = useT()
  const navigate = useNavigate()
  const columns = useTaskColumns()
  const none = data?.village === null ? 'choose' : data && !data.isToday && data.takenAt === null ? 'noRecord' : 'nothing'
  return (
    <DataTable
      name="tasks"
      caption={t('tasks.question')}
      columns={columns}
      rows={data && shownOf(data.rows, list)}
      rowKey={({ kind, subjectId }) => `${kind}-${subjectId}`}
      onOpen={({ householdId }) => void navigate(paths.household(householdId))}
      filters={<TaskFilters data={data} list={list} />}
      empty={<EmptyState title={t(`tasks.none.${none}`)} advice={t(`tasks.none.${none}.advice`)} />}
    />
  )
}

function shownOf(rows: readonly TaskRow[], list: List): TaskRow[] {
  const [kind, state, owner] = [list.filter('kind'), list.filter('state'), list.filter('owner')]
  return rows.filter((task) =>
    (!kind || task.kind === kind) && (!owner || task.ownerName === owner) && (!state || (task.state === 'done') === (state === 'done')))
}

function TaskFilters({ data, list }: { data: TaskList | undefined; list: List }) {
  const t = useT()
  const rows = data?.rows ?? []
  const owners = [...new Set(rows.flatMap(({ ownerName }) => ownerName ?? []))].toSorted()
  const yesterday = addDays(today(), -1)
  const day = list.filter('day')
  return (
    <>
      <DivisionField
        className="place-filter is-village"
        level={VILLAGE_LEVEL}
        value={list.filter('village') ?? data?.village?.code}
        onChange={(village) => list.setFilter('village', village)}
        placeholder={t('tasks.village')}
      />
      <DateField
        value={day ?? today()}
        latest={today()}
        onChange={(chosen) => list.setFilter('day', chosen === null || chosen > yesterday ? undefined : chosen)}
      />
      <Segmented
        size="small"
        value={STATES.find((state) => state === list.filter('state')) ?? 'all'}
        onChange={(state) => list.setFilter('state', state === 'all' ? undefined : state)}
        options={STATES.map((value) => ({ value, label: t(`tasks.state.${value}`) }))}
      />
      <ChoiceFilter
        title={t('tasks.kind')}
        value={list.filter('kind')}
        options={TASK_KINDS.map((value) => ({
          value,
          label: t('tasks.kind.count', { kind: t(`tasks.kind.${value}`), count: rows.filter((task) => task.kind === value).length }),
        }))}
        onChange={(value) => list.setFilter('kind', value)}
      />
      <ChoiceFilter
        title={t('need.owner')}
        value={list.filter('owner')}
        options={owners.map((value) => ({ value, label: value }))}
        onChange={(value) => list.setFilter('owner', value)}
      />
    </>
  )
}
