import { rosterField } from '@anye/contract/registry/imports/roster-fields'
import { Button } from 'antd'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { NO_VALUE } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { ImportIssue } from '../registry-types.ts'
import { useImportIssues } from './imports.data.ts'
import { useIssueTexts } from './issue-texts.ts'
import { LEVELS, LevelMark } from './LevelMark.tsx'

/** Issues row by row, with the cell of the file and what to do about it. */
export function IssuesPanel({ importId }: { importId: string }) {
  const t = useT()
  const list = useListState()
  const level = LEVELS.find((each) => each === list.filter('level'))
  const rule = list.filter('rule')
  const issues = useImportIssues({ id: importId, level, rule, cursor: list.cursor })
  const isFiltered = level !== undefined || rule !== undefined
  const clear = () => {
    list.setFilter('rule', undefined)
    list.setFilter('level', undefined)
  }
  const filtered = [level && t(`imports.level.${level}`), rule].filter(Boolean).join(' · ')
  return (
    <Panel
      title={t('imports.issues')}
      note={isFiltered ? t('imports.issues.only', { filter: filtered }) : undefined}
      actions={
        isFiltered && (
          <Button size="small" type="link" onClick={clear}>
            {t('state.empty.clear')}
          </Button>
        )
      }
    >
      {issues.isError ? (
        <ProblemState error={issues.error} onRetry={() => void issues.refetch()} />
      ) : (
        <DataTable
          name="import-issues"
          caption={t('imports.issues')}
          columns={useIssueColumns()}
          rows={issues.data?.rows}
          rowKey={({ sheet, row, column, code, values }) =>
            [sheet, row, column, code, ...Object.values(values)].join(':')
          }
          paging={list.pagingOf(issues.data)}
          empty={<EmptyState title={t('imports.issues.none')} advice={t('imports.issues.none.advice')} />}
        />
      )}
    </Panel>
  )
}

function useIssueColumns(): readonly Column<ImportIssue>[] {
  const t = useT()
  const nameOf = useName()
  const { sentenceOf } = useIssueTexts()
  return [
    {
      key: 'cell',
      title: t('imports.issue.cell'),
      width: 88,
      render: ({ row, column }) => `${column ?? ''}${row ?? ''}` || NO_VALUE,
    },
    { key: 'sheet', title: t('imports.issue.sheet'), render: ({ sheet }) => sheet ?? NO_VALUE },
    {
      key: 'level',
      title: t('imports.issue.level'),
      width: 104,
      render: ({ level }) => <LevelMark level={level} />,
    },
    { key: 'rule', title: t('imports.issue.rule'), width: 72, render: ({ rule }) => rule },
    {
      key: 'field',
      title: t('imports.map.field'),
      render: ({ field }) => (field === null ? NO_VALUE : nameOf(rosterField(field))),
    },
    {
      key: 'message',
      title: t('imports.issue.message'),
      render: (issue) => <span className="issue-message">{sentenceOf(issue)}</span>,
    },
  ]
}
