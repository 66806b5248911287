import { Button } from 'antd'
import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { CloseCadreDialog, SendCadreDialog } from './cadre-dialogs.tsx'
import type { Cadre, WeakGroupData } from './weak-groups.data.ts'

interface CadresPanelProps {
  group: WeakGroupData['group']
  cadres: readonly Cadre[]
  mayEdit: boolean
}

const SHAPES = { ahead: 'no_data', serving: 'on_plan', over: 'behind', closed: 'no_data' } as const

/** Who was sent to a weak group, until when, and what came of it (S74). */
export function CadresPanel({ group, cadres, mayEdit }: CadresPanelProps) {
  const t = useT()
  const [open, setOpen] = useState<'send' | Cadre>()
  return (
    <Panel
      title={t('weakGroup.cadre')}
      actions={
        mayEdit && (
          <Button size="small" onClick={() => setOpen('send')}>
            {t('weakGroup.cadre.send')}
          </Button>
        )
      }
    >
      <DataTable
        name="weak-group-cadres"
        caption={t('weakGroup.cadre')}
        columns={useCadreColumns(mayEdit ? setOpen : undefined)}
        rows={cadres}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('weakGroup.cadre.none')} advice={t('weakGroups.none.advice')} />}
      />
      {open === 'send' && <SendCadreDialog group={group} onClose={() => setOpen(undefined)} />}
      {open && open !== 'send' && <CloseCadreDialog cadre={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  )
}

function useCadreColumns(onClose: ((cadre: Cadre) => void) | undefined): readonly Column<Cadre>[] {
  const t = useT()
  return [
    { key: 'name', title: t('post.name'), render: ({ name }) => name },
    { key: 'duty', title: t('post.duty'), render: ({ duty }) => duty ?? NO_VALUE },
    {
      key: 'state',
      title: t('weakGroups.alert'),
      render: ({ state }) => <StateMark state={SHAPES[state]} word={t(`weakGroup.cadre.${state}`)} />,
    },
    { key: 'from', title: t('post.from'), render: ({ fromOn }) => fromOn },
    { key: 'to', title: t('weakGroup.cadre.to'), render: ({ toOn }) => toOn },
    { key: 'result', title: t('weakGroup.cadre.result'), render: ({ result }) => result ?? NO_VALUE },
    {
      key: 'act',
      title: '',
      align: 'number',
      render: (cadre) =>
        onClose &&
        cadre.state !== 'closed' && (
          <Button size="small" type="link" onClick={() => onClose(cadre)}>
            {t('weakGroup.cadre.close')}
          </Button>
        ),
    },
  ]
}
