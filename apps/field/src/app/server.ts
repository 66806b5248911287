import { authPaths, fieldPaths, handOverPath, routes } from 'virtual:field-contract'
import type { DeviceContactAnswer, RegisteredDevice, RegisterDevice } from '@anye/contract/access/field-device'
import type { LogIn, LogInAnswer } from '@anye/contract/access/log-in'
import type { Me } from '@anye/contract/access/me/get-me'

/** A refusal of the server: `code` of the error table where it gave one. A server that was not reached is a TypeError of fetch. */
export class Refused extends Error {
  override name = 'Refused'
  readonly code: string
  readonly data: unknown

  constructor(code: string, data: unknown) {
    super(code)
    this.code = code
    this.data = data
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const body: { code?: unknown; data?: unknown } & T = await response.json().catch(() => ({}))
  // Only JSON of ours is an answer: a portal of a wireless network says 200 with a page of its own.
  const isOurs = (response.headers.get('content-type') ?? '').startsWith('application/json')
  if (response.ok && isOurs) return body
  throw new Refused(typeof body.code === 'string' ? body.code : response.ok ? 'unreachable' : 'internal', body.data)
}

async function post<T>(path: string, body: object): Promise<T> {
  return answerOf<T>(await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))
}

/**
 * Calls an endpoint of the contract by its id, as the outbox keeps it.
 * @throws Refused; TypeError when the server is not reached
 */
export async function callEndpoint<T>(id: string, input: Readonly<Record<string, unknown>>): Promise<T> {
  const route = routes[id]
  if (route === undefined) throw new Refused('endpoint_unknown', { id })
  const used = new Set<string>()
  const path = route.path.replace(/\{(\w+)\}/g, (_slot, name: string) => {
    used.add(name)
    return encodeURIComponent(String(input[name]))
  })
  const rest = Object.keys(input).filter((name) => !used.has(name) && input[name] !== undefined)
  if (route.method === 'GET') {
    const query = rest.map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(String(input[name]))}`).join('&')
    return answerOf<T>(await fetch(`/api${path}${query === '' ? '' : `?${query}`}`))
  }
  const body: Record<string, unknown> = {}
  for (const name of rest) body[name] = input[name]
  return answerOf<T>(await fetch(`/api${path}`, { method: route.method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))
}

/** What the log-in and the phone itself ask; a test gives its own. */
export type Server = {
  logIn: (credentials: LogIn) => Promise<LogInAnswer>
  enterCode: (code: string) => Promise<LogInAnswer>
  handOver: (token: string) => Promise<LogInAnswer>
  changePassword: (change: { current: string; next: string }) => Promise<unknown>
  registerDevice: (device: RegisterDevice) => Promise<RegisteredDevice>
  contact: (device: { deviceId: string; userId: string; wiped?: boolean }) => Promise<DeviceContactAnswer>
  getMe: () => Promise<Me>
  logOut: () => Promise<unknown>
}

export const server: Server = {
  logIn: (credentials) => post(authPaths.logIn, credentials),
  enterCode: (code) => post(authPaths.secondFactor, { code }),
  handOver: (token) => post(handOverPath, { token }),
  changePassword: (change) => callEndpoint('access.password.change', change),
  registerDevice: (device) => post(fieldPaths.register, device),
  contact: (device) => post(fieldPaths.contact, device),
  getMe: () => callEndpoint('access.me.get', {}),
  logOut: () => post(authPaths.logOut, {}),
}
