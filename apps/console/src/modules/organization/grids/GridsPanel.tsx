import { useQuery } from '@tanstack/react-query'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { isWithin } from '../divisions/place-path.ts'
import type { Grid, ReportingUnit } from '../organization-types.ts'
import { AppointDialog } from '../posts/AppointDialog.tsx'
import { EndTermDialog } from '../posts/EndTermDialog.tsx'
import { GridActions } from '../handovers/GridActions.tsx'
import { AddGridDialog } from './AddGridDialog.tsx'

interface GridsPanelProps {
  village: string
  units: readonly ReportingUnit[]
  on: CalendarDate | undefined
}

/** The grids of a village: which groups, which member; a group lies in one grid. */
export function GridsPanel({ village, units, on }: GridsPanelProps) {
  const t = useT()
  const { scope } = useSession()
  const mayAppoint = useMay('post.appoint')
  const mayHandOver = useMay('grid.handover')
  const [open, setOpen] = useState<'add' | Grid>()
  const grids = useQuery(api.organization.listGrids.queryOptions({ input: { village, on } }))
  const blocked = on ? t('post.past') : isWithin(village, scope?.code, units) ? undefined : t('post.outside')
  const columns = useGridColumns(
    mayAppoint || mayHandOver
      ? (grid) => (
          <GridActions grid={grid} blocked={blocked} onAppoint={mayAppoint ? () => setOpen(grid) : undefined} />
        )
      : undefined,
  )
  const close = () => setOpen(undefined)
  return (
    <Panel
      title={t('grid.panel')}
      note={t('grid.note')}
      actions={
        mayAppoint && (
          <ActionButton size="small" onClick={() => setOpen('add')} blockedBecause={blocked}>
            {t('grid.add')}
          </ActionButton>
        )
      }
    >
      {grids.isError ? (
        <ProblemState error={grids.error} onRetry={() => void grids.refetch()} />
      ) : (
        <DataTable
          name="grids"
          caption={t('grid.panel')}
          columns={columns}
          rows={grids.data}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('grid.none')} advice={t('grid.none.advice')} />}
        />
      )}
      {open === 'add' && <AddGridDialog village={village} grids={grids.data ?? []} onClose={close} />}
      {open && open !== 'add' && <MemberDialog grid={open} onClose={close} />}
    </Panel>
  )
}

/** Fills the post of a grid member, or ends the term of the one who holds it. */
function MemberDialog({ grid, onClose }: { grid: Grid; onClose: () => void }) {
  const t = useT()
  const post = { id: grid.postId, title: `${grid.name} ${t('grid.member')}` }
  if (grid.holder) return <EndTermDialog post={post} holder={grid.holder} onClose={onClose} />
  return <AppointDialog post={post} onClose={onClose} />
}

function useGridColumns(action: ((grid: Grid) => ReactNode) | undefined): readonly Column<Grid>[] {
  const t = useT()
  const columns: readonly Column<Grid>[] = [
    { key: 'name', title: t('grid.name'), render: ({ name }) => name },
    { key: 'groups', title: t('grid.groups'), render: ({ groups }) => groups.join(t('list.comma')) },
    {
      key: 'member',
      title: t('grid.member'),
      render: ({ holder, offer }) => (
        <>
          {holder?.name ?? <StateMark state="behind" word={t('post.gap')} />}
          {offer && (
            <span className="offer-line">
              {t('handover.waits.until', { name: offer.toName, until: offer.expiresAt.slice(0, 10) })}
            </span>
          )}
        </>
      ),
    },
    { key: 'phone', title: t('post.phone'), render: ({ holder }) => holder?.phone ?? NO_VALUE },
    { key: 'from', title: t('post.from'), render: ({ holder }) => holder?.termFrom ?? NO_VALUE },
  ]
  return action
    ? [...columns, { key: 'act', title: '', align: 'number', width: 184, render: action }]
    : columns
}
