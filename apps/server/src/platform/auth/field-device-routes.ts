import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { DeviceContact, FIELD_PATHS, RegisterDevice, type DeviceContactAnswer, type RegisteredDevice } from '@anye/contract/access/field-device'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { inScope } from '../db.ts'
import { Refusal } from '../refusal.ts'
import { NOWHERE } from '../scope.ts'
import { audit, post, signedIn, type Call, type Deps } from './auth-call.ts'
import { bindSession, findFieldDevice, noteContact, saveFieldDevice } from './field-device.store.ts'
import { FIELD_ABSOLUTE_DAYS, FIELD_IDLE_DAYS } from './session.rules.ts'

const DAY_SECONDS = 86_400
const KEY_BYTES = 32
const SESSION_COOKIE = /^(?:__Secure-)?anye\.session_token$/

/**
 * Registering a phone and its contact. Outside the limit of log-in attempts: a carrier's address stands for thousands of phones, and
 * nothing is guessed here.
 */
export function mountFieldDevices(app: FastifyInstance, deps: Deps): void {
  post(app, deps, FIELD_PATHS.register, RegisterDevice, (call) => register(deps, call))
  post(app, deps, FIELD_PATHS.contact, DeviceContact, (call) => contact(deps, call))
}

async function register(deps: Deps, { body, headers, request, reply }: Call<RegisterDevice>): Promise<RegisteredDevice> {
  const actor = await signedIn(deps, headers)
  if (actor.mustChangePassword) throw new Refusal('password_must_change')
  const now = deps.clock.now()
  const { sessionId } = actor
  if (sessionId === undefined) throw new Refusal('signed_out')
  const device = await inScope(deps.database.db, NOWHERE, async (tx) => {
    const sealed = deps.cipher.seal('auth.field_device.recovery_key', Buffer.from(systemRandomBytes(KEY_BYTES)).toString('base64'))
    const saved = await saveFieldDevice(tx, {
      id: newId(now, systemRandomBytes), deviceId: body.deviceId, userId: actor.userId, label: body.label, recoveryKeySealed: sealed, at: new Date(now),
    })
    await bindSession(tx, sessionId, saved.id, new Date(now + FIELD_ABSOLUTE_DAYS * DAY_SECONDS * 1000))
    return saved
  })
  const cookie = longerCookie(headers.get('cookie') ?? '', deps.secureCookies === true)
  if (cookie !== undefined) void reply.header('set-cookie', cookie)
  await audit(deps, request, { action: 'access.device.register', outcome: 'ok', after: { deviceId: body.deviceId, label: body.label } }, actor)
  return {
    userId: actor.userId, name: actor.name, userName: actor.userName, daysWithoutContact: FIELD_IDLE_DAYS,
    recoveryKey: deps.cipher.open('auth.field_device.recovery_key', device.recovery_key_sealed),
  }
}

/** The same signed cookie for as long as the session now lives; it came with hours. */
function longerCookie(header: string, secure: boolean): string | undefined {
  const pair = header.split(/;\s*/).find((each) => SESSION_COOKIE.test(each.split('=')[0] ?? ''))
  if (pair === undefined) return undefined
  return `${pair}; Max-Age=${FIELD_ABSOLUTE_DAYS * DAY_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** Needs no session: it says one word to whoever knows both ids, and the phone that most needs it was signed out. */
async function contact(deps: Deps, { body, request }: Call<z.infer<typeof DeviceContact>>): Promise<DeviceContactAnswer> {
  const rest = { daysWithoutContact: FIELD_IDLE_DAYS }
  const { db } = deps.database
  const device = await findFieldDevice(db, body.deviceId, body.userId)
  if (device === undefined) return { state: 'unknown', ...rest }
  const isDue = device.wipe_asked_at !== null && device.wiped_at === null
  await inScope(db, NOWHERE, (tx) => noteContact(tx, device.id, new Date(deps.clock.now()), isDue && body.wiped))
  if (isDue && body.wiped) {
    await audit(deps, request, { action: 'access.device.wipe', outcome: 'ok', after: { deviceId: body.deviceId, userId: body.userId } })
  }
  return { state: isDue && !body.wiped ? 'wipe' : 'known', ...rest }
}
