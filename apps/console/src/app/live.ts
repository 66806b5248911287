import type { LiveMessage } from '@anye/contract/files'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from './api.ts'

/** Many villages move at once during an import: figures are read again at most this often. */
const QUIET_MS = 1500

/**
 * Listens to the server while a page is open. A message says only that something moved; what it is now, the queries ask
 * again within the viewer's scope. The browser reconnects by itself.
 */
export function useLive(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const stream = new EventSource('/api/live')
    let waiting: ReturnType<typeof setTimeout> | undefined
    const readFiguresAgain = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined
        void queries.invalidateQueries({ queryKey: api.indicators.key() })
      }, QUIET_MS)
    }
    stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const message: LiveMessage = JSON.parse(data)
      if (message.type === 'figures') readFiguresAgain()
      if (message.type === 'report') void queries.invalidateQueries({ queryKey: api.reporting.key() })
      if (message.type === 'task') for (const queryKey of [api.registry.key(), api.cards.key()]) void queries.invalidateQueries({ queryKey })
    })
    // Closed for good: the session ended on the server. Asking who is signed in leads to the sign-in page.
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) void queries.invalidateQueries({ queryKey: api.access.getMe.key() })
    })
    return () => {
      clearTimeout(waiting)
      stream.close()
    }
  }, [queries])
}
