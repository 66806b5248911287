import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PERMISSIONS, ROLE_CODES, ROLES, type Permission, type Role } from '@anye/contract/access'
import { firstRow } from '../../src/platform/db.ts'
import { startAppUnderTest, type AppUnderTest, type TestPerson } from '../app-under-test.ts'
import { listEndpoints, type ListedEndpoint } from '../endpoints.ts'
import { brokenRequestOf, requestOf, sampleInput } from '../sample-request.ts'

const SCOPES = { prefecture: ['5223'], unit: ['522326'], township: ['522326001'], village: ['522326001001'], none: [] } as const
const UNITS = { prefecture: '5223', unit: '522326', township: null, village: null, none: null } as const

const grantsOf = (role: Role) => [{ role, scope: SCOPES[ROLES[role].scopeLevel], unitCode: UNITS[ROLES[role].scopeLevel] }]
const PEOPLE: Record<string, TestPerson> = Object.fromEntries(ROLE_CODES.flatMap((role) => [
  [role, { grants: grantsOf(role) }], [`new_${role}`, { grants: grantsOf(role), mustChangePassword: true }],
]))
const holds = (role: Role, permission: ListedEndpoint['permission']) => (ROLES[role].permissions as readonly string[]).includes(permission)
const isPermission = (permission: ListedEndpoint['permission']): permission is Permission => permission !== 'none' && permission !== 'signed_in'

const ENDPOINTS = listEndpoints()
let app: AppUnderTest
beforeAll(async () => { app = await startAppUnderTest(PEOPLE) })
afterAll(() => app.close())

const ask = (person: string | undefined, endpoint: ListedEndpoint) =>
  app.send(person, requestOf(endpoint, { ...sampleInput(endpoint), ...(endpoint.kind === 'command' ? { commandId: app.id() } : {}) }))

const refusedSoFar = async (action: string) =>
  (await app.asSystem((tx) => firstRow(tx, sql<{ count: number }>`select count(*)::int as count from platform.audit_entry
    where action = ${action} and outcome = 'refused' and after ->> 'code' = 'forbidden'`)))?.count ?? 0

describe('permission matrix', () => {
  it('covers every endpoint of the contract, each with an id and a path of its own', () => {
    expect(ENDPOINTS.length).toBeGreaterThan(70)
    expect(new Set(ENDPOINTS.map(({ id }) => id)).size).toBe(ENDPOINTS.length)
    expect(new Set(ENDPOINTS.map(({ method, path }) => `${method} ${path}`)).size).toBe(ENDPOINTS.length)
  })

  it('asks everywhere for a permission or an own account; nothing is open to nobody', () => {
    expect(ENDPOINTS.filter(({ permission }) => permission === 'none').map(({ id }) => id)).toEqual([])
  })

  it('lists no permission that no endpoint asks for, and none that nobody holds', () => {
    const asked = new Set(ENDPOINTS.map(({ permission }) => permission))
    const held = new Set<string>(ROLE_CODES.flatMap((role) => ROLES[role].permissions))
    expect(PERMISSIONS.filter((permission) => !asked.has(permission) || !held.has(permission))).toEqual([])
  })

  it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))('%s turns away who is signed out', async (_id, endpoint) => {
    const { status, code } = await ask(undefined, endpoint)
    expect({ status, code }).toEqual({ status: 401, code: 'signed_out' })
  })

  it.each(ENDPOINTS.filter(({ permission }) => isPermission(permission)).map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s turns away every role without the permission and writes it down', async (id, endpoint) => {
      const without = ROLE_CODES.filter((role) => !holds(role, endpoint.permission))
      const before = await refusedSoFar(id)
      const answers = await Promise.all(without.map(async (role) => [role, (await ask(role, endpoint)).code]))
      expect(answers).toEqual(without.map((role) => [role, 'forbidden']))
      expect(await refusedSoFar(id)).toBe(before + without.length)
    })

  it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s judges session and permission before it looks at a broken request', async (_id, endpoint) => {
      const outside = isPermission(endpoint.permission) ? ROLE_CODES.filter((role) => !holds(role, endpoint.permission)).slice(0, 1) : []
      const answers = await Promise.all([undefined, ...outside].map(async (person) => (await app.send(person, brokenRequestOf(endpoint))).code))
      expect(answers).toEqual(['signed_out', ...outside.map(() => 'forbidden')])
    })

  it('tells who may call which fields are wrong, in the words of the error table and without the values', async () => {
    const broken = { method: 'POST', path: '/registry/episodes', payload: { commandId: app.id(), personId: 'secret-value', episode: {} } }
    const answer = await app.send('county_office', broken)
    expect(answer).toMatchObject({ status: 400, code: 'request_invalid', body: { data: { fields: expect.arrayContaining(['personId']) } } })
    expect(answer.text).not.toContain('secret-value')
    const noJson = await app.send('county_office', { ...broken, payload: undefined, bytes: Buffer.from('{'), contentType: 'application/json' } as never)
    expect(noJson).toMatchObject({ status: 400, code: 'request_invalid' })
  })

  it.each(ENDPOINTS.filter(({ permission }) => isPermission(permission)).map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s waits for the first password to be changed', async (_id, endpoint) => {
      const role = ROLE_CODES.find((each) => holds(each, endpoint.permission))
      if (role === undefined) throw new Error(`Nobody holds ${endpoint.permission}`)
      const { status, code } = await ask(`new_${role}`, endpoint)
      expect({ status, code }).toEqual({ status: 403, code: 'password_must_change' })
    })
})
