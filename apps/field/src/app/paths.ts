export type Route =
  | { page: 'today' }
  | { page: 'household'; householdId: string }
  | { page: 'check'; householdId: string; personId: string }
  | { page: 'card'; token: string }
  | { page: 'outbox' }
  | { page: 'me' }

/** Every address of the app, below /field. */
export const paths = {
  today: () => '/',
  household: (householdId: string) => `/households/${encodeURIComponent(householdId)}`,
  check: (householdId: string, personId: string) => `/households/${encodeURIComponent(householdId)}/members/${encodeURIComponent(personId)}`,
  /** Printed on service cards (CARD_PATH of the contract). */
  card: (token: string) => `/c/${encodeURIComponent(token)}`,
  outbox: () => '/outbox',
  me: () => '/me',
}

/** An address that leads nowhere shows the list of today. */
export function readPath(path: string): Route {
  if (path === '/outbox') return { page: 'outbox' }
  if (path === '/me') return { page: 'me' }
  const [, token] = /^\/c\/([^/]+)$/.exec(path) ?? []
  if (token !== undefined) return { page: 'card', token: decodeURIComponent(token) }
  const [, householdId, personId] = /^\/households\/([^/]+)(?:\/members\/([^/]+))?$/.exec(path) ?? []
  if (householdId === undefined) return { page: 'today' }
  const ids = { householdId: decodeURIComponent(householdId) }
  return personId === undefined ? { page: 'household', ...ids } : { page: 'check', ...ids, personId: decodeURIComponent(personId) }
}
