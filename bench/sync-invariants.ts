import { sql } from 'kysely'
import { firstRow, rows } from '../apps/server/src/platform/db.ts'
import type { FieldServer } from './sync-server.ts'
import type { SimulatedPhone } from './sync-simulator.ts'

export type Account = {
  queued: number; stored: number; parked: number; onPhones: number
  /** Each must be empty or 0; see `check`. */
  broken: string[]
}

/**
 * Balances every command of every phone against the database: told stored is stored once, told parked is in an inbox, everything else is
 * on its phone; the server counts what the facts say; and each phone holds exactly the households of its scope.
 */
export async function balance(server: FieldServer, phones: readonly SimulatedPhone[]): Promise<Account> {
  const told = { stored: [] as string[], parked: [] as string[], here: [] as string[], checks: [] as string[] }
  for (const phone of phones) {
    for (const { commandId, receipt } of await phone.storage.listReceipts()) {
      const { status, response } = receipt as { status: 'stored' | 'parked'; response?: { checkId: string } }
      told[status].push(commandId)
      if (response !== undefined) told.checks.push(response.checkId)
    }
    told.here.push(...(await phone.storage.listEntries()).map(({ commandId }) => commandId))
  }
  const queued = phones.flatMap((phone) => phone.queued)
  const facts = await readFacts(server)
  return {
    queued: queued.length, stored: told.stored.length, parked: told.parked.length, onPhones: told.here.length,
    broken: [
      ...differences('command', queued, [...told.stored, ...told.parked, ...told.here]),
      ...differences('stored command', told.stored, facts.claims),
      ...differences('check', told.checks, facts.checks),
      ...differences('parked command', told.parked, facts.parked),
      ...(facts.checkedLines === facts.checkedPersons ? [] : [`${facts.checkedLines} lines are checked, ${facts.checkedPersons} persons have a check`]),
      ...(await Promise.all(phones.map((phone) => scopeOf(server, phone)))).flat(),
    ],
  }
}

async function readFacts({ asSystem }: FieldServer) {
  return asSystem(async (tx) => {
    const ids = async (query: ReturnType<typeof sql<{ id: string }>>) => (await rows(tx, query)).map(({ id }) => id)
    const counts = await firstRow(tx, sql<{ lines: number; persons: number }>`
      select (select count(*)::int from cards.line where state = 'checked') as lines, (select count(distinct person_id)::int from cards.check) as persons`)
    return {
      claims: await ids(sql<{ id: string }>`select command_id as id from platform.command_claim where endpoint = 'cards.check.record'`),
      checks: await ids(sql<{ id: string }>`select id from cards.check`),
      parked: await ids(sql<{ id: string }>`select command_id as id from cards.parked`),
      checkedLines: counts?.lines ?? -1, checkedPersons: counts?.persons ?? -2,
    }
  })
}

/** Two lists that must hold the same things, each once. */
function differences(what: string, left: readonly string[], right: readonly string[]): string[] {
  const twice = (list: readonly string[], side: string) => list.filter((id, index) => list.indexOf(id) !== index).map((id) => `${what} ${id} is twice ${side}`)
  const [l, r] = [new Set(left), new Set(right)]
  return [
    ...twice(left, 'on the phones'), ...twice(right, 'on the other side'),
    ...left.filter((id) => !r.has(id)).map((id) => `${what} ${id} is lost`), ...right.filter((id) => !l.has(id)).map((id) => `${what} ${id} came from nowhere`),
  ]
}

/** A phone whose person may check holds her village; any other holds nothing. */
async function scopeOf({ asSystem, services, headersOf }: FieldServer, { name, village, storage }: SimulatedPhone): Promise<string[]> {
  const actor = await services.authenticate(new Headers(headersOf(name)))
  const may = actor?.permissions.has('card.check') === true
  const mine = may ? await asSystem((tx) => rows(tx, sql<{ id: string }>`select id from registry.household where division = ${village} and status = 'active'`)) : []
  const held = (await storage.listHouseholds()).map(({ id }) => id)
  return differences(`household of ${name}`, mine.map(({ id }) => id), held)
}
