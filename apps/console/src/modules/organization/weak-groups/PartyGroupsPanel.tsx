import { Button } from 'antd'
import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { AddPartyGroupDialog, EndPartyGroupDialog } from './party-dialogs.tsx'
import type { PartyGroup, WeakGroupData } from './weak-groups.data.ts'

interface PartyGroupsPanelProps {
  group: WeakGroupData['group']
  partyGroups: readonly PartyGroup[]
  mayEdit: boolean
}

/** The Party groups bound to a weak group (S73). */
export function PartyGroupsPanel({ group, partyGroups, mayEdit }: PartyGroupsPanelProps) {
  const t = useT()
  const [open, setOpen] = useState<'add' | PartyGroup>()
  const columns: readonly Column<PartyGroup>[] = [
    { key: 'name', title: t('weakGroups.party'), render: ({ name }) => name },
    { key: 'leader', title: t('weakGroups.leader'), render: ({ leaderName }) => leaderName ?? NO_VALUE },
    { key: 'from', title: t('post.from'), render: ({ fromOn }) => fromOn },
    { key: 'to', title: t('weakGroup.lastDay'), render: ({ toOn }) => toOn ?? NO_VALUE },
    {
      key: 'act',
      title: '',
      align: 'number',
      render: (party) =>
        mayEdit &&
        party.toOn === null && (
          <Button size="small" type="link" onClick={() => setOpen(party)}>
            {t('weakGroup.parties.end')}
          </Button>
        ),
    },
  ]
  return (
    <Panel
      title={t('weakGroups.parties')}
      actions={
        mayEdit && (
          <Button size="small" onClick={() => setOpen('add')}>
            {t('weakGroup.parties.add')}
          </Button>
        )
      }
    >
      <DataTable
        name="party-groups"
        caption={t('weakGroups.parties')}
        columns={columns}
        rows={partyGroups}
        rowKey={({ id }) => id}
      />
      {open === 'add' && <AddPartyGroupDialog group={group} onClose={() => setOpen(undefined)} />}
      {open && open !== 'add' && <EndPartyGroupDialog party={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  )
}
