import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { Alert } from 'antd'
import { api, client, newCommandId } from '../../../app/api.ts'
import { useLocale } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { toProblem } from '../../../app/problem.ts'
import type { OpenSession } from '../access-types.ts'
import { SessionsTable } from '../sessions/SessionsTable.tsx'

/** The own devices. Ending one of them harms nobody, so it asks no question. */
export function MySessions({ sessions }: { sessions: UseQueryResult<OpenSession[]> }) {
  const { t, locale } = useLocale()
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: ({ sessionId }: OpenSession) =>
      client.access.revokeMySession({ commandId: newCommandId(), sessionId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.access.listMySessions.key() }),
  })
  if (sessions.isError) return <ProblemState error={sessions.error} onRetry={() => void sessions.refetch()} />
  return (
    <>
      {end.isError && <Alert type="error" showIcon title={toProblem(end.error, locale, t).message} />}
      <SessionsTable name="my-sessions" rows={sessions.data} onEnd={(session) => end.mutate(session)} />
    </>
  )
}
