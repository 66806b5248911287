type Listener = () => void

const listeners = new Set<Listener>()

/** Has a worker of this process called when there is work; the returned function ends it. */
export function onWork(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Wakes the workers of this process: what was asked for begins now, not at their next look. */
export function callForWork(): void {
  for (const listener of listeners) listener()
}
