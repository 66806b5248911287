/**
 * Keeps the whole app on the phone: every file of the build is fetched once per version and answered from there afterwards. Data never
 * pass here: `/api` and `/auth` go to the network untouched, what is kept of people lies encrypted in the database.
 */

/** What this file uses of a service worker; the compiler's own library for it excludes that of pages. */
type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Event & { request: Request; respondWith: (answer: Promise<Response>) => void }
type Telling = Event & { data: unknown }
type Worker = {
  registration: { scope: string }
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: ((type: 'install' | 'activate', act: (event: Extendable) => void) => void)
    & ((type: 'fetch', act: (event: Fetching) => void) => void) & ((type: 'message', act: (event: Telling) => void) => void)
}
/** Put in by build/offline.ts. */
declare const __ANYE_FILES__: { version: string; files: string[] }

const worker = self as unknown as Worker
const { version, files } = __ANYE_FILES__
const PREFIX = 'anye-field-'
const CACHE = PREFIX + version
const page = () => `${worker.registration.scope}index.html`

async function fetchAll(): Promise<void> {
  const cache = await caches.open(CACHE)
  // `reload` passes the browser's own cache by: index.html has no hash in its name.
  await Promise.all(files.map(async (file) => {
    const address = worker.registration.scope + file
    const answer = await fetch(address, { cache: 'reload', credentials: 'same-origin' })
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
    await cache.put(address, answer)
  }))
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)))
  await worker.clients.claim()
}

async function answer(request: Request, address: string): Promise<Response> {
  const cache = await caches.open(CACHE)
  return (await cache.match(address)) ?? fetch(request)
}

worker.addEventListener('install', (event) => event.waitUntil(fetchAll()))
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()))
// A new version waits until the person takes it: pages of two versions must not write one database.
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const address = request.url.split('#')[0]?.split('?')[0] ?? request.url
  if (request.method !== 'GET' || !address.startsWith(worker.registration.scope)) return
  if (request.mode === 'navigate') event.respondWith(answer(request, page()))
  else event.respondWith(answer(request, address))
})
