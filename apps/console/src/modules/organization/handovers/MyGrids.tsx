import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { paths } from '../../../app/paths.ts'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { Grid, Handover } from '../organization-types.ts'
import { OfferActions } from './OfferActions.tsx'
import { OfferGridDialog } from './OfferGridDialog.tsx'
import { OfferMark } from './OfferMark.tsx'

/** The grids I answer for, and offers of grids to me and from me. */
export function MyGrids() {
  const t = useT()
  const own = useQuery(api.organization.listMyGrids.queryOptions({ input: {} }))
  const [offering, setOffering] = useState<Grid>()
  const grids = useGridColumns(setOffering)
  const offers = useOfferColumns()
  if (own.isError) return <ProblemState error={own.error} onRetry={() => void own.refetch()} />
  return (
    <>
      <Panel title={t('handover.mine')}>
        <DataTable
          name="my-grids"
          caption={t('handover.mine')}
          columns={grids}
          rows={own.data?.grids}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('handover.mine.none')} advice={t('handover.mine.none.advice')} />}
        />
      </Panel>
      <Panel title={t('handover.offers')} note={t('handover.offers.note')}>
        <DataTable
          name="grid-offers"
          caption={t('handover.offers')}
          columns={offers}
          rows={own.data?.offers}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('handover.offers.none')} advice={t('handover.offers.none.advice')} />}
        />
      </Panel>
      {offering && <OfferGridDialog grid={offering} onClose={() => setOffering(undefined)} />}
    </>
  )
}

function useGridColumns(onOffer: (grid: Grid) => void): readonly Column<Grid>[] {
  const t = useT()
  return [
    { key: 'name', title: t('grid.name'), render: ({ village, name }) => <UiLink href={paths.organization(village)}>{name}</UiLink> },
    { key: 'groups', title: t('grid.groups'), render: ({ groups }) => groups.join(t('list.comma')) },
    { key: 'from', title: t('post.from'), render: ({ holder }) => holder?.termFrom ?? NO_VALUE },
    { key: 'to', title: t('post.to'), render: ({ holder }) => holder?.termTo ?? t('post.to.open') },
    {
      key: 'act',
      title: '',
      required: true,
      align: 'number',
      render: (grid) => (
        <ActionButton
          size="small"
          type="link"
          onClick={() => onOffer(grid)}
          blockedBecause={grid.offer ? t('handover.waits', { name: grid.offer.toName }) : undefined}
        >
          {t('handover.offer')}
        </ActionButton>
      ),
    },
  ]
}

function useOfferColumns(): readonly Column<Handover>[] {
  const t = useT()
  return [
    {
      key: 'grid',
      title: t('grid.name'),
      render: ({ place, gridName, groups }) => (
        <>
          {gridName}
          <span className="offer-line">{[place, groups.join(t('list.comma'))].join(' · ')}</span>
        </>
      ),
    },
    { key: 'state', title: t('handover.state'), render: ({ state }) => <OfferMark state={state} /> },
    { key: 'from', title: t('handover.former'), render: ({ fromName, onBehalf, offeredBy }) => (
      <>
        {fromName}
        {onBehalf && <span className="offer-line">{t('handover.behalf', { name: offeredBy })}</span>}
      </>
    ) },
    { key: 'to', title: t('handover.to'), render: ({ toName }) => toName },
    { key: 'on', title: t('handover.from'), render: ({ beginsOn, fromOn }) => beginsOn ?? fromOn },
    { key: 'until', title: t('handover.until'), render: ({ expiresAt }) => expiresAt.slice(0, 10) },
    { key: 'note', title: t('handover.note'), render: ({ note, answer }) => [note, answer].filter(Boolean).join(' / ') || NO_VALUE },
    { key: 'act', title: '', required: true, render: (offer) => <OfferActions offer={offer} mayWithdraw /> },
  ]
}
