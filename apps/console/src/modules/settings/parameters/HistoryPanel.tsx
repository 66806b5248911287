import { useT } from '../../../app/i18n/locale.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { SettingChange, Settings } from '../settings-types.ts'

/** Which definitions held when, by which document; what is still to come stands first. */
export function HistoryPanel({ settings }: { settings: Settings }) {
  const t = useT()
  const columns: readonly Column<SettingChange>[] = [
    { key: 'validFrom', title: t('history.validFrom'), width: 112, render: ({ validFrom }) => validFrom },
    { key: 'what', title: t('history.what'), width: 96, render: ({ what }) => t(`history.what.${what}`) },
    { key: 'document', title: t('history.document'), render: ({ document }) => document },
    { key: 'by', title: t('history.by'), width: 112, render: ({ by }) => by ?? '—' },
    { key: 'state', title: t('history.state'), width: 80, render: ({ state }) => t(`history.state.${state}`) },
  ]
  return (
    <Panel title={t('history.panel')}>
      <DataTable
        name="settings-history"
        caption={t('history.panel')}
        columns={columns}
        rows={settings.history}
        rowKey={({ what, validFrom }) => `${what} ${validFrom}`}
        empty={<EmptyState title={t('history.none')} advice={t('history.none.advice')} />}
      />
    </Panel>
  )
}
