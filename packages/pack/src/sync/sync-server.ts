import type { PullPage, PushResult, QueuedCommand } from '@anye/contract/cards/sync/endpoints'

export type { PullPage, PushResult, QueuedCommand }

export type PushBatch = { device: { id: string; now: string }; entries: QueuedCommand[] }
export type PushAnswer = { results: PushResult[]; serverNow: string; contractVersion: number }

/** The server said no, by a code of the error table. Anything else that is thrown means that it was not reached. */
export class ServerRefusal extends Error {
  override name = 'ServerRefusal'
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** What the client asks of the server. @throws ServerRefusal, or whatever a network throws */
export type SyncServer = {
  pull: (cursor: string | null) => Promise<PullPage>
  push: (batch: PushBatch) => Promise<PushAnswer>
}

export type Fetch = (url: string, init: { method: string; headers: Record<string, string>; body?: string }) =>
  Promise<{ ok: boolean; headers: { get: (name: string) => string | null }; json: () => Promise<unknown> }>

/** The server over HTTP. `base` ends before `/api`; `headers` go with every request. */
export function httpSyncServer({ fetch, base = '', headers = {} }: { fetch: Fetch; base?: string; headers?: Record<string, string> }): SyncServer {
  const ask = async <T>(path: string, init: { method: string; body?: string }): Promise<T> => {
    const response = await fetch(`${base}/api${path}`, { ...init, headers: { ...headers, ...(init.body === undefined ? {} : { 'content-type': 'application/json' }) } })
    // A portal of a wireless network answers 200 with a page of its own: only JSON is an answer.
    if (!(response.headers.get('content-type') ?? '').startsWith('application/json')) throw new TypeError('not an answer of the server')
    const body = (await response.json()) as T & { code?: unknown }
    if (response.ok) return body
    throw new ServerRefusal(typeof body.code === 'string' ? body.code : 'internal')
  }
  return {
    pull: (cursor) => ask(`/sync/pull${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`, { method: 'GET' }),
    push: (batch) => ask('/sync/push', { method: 'POST', body: JSON.stringify(batch) }),
  }
}
