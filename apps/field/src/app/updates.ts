let waiting: ServiceWorker | undefined
const listeners = new Set<() => void>()

export function onUpdate(listener: () => void): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

export const updateWaits = (): boolean => waiting !== undefined

/** Hands the app to the waiting version and opens it. */
export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload())
  waiting?.postMessage('take-over')
}

function note(worker: ServiceWorker | null): void {
  // The first worker of a phone replaces nothing: there is no update to speak of.
  if (worker === null || navigator.serviceWorker.controller === null) return
  waiting = worker
  for (const listener of Array.from(listeners)) listener()
}

/** Keeps the app on the phone. A browser without service workers needs a network to open; everything else works. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.register('/field/service-worker.js', { scope: '/field/' })
  note(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing
    coming?.addEventListener('statechange', () => { if (coming.state === 'installed') note(coming) })
  })
}
