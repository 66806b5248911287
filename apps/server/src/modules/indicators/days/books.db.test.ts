import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COUNTER_KEYS } from '@anye/contract/indicators/counters'
import { FAR_VILLAGE, NEXT_VILLAGE, startRegistryApp, VILLAGE, type RegistryApp } from '../../../../test/registry-app.ts'
import { rows } from '../../../platform/db.ts'
import { closeFourDays, FIRST, FOURTH, SECOND, THIRD } from '../testing/closed-days.ts'
import { digestLedger } from './ledger.store.ts'

type Line = { day: string; division: string; key: string; opening: number; change: number; correction: number; closing: number }
type Coverage = { total: Record<string, number>; rows: { place: { code: string }; counters: Record<string, number> }[] }
const DAYS = [FIRST, SECOND, THIRD, FOURTH]
let api: RegistryApp

beforeAll(async () => {
  api = await startRegistryApp()
  await closeFourDays(api)
})
afterAll(() => api.close())

const linesOf = (day: string) => api.asSystem((tx) => rows(tx, sql<Line>`
  select day, division, key, opening, change, correction, closing from indicators.ledger where day = ${day}`))
const employedIn = async (day: string, division: string) => {
  const line = (await linesOf(day)).find((each) => each.division === division && each.key === 'p.employed')
  return line && [line.opening, line.change, line.correction, line.closing]
}
const coverage = async (day: string, tree: 'unit' | 'gb') => (await api.get('office', '/indicators/coverage', { day, tree })).body as Coverage

describe('the books of a day', () => {
  it('open where the day before closed, for every village and counter, and balance', async () => {
    let before = new Map<string, number>()
    for (const day of DAYS) {
      const lines = await linesOf(day)
      for (const line of lines) {
        const name = `${line.day} ${line.division} ${line.key}`
        expect(line.opening, name).toBe(before.get(`${line.division} ${line.key}`) ?? 0)
        expect(line.opening + line.change + line.correction, name).toBe(line.closing)
      }
      const opened = new Set(lines.map((line) => `${line.division} ${line.key}`))
      for (const [name, closing] of before) expect(closing === 0 || opened.has(name), `${day} ${name}`).toBe(true)
      before = new Map(lines.map((line) => [`${line.division} ${line.key}`, line.closing]))
    }
  })
  it('close at the live counters of that moment', async () => {
    const live = await api.asSystem((tx) => rows(tx, sql<{ name: string; value: number }>`select division || ' ' || key as name, value from indicators.village_counter`))
    const closing = (await linesOf(FOURTH)).filter((line) => line.closing !== 0).map((line) => [`${line.division} ${line.key}`, line.closing])
    expect(Object.fromEntries(closing)).toEqual(Object.fromEntries(live.map((row) => [row.name, row.value])))
  })
  it('tell what happened on the day as a change', async () => {
    expect(await employedIn(FIRST, VILLAGE)).toEqual([0, 1, 0, 1])
    expect(await employedIn(SECOND, NEXT_VILLAGE)).toEqual([0, 1, 0, 1])
    expect(await employedIn(THIRD, VILLAGE)).toEqual([1, -1, 0, 0])
    expect(await employedIn(THIRD, NEXT_VILLAGE)).toEqual([1, 0, 0, 1])
  })
  it('tell a late fact about a closed day as a correction of the next day, beside the change of that day', async () => {
    expect(await employedIn(SECOND, FAR_VILLAGE)).toBeUndefined()
    expect(await employedIn(THIRD, FAR_VILLAGE)).toEqual([0, 0, 1, 1])
    expect(await employedIn(FOURTH, FAR_VILLAGE)).toEqual([1, 1, -1, 1])
  })
  it('never change again: the digest kept at the close is still theirs, and the application may not write them', async () => {
    for (const day of DAYS) {
      const [kept] = await api.asSystem((tx) => rows(tx, sql<{ head: string }>`select head from indicators.day where day = ${day}`))
      expect(await api.asSystem((tx) => digestLedger(tx, day)), day).toBe(kept?.head)
    }
    for (const forbidden of [sql`update indicators.ledger set closing = closing`, sql`delete from indicators.ledger`, sql`update indicators.day set head = ''`,
      sql`update indicators.frozen_household set zero = false`, sql`delete from indicators.frozen_person`]) {
      await expect(api.asSystem((tx) => forbidden.execute(tx))).rejects.toThrow('permission denied')
    }
  })
  it('refuse a second close of the day', async () => {
    const again = await api.command('office', 'POST', '/indicators/days')
    expect([again.status, again.body]).toMatchObject([409, { code: 'already_done' }])
  })
})

describe('the frozen lists behind the books', () => {
  it.each(DAYS)('hold for every counter exactly as many as it closed with on %s', async (day) => {
    const { total } = await coverage(day, 'unit')
    for (const counter of COUNTER_KEYS) {
      const members = (await api.get('office', '/indicators/members', { counter, day, limit: 200 })).body as { rows: unknown[]; total: number }
      expect([members.total, members.rows.length], `${day} ${counter}`).toEqual([total[counter] ?? 0, total[counter] ?? 0])
    }
  })
  it('show who it was then, not who it is now', async () => {
    const on = async (day: string) => ((await api.get('county', '/indicators/members', { counter: 'p.employed', day })).body as { rows: { villageCode: string }[] }).rows.map((row) => row.villageCode)
    expect(await on(SECOND)).toEqual([VILLAGE, NEXT_VILLAGE])
    expect(await on(THIRD)).toEqual([NEXT_VILLAGE])
  })
})

describe('the two trees', () => {
  it.each(DAYS)('of nine reporting units and eight GB counties sum to the prefecture on %s', async (day) => {
    const [units, counties] = [await coverage(day, 'unit'), await coverage(day, 'gb')]
    expect([units.rows.length, counties.rows.length]).toEqual([9, 8])
    expect(units.total).toEqual(counties.total)
    for (const { rows: children, total } of [units, counties]) {
      for (const counter of COUNTER_KEYS) {
        expect(children.reduce((sum, child) => sum + (child.counters[counter] ?? 0), 0), counter).toBe(total[counter] ?? 0)
      }
    }
    const of = ({ rows: children }: Coverage, code: string) => children.find((child) => child.place.code === code)?.counters['hh.all'] ?? 0
    expect([of(units, '522301'), of(units, '5223-YL'), of(counties, '522301')]).toEqual([0, 1, 1])
  })
  it('open the ledger of any place, summed', async () => {
    const ledger = (await api.get('office', '/indicators/ledger', { day: FOURTH, place: '522323' })).body as { rows: Line[] }
    expect(ledger.rows.find((line) => line.key === 'p.employed')).toMatchObject({ opening: 1, change: 1, correction: -1, closing: 1 })
  })
})
