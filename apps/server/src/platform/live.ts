/** What open pages are told: that figures or a task moved, never the figures themselves (those are asked for in scope). */
export type LiveEvent =
  | { type: 'figures'; villages: readonly string[]; at: number }
  | { type: 'task'; taskId: string; ownerId: string }
  | { type: 'report'; unitCode: string }

export type Live = {
  publish: (event: LiveEvent) => void
  subscribe: (listener: (event: LiveEvent) => void) => () => void
}

export function createLive(): Live {
  const listeners = new Set<(event: LiveEvent) => void>()
  return {
    publish: (event) => { for (const listener of listeners) listener(event) },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
