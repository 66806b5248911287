import { createMemoryStorage } from '@anye/pack/storage/memory-storage'
import { writeIndexRows, type IndexRow } from '@anye/pack/today/index-row'
import { afterEach, expect, it, vi } from 'vitest'
import { findCard } from './card.data.ts'

vi.mock('virtual:field-contract', () => ({ routes: { 'cards.card.find': { method: 'GET', path: '/cards/tokens/{token}' } }, authPaths: {}, fieldPaths: {}, handOverPath: '' }))
afterEach(() => vi.unstubAllGlobals())

const TOKEN = '0123456789abcdef'
const ROW: IndexRow = { id: 'h1', division: '522326001001', place: '王母街道', group: '1组', head: '韦测试', address: null, card: TOKEN, members: [], needDueOn: null, told: [] }

async function packOf(...rows: IndexRow[]) {
  const storage = createMemoryStorage()
  await storage.apply({ index: writeIndexRows(rows) })
  return storage
}
const answering = (status: number, body: object) => vi.stubGlobal('fetch', async () =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }))

it('finds the household of a card in the pack without asking anybody', async () => {
  vi.stubGlobal('fetch', () => { throw new Error('nobody is asked') })
  expect(await findCard(await packOf(ROW), TOKEN)).toEqual({ kind: 'here', householdId: 'h1', replaced: false })
})

it('asks the server of a paper it does not know: an old one of a household it has, or one of elsewhere', async () => {
  answering(200, { householdId: 'h1' })
  expect(await findCard(await packOf({ ...ROW, card: 'another' }), TOKEN)).toEqual({ kind: 'here', householdId: 'h1', replaced: true })
  answering(200, { householdId: 'h2' })
  expect(await findCard(await packOf(ROW), '1111111111111111')).toEqual({ kind: 'elsewhere' })
  answering(404, { code: 'not_found' })
  expect(await findCard(await packOf(ROW), '1111111111111111')).toEqual({ kind: 'unknown' })
})

it('says that it cannot ask without a network', async () => {
  vi.stubGlobal('fetch', async () => { throw new TypeError('Failed to fetch') })
  expect(await findCard(await packOf(), TOKEN)).toEqual({ kind: 'unreachable' })
})
