import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDayBooks, freezeBaseOf, recomputeAll } from '../src/modules/indicators/indicators.api.ts'
import { inScope, rows } from '../src/platform/db.ts'
import { scopeOf } from '../src/platform/scope.ts'
import { startAppUnderTest, TODAY, type AppUnderTest } from './app-under-test.ts'
import { aNeighbour, NEIGHBOUR_COUNTY } from './builders/neighbour.ts'

/** Rows are added and never changed: what is written is evidence. */
const APPEND_ONLY = [
  'platform.audit_entry', 'platform.audit_link', 'platform.event', 'registry.evidence', 'registry.training', 'registry.version',
  'indicators.base_month', 'indicators.base_household', 'indicators.day', 'indicators.ledger', 'reporting.correction',
  'cards.check', 'cards.settlement', 'cards.closing', 'cards.sample', 'cards.sample_member', 'cards.recall',
]
/** Facts are corrected by versions or ended by dates; no row of these is ever deleted. */
const NEVER_DELETED = [
  ...APPEND_ONLY, 'registry.household', 'registry.person', 'registry.segment', 'registry.exemption', 'registry.episode', 'registry.contact',
  'indicators.frozen_household', 'indicators.frozen_person', 'indicators.frozen_clock', 'reporting.report', 'reporting.export_request', 'registry.import',
  'cards.card', 'cards.print',
  'organization.division', 'organization.user_account', 'organization.role_grant', 'organization.holder', 'organization.post',
  'organization.handover', 'organization.weak_group', 'organization.party_group', 'organization.weak_group_cadre',
]

let app: AppUnderTest
let owner: Client

beforeAll(async () => {
  app = await startAppUnderTest({ neighbour: { grants: [] } })
  owner = new Client({ connectionString: app.ownerUrl })
  await owner.connect()
  await aNeighbour(app)
  await recomputeAll(app.services)
  await app.asSystem(async (tx) => {
    await freezeBaseOf(tx, TODAY, null)
    await closeDayBooks(tx, TODAY, app.services.clock.now(), null)
  })
})
afterAll(async () => {
  await owner.end()
  await app.close()
})

const names = async (query: string): Promise<string[]> => (await owner.query<{ name: string }>(query)).rows.map(({ name }) => name)
const protectedTables = () => names(`select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relrowsecurity order by 1`)
const count = async (run: (query: string) => Promise<{ count: number } | undefined>, table: string) =>
  (await run(`select count(*)::int as count from ${table}`))?.count ?? 0
const asOwner = async (query: string) => (await owner.query<{ count: number }>(query)).rows[0]
const asApp = async (query: string) => (await rows(app.handle.db, sql.raw<{ count: number }>(query)))[0]

describe('row-level security', () => {
  it('stands on every table of facts, figures and reports that names a place', async () => {
    const placed = await names(`
      select distinct c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname in ('division', 'probe', 'unit_code') and not a.attisdropped
      where c.relkind = 'r' and n.nspname in ('registry', 'cards', 'indicators', 'reporting') order by 1`)
    // The mark that a village changed says nothing about anybody.
    expect(placed.filter((name) => name !== 'registry.village_touch')).toEqual((await protectedTables()).filter((name) => placed.includes(name)))
    expect(placed.length).toBeGreaterThan(20)
  })

  it('shows the application no row without a scope, though there are rows', async () => {
    const filled: string[] = []
    for (const table of await protectedTables()) {
      if ((await count(asOwner, table)) > 0) filled.push(table)
      expect(await count(asApp, table), table).toBe(0)
    }
    expect(filled).toEqual(expect.arrayContaining([
      'registry.household', 'registry.person', 'registry.episode', 'registry.evidence', 'registry.contact', 'organization.handover', 'registry.import', 'registry.import_issue',
      'indicators.person_state', 'indicators.household_state', 'indicators.village_counter', 'indicators.ledger', 'indicators.frozen_household',
      'indicators.base_household', 'reporting.report', 'reporting.export_request',
    ]))
  })

  it('shows a scope its own rows and no others, through the published views too', async () => {
    for (const [prefix, seen] of [[NEIGHBOUR_COUNTY, 2], ['522326', 0]] as const) {
      const found = await inScope(app.handle.db, scopeOf([prefix]), async (tx) => [
        ...(await rows(tx, sql<{ count: number }>`select count(*)::int as count from registry.household`)),
        ...(await rows(tx, sql<{ count: number }>`select count(*)::int as count from registry.pub_household`)),
        ...(await rows(tx, sql<{ count: number }>`select count(*)::int as count from indicators.pub_household_state`)),
      ])
      expect(found.map((row) => row.count), prefix).toEqual([seen, seen, seen])
    }
  })

  it('lets nobody write outside the scope', async () => {
    const moved = inScope(app.handle.db, scopeOf([NEIGHBOUR_COUNTY]), async (tx) => {
      await sql`update registry.household set division = '522326001001'`.execute(tx)
    })
    await expect(moved).rejects.toMatchObject({ code: '42501' })
  })

  it('tells the planner what a scope holds, in order of size: else it joins and sorts a county as if it were a handful', async () => {
    await owner.query('analyze organization.village')
    const [plan] = await inScope(app.handle.db, scopeOf(['522301']), (tx) => rows(tx, sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
      explain (format json) select from organization.village v where platform.in_scope(v.code)`))
    const held = await asOwner(`select count(*)::int as count from organization.village where code like '522301%'`)
    expect(held?.count).toBeGreaterThan(150)
    expect(plan?.['QUERY PLAN'][0].Plan['Plan Rows']).toBeGreaterThan((held?.count ?? 0) / 5)
  })

  it('cannot be switched off: the application owns nothing and may not bypass it', async () => {
    const role = await asOwner(`select (rolsuper or rolbypassrls or rolcreaterole)::int as count from pg_roles where rolname = 'anye_app'`)
    expect(role?.count).toBe(0)
    expect((await asOwner(`select count(*)::int as count from pg_class where relowner = 'anye_app'::regrole`))?.count).toBe(0)
  })
})

describe('the application’s role', () => {
  const refused = { code: '42501' }

  it.each(APPEND_ONLY)('may not change a row of %s', async (table) => {
    const [column] = await names(`select quote_ident(attname) as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and attidentity = '' order by attnum limit 1`)
    await expect(asApp(`update ${table} set ${column} = ${column}`)).rejects.toMatchObject(refused)
  })

  it.each(NEVER_DELETED)('may not delete from %s', async (table) => {
    await expect(asApp(`delete from ${table}`)).rejects.toMatchObject(refused)
    await expect(asApp(`truncate ${table}`)).rejects.toMatchObject(refused)
  })

  it('may end a frozen state and change nothing else of it', async () => {
    await expect(asApp('update indicators.frozen_household set employed = 9')).rejects.toMatchObject(refused)
    await expect(asApp('update indicators.frozen_person set employed = true')).rejects.toMatchObject(refused)
    await expect(asApp('update indicators.frozen_clock set cleared_on = due_on')).rejects.toMatchObject(refused)
  })

  it('may not change a signed report', async () => {
    const change = app.asSystem((tx) => sql`update reporting.report set content = '{}' where state = 'signed'`.execute(tx))
    await expect(change).rejects.toThrow('a signed report is immutable')
  })
})
