import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { useListState } from '../../../app/use-list-state.ts'
import { formatInteger } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import type { AuditLine } from '../access-types.ts'
import { useAuditColumns } from './audit-columns.tsx'
import { SENSITIVE } from './action-names.ts'
import { AuditDetail } from './AuditDetail.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { auditInput } from './audit-input.ts'

/** Who did and saw what. Reading it is audited too. */
export default function AuditPage() {
  const t = useT()
  const list = useListState()
  const [open, setOpen] = useState<AuditLine>()
  const input = auditInput(list.filter)
  const audit = useQuery({
    ...api.access.listAudit.queryOptions({ input: { ...input, cursor: list.cursor } }),
    placeholderData: keepPreviousData,
    // Every reading writes a line: coming back to the window must not fill the audit with the auditor.
    refetchOnWindowFocus: false,
  })
  const lines = audit.data?.rows
  const columns = useAuditColumns()
  return (
    <div className="page">
      <PageHead
        question={t('audit.question')}
        answer={
          audit.isError
            ? null
            : lines &&
              t('audit.answer', {
                count: formatInteger(lines.length),
                refused: formatInteger(lines.filter(({ outcome }) => outcome !== 'ok').length),
                sensitive: formatInteger(lines.filter(({ action }) => SENSITIVE.has(action)).length),
              })
        }
        note={t('audit.note')}
        actions={<PrintButton />}
      />
      {audit.isError ? (
        <ProblemState error={audit.error} onRetry={() => void audit.refetch()} />
      ) : (
        <DataTable
          name="audit"
          caption={t('audit.question')}
          columns={columns}
          rows={lines}
          rowKey={({ id }) => String(id)}
          onOpen={setOpen}
          paging={list.pagingOf(audit.data)}
          filters={<AuditFilters list={list} />}
          empty={<EmptyState advice={t('audit.empty.advice')} onClear={list.clear} />}
        />
      )}
      {open && <AuditDetail line={open} onClose={() => setOpen(undefined)} />}
    </div>
  )
}
