import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../../app/api.ts'
import { CommandDialog } from '../../../app/command/CommandDialog.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { OpenSession, UserAccount } from '../access-types.ts'
import { SessionsTable } from '../sessions/SessionsTable.tsx'

/** Where a person is signed in; the security administrator ends one session or all. */
export function UserSessionsPanel({ user }: { user: UserAccount }) {
  const t = useT()
  const { userId, name } = user
  const [ending, setEnding] = useState<OpenSession | 'all'>()
  const sessions = useQuery(api.access.listUserSessions.queryOptions({ input: { userId } }))
  const none = sessions.data?.length === 0
  return (
    <Panel
      title={t('sessions.panel')}
      actions={
        <ActionButton
          size="small"
          danger
          onClick={() => setEnding('all')}
          blockedBecause={none ? t('sessions.none') : undefined}
        >
          {t('sessions.endAll')}
        </ActionButton>
      }
    >
      {sessions.isError ? (
        <ProblemState error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <SessionsTable name="user-sessions" rows={sessions.data} onEnd={setEnding} />
      )}
      {ending && (
        <CommandDialog<object, unknown>
          title={t('sessions.end.title', { name })}
          submit={t('sessions.end')}
          danger
          send={(_, commandId) =>
            client.access.revokeUserSessions({
              commandId,
              userId,
              sessionId: ending === 'all' ? null : ending.sessionId,
            })
          }
          onClose={() => setEnding(undefined)}
          touches={[api.access.listUserSessions.key(), api.access.listUsers.key()]}
        >
          <p className="command-lead">{t(ending === 'all' ? 'sessions.endAll.lead' : 'sessions.end.lead')}</p>
        </CommandDialog>
      )}
    </Panel>
  )
}
