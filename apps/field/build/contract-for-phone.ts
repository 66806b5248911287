import type { Plugin } from 'vite'
import { FIELD_PATHS } from '@anye/contract/access/field-device'
import { HAND_OVER_PATH } from '@anye/contract/access/hand-over'
import { AUTH_PATHS } from '@anye/contract/access/log-in'
import { contract } from '@anye/contract/contract'
import type { EndpointMeta } from '@anye/contract/endpoint'

const MODULE = 'virtual:field-contract'
/** What the app calls by itself; what waits in the outbox goes by the address of the sync, pulls too. */
const CALLED_ONLINE = ['access.me.get', 'access.password.change', 'cards.card.find']

type Route = { method: string; path: string }
type Leaf = { '~orpc': { meta: EndpointMeta; route: Route } }

function leavesOf(node: object): Leaf[] {
  return '~orpc' in node ? [node as Leaf] : Object.values(node).flatMap((child) => leavesOf(child as object))
}

/** Method and path by the endpoint's id, of the endpoints that a phone calls. @throws Error for an id that is not in the contract */
function routesForPhone(): Record<string, Route> {
  const leaves = leavesOf(contract).map((leaf) => leaf['~orpc'])
  const missing = CALLED_ONLINE.filter((id) => !leaves.some(({ meta }) => meta.id === id))
  if (missing.length > 0) throw new Error(`The contract has no ${missing.join(', ')}`)
  const called = leaves.filter(({ meta }) => CALLED_ONLINE.includes(meta.id))
  return Object.fromEntries(called.map(({ meta, route: { method, path } }) => [meta.id, { method, path }]))
}

/** Gives the phone the addresses of what it calls; schemas and everything else of the contract stay on the server. */
export function contractForPhone(): Plugin {
  const code = `export const routes = ${JSON.stringify(routesForPhone())}\n`
    + `export const authPaths = ${JSON.stringify(AUTH_PATHS)}\nexport const fieldPaths = ${JSON.stringify(FIELD_PATHS)}\n`
    + `export const handOverPath = ${JSON.stringify(HAND_OVER_PATH)}\n`
  return {
    name: 'anye-field-contract',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? code : undefined),
  }
}
