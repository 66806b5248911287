import { useT } from '../../../app/i18n/locale.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { formatDateTime } from '../../../ui/format.ts'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import { EmptyState } from '../../../ui/states/EmptyState.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { OpenSession } from '../access-types.ts'
import { deviceName } from './device-name.ts'
import './sessions.css'

interface SessionsTableProps {
  name: string
  rows: readonly OpenSession[] | undefined
  onEnd: (session: OpenSession) => void
}

/** Open sessions: device, address, since when, last seen; each can be ended. */
export function SessionsTable({ name, rows, onEnd }: SessionsTableProps) {
  const t = useT()
  const columns: readonly Column<OpenSession>[] = [
    {
      key: 'device',
      title: t('sessions.device'),
      render: ({ device, current, onPhone }) => (
        <>
          <span title={device}>{deviceName(device)}</span>
          {onPhone && <span className="session-mark quiet">{t('sessions.phone')}</span>}
          {current && (
            <span className="session-mark">
              <StateMark state="on_plan" word={t('sessions.current')} />
            </span>
          )}
        </>
      ),
    },
    { key: 'address', title: t('sessions.address'), render: ({ address }) => address },
    { key: 'opened', title: t('sessions.opened'), render: ({ openedAt }) => formatDateTime(openedAt) },
    { key: 'seen', title: t('sessions.seen'), render: ({ seenAt }) => formatDateTime(seenAt) },
    {
      key: 'actions',
      title: '',
      align: 'number',
      width: 112,
      render: (session) => (
        <ActionButton
          size="small"
          type="link"
          danger
          onClick={() => onEnd(session)}
          blockedBecause={session.current ? t('sessions.end.current') : undefined}
        >
          {t('sessions.end')}
        </ActionButton>
      ),
    },
  ]
  return (
    <DataTable
      name={name}
      caption={t('sessions.panel')}
      columns={columns}
      rows={rows}
      rowKey={({ sessionId }) => sessionId}
      empty={<EmptyState title={t('sessions.none')} advice={t('sessions.none.advice')} />}
    />
  )
}
