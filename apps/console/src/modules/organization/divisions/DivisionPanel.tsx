import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { formatInteger } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { Division, DivisionHistory } from '../organization-types.ts'
import { AddGroupDialog } from './AddGroupDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'

const LEVELS = { 2: 'prefecture', 3: 'county', 4: 'township', 5: 'village', 6: 'group' } as const

function levelName(level: number): (typeof LEVELS)[keyof typeof LEVELS] | undefined {
  return Object.entries(LEVELS).find(([number]) => Number(number) === level)?.[1]
}

/** What a division is, every name it carried and the codes that ended in it; the office edits it here. */
export function DivisionPanel({ history }: { history: DivisionHistory }) {
  const t = useT()
  const columns = useVersionColumns()
  const [newest] = history.versions
  if (!newest) return null
  const level = levelName(newest.level)
  return (
    <Panel title={t('division.panel')} actions={<Edit division={newest} />}>
      <dl className="division-facts">
        <div>
          <dt>{t('division.code')}</dt>
          <dd>{newest.code}</dd>
        </div>
        <div>
          <dt>{t('division.level')}</dt>
          <dd>{level && t(`division.level.${level}`)}</dd>
        </div>
        <div>
          <dt>{t('division.children')}</dt>
          <dd>{formatInteger(newest.childCount)}</dd>
        </div>
        {newest.successorCode && (
          <div>
            <dt>{t('division.successor')}</dt>
            <dd>
              <UiLink href={paths.organization(newest.successorCode)}>{newest.successorCode}</UiLink>
            </dd>
          </div>
        )}
      </dl>
      <DataTable
        name="division-versions"
        caption={t('division.versions')}
        columns={columns}
        rows={[...history.versions, ...history.predecessors]}
        rowKey={({ code, validFrom }) => `${code} ${validFrom}`}
      />
    </Panel>
  )
}

/** Names by date of the code itself, then the codes that were merged into it. */
function useVersionColumns(): readonly Column<Division>[] {
  const t = useT()
  return [
    { key: 'name', title: t('division.name'), render: ({ name }) => name },
    { key: 'code', title: t('division.code'), render: ({ code }) => code },
    { key: 'from', title: t('division.from'), render: ({ validFrom }) => validFrom },
    { key: 'to', title: t('division.to'), render: ({ validTo }) => validTo ?? t('division.to.open') },
    {
      key: 'fate',
      title: t('division.fate'),
      render: ({ successorCode }) =>
        successorCode ? (
          t('division.fate.merged', { code: successorCode })
        ) : (
          <span className="quiet">{t('division.fate.none')}</span>
        ),
    },
  ]
}

type Act = 'rename' | 'merge' | 'group'

function Edit({ division }: { division: Division }) {
  const t = useT()
  const [act, setAct] = useState<Act>()
  const mayEdit = useMay('division.edit')
  if (!mayEdit) return null
  const ended = division.validTo === null ? undefined : t('division.ended')
  const notMergeable = division.level < 4 ? t('division.merge.high') : undefined
  const close = () => setAct(undefined)
  return (
    <>
      {division.level === 5 && (
        <ActionButton size="small" onClick={() => setAct('group')} blockedBecause={ended}>
          {t('division.addGroup')}
        </ActionButton>
      )}
      <ActionButton size="small" onClick={() => setAct('rename')} blockedBecause={ended}>
        {t('division.rename')}
      </ActionButton>
      <ActionButton
        size="small"
        danger
        onClick={() => setAct('merge')}
        blockedBecause={ended ?? notMergeable}
      >
        {t('division.merge')}
      </ActionButton>
      {act === 'group' && <AddGroupDialog village={division} onClose={close} />}
      {act === 'rename' && <RenameDialog division={division} onClose={close} />}
      {act === 'merge' && <MergeDialog division={division} onClose={close} />}
    </>
  )
}
