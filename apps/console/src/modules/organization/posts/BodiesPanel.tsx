import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { isWithin } from '../divisions/place-path.ts'
import type { Body, Post, ReportingUnit } from '../organization-types.ts'
import { AppointDialog } from './AppointDialog.tsx'
import { EndTermDialog } from './EndTermDialog.tsx'

interface BodiesPanelProps {
  bodies: readonly Body[]
  units: readonly ReportingUnit[]
  /** Posts of an earlier day are only read. */
  isToday: boolean
}

/** The bodies of one place, each with its posts in order of precedence; grid members stand with their grids. */
export function BodiesPanel({ bodies, units, isToday }: BodiesPanelProps) {
  return bodies.map((body) => <BodyPanel key={body.id} body={body} units={units} isToday={isToday} />)
}

function BodyPanel({
  body,
  units,
  isToday,
}: {
  body: Body
  units: readonly ReportingUnit[]
  isToday: boolean
}) {
  const t = useT()
  const [appointing, setAppointing] = useState<Post>()
  const [ending, setEnding] = useState<Post>()
  const { scope } = useSession()
  const mayAppoint = useMay('post.appoint')
  const blocked = isToday
    ? isWithin(body.place, scope?.code, units)
      ? undefined
      : t('post.outside')
    : t('post.past')
  const hasTwoChiefs = body.posts.some(({ kind }) => kind === 'party_chief')
  const columns = usePostColumns(
    mayAppoint
      ? (post) => (
          <ActionButton
            size="small"
            type="link"
            onClick={() => (post.holder ? setEnding(post) : setAppointing(post))}
            blockedBecause={blocked}
          >
            {t(post.holder ? 'post.endTerm' : 'post.appoint')}
          </ActionButton>
        )
      : undefined,
  )
  return (
    <Panel title={body.name} note={hasTwoChiefs && t('post.twoChiefs')}>
      <DataTable
        name="posts"
        caption={body.name}
        columns={columns}
        rows={body.posts.filter(({ kind }) => kind !== 'grid_member')}
        rowKey={({ id }) => id}
      />
      {appointing && <AppointDialog post={appointing} onClose={() => setAppointing(undefined)} />}
      {ending?.holder && (
        <EndTermDialog post={ending} holder={ending.holder} onClose={() => setEnding(undefined)} />
      )}
    </Panel>
  )
}

/** @param action what may be done with a post, absent for roles that never appoint */
function usePostColumns(action: ((post: Post) => ReactNode) | undefined): readonly Column<Post>[] {
  const t = useT()
  const columns: readonly Column<Post>[] = [
    { key: 'title', title: t('post.title'), render: ({ title }) => title },
    { key: 'rank', title: t('post.rank'), align: 'number', width: 56, render: ({ rank }) => rank },
    { key: 'holder', title: t('post.holder'), width: 96, render: (post) => <HolderName post={post} /> },
    { key: 'duty', title: t('post.duty'), render: ({ holder }) => holder?.duty ?? NO_VALUE },
    { key: 'phone', title: t('post.phone'), width: 112, render: ({ holder }) => holder?.phone ?? NO_VALUE },
    { key: 'from', title: t('post.from'), width: 104, render: ({ holder }) => holder?.termFrom ?? NO_VALUE },
    {
      key: 'to',
      title: t('post.to'),
      width: 80,
      render: ({ holder }) => (holder ? (holder.termTo ?? t('post.to.open')) : NO_VALUE),
    },
  ]
  return action
    ? [...columns, { key: 'act', title: '', align: 'number', width: 96, render: action }]
    : columns
}

/** An empty seat is a state of its own: a required post counts as a gap, another is merely free. */
function HolderName({ post: { holder, required } }: { post: Post }) {
  const t = useT()
  if (holder) return holder.name
  return required ? (
    <StateMark state="behind" word={t('post.gap')} />
  ) : (
    <span className="quiet">{t('post.free')}</span>
  )
}
