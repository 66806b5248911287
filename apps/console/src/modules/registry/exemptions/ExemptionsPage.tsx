import { Segmented } from 'antd'
import { useNavigate } from 'react-router'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { useListState } from '../../../app/use-list-state.ts'
import { NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { PageHead } from '../../../ui/view/PageHead.tsx'
import { PrintButton } from '../../../ui/view/ViewButtons.tsx'
import { PlaceFilter } from '../places/PlaceFilter.tsx'
import { ApproveButton } from './ApproveButton.tsx'
import { EndButton } from './EndButton.tsx'
import { toExemptionReason } from './exemption-reasons.ts'
import { useExemptions } from './exemptions.data.ts'
import { ExemptionMark } from './ExemptionsPanel.tsx'
import '../registry.css'

type Row = NonNullable<ReturnType<typeof useExemptions>['data']>['rows'][number]

/** Who asks to be exempt for a time, and who is. */
export default function ExemptionsPage() {
  const t = useT()
  const navigate = useNavigate()
  const list = useListState()
  const state = list.filter('state') === 'approved' ? 'approved' : 'asked'
  const exemptions = useExemptions({ place: list.filter('place'), state, cursor: list.cursor })
  const { data } = exemptions
  const shown = data && (data.nextCursor === null ? data.rows.length : `${data.rows.length}+`)
  return (
    <div className="page">
      <PageHead
        question={t('exemptions.question')}
        answer={
          exemptions.isError ? null : shown !== undefined && t(`exemptions.answer.${state}`, { count: shown })
        }
        actions={<PrintButton />}
      />
      {exemptions.isError ? (
        <ProblemState error={exemptions.error} onRetry={() => void exemptions.refetch()} />
      ) : (
        <DataTable
          name="exemptions"
          caption={t('exemptions.question')}
          columns={useExemptionColumns()}
          rows={data?.rows}
          rowKey={({ id }) => id}
          onOpen={({ personId }) => void navigate(paths.person(personId))}
          paging={list.pagingOf(data)}
          filters={
            <>
              <Segmented
                size="small"
                value={state}
                onChange={(value) => list.setFilter('state', value)}
                options={(['asked', 'approved'] as const).map((value) => ({
                  value,
                  label: t(`exemption.state.${value}`),
                }))}
              />
              <PlaceFilter
                value={list.filter('place')}
                onChange={(value) => list.setFilter('place', value)}
              />
            </>
          }
          empty={<EmptyState title={t('exemptions.none')} advice={t('exemptions.none.advice')} />}
        />
      )}
    </div>
  )
}

function useExemptionColumns(): readonly Column<Row>[] {
  const t = useT()
  return [
    {
      key: 'name',
      title: t('field.name'),
      render: (row) => <UiLink href={paths.person(row.personId)}>{row.personName}</UiLink>,
    },
    { key: 'place', title: t('field.village'), render: ({ place }) => place },
    {
      key: 'reason',
      title: t('exemption.reason'),
      render: ({ reason }) => t(`exemption.${toExemptionReason(reason)}`),
    },
    { key: 'from', title: t('exemption.from'), render: ({ fromOn }) => fromOn },
    { key: 'until', title: t('exemption.until'), render: ({ untilOn }) => untilOn },
    { key: 'state', title: t('exports.state'), render: (row) => <ExemptionMark exemption={row} /> },
    { key: 'askedBy', title: t('exemption.askedBy'), render: ({ askedBy }) => askedBy ?? NO_VALUE },
    {
      key: 'approvedBy',
      title: t('exemption.approvedBy'),
      render: ({ approvedBy }) => approvedBy ?? NO_VALUE,
    },
    {
      key: 'actions',
      title: t('exports.actions'),
      required: true,
      render: (row) => (
        <span className="row-actions">
          <ApproveButton exemption={row} />
          <EndButton exemption={row} />
        </span>
      ),
    },
  ]
}
