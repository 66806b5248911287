import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEFAULT_PARAMETERS } from '@anye/contract/indicators/parameters'
import { aHousehold, anEpisode, aPerson } from '../../../../test/builders/registry.ts'
import { codeOf, startRegistryApp, TODAY, VILLAGE, type RegistryApp } from '../../../../test/registry-app.ts'
import { goTo } from '../testing/closed-days.ts'

type Settings = { cutOff: string; parameters: { evidenceDays: number }; history: { what: string; validFrom: string; state: string; by: string | null; document: string }[] }
let api: RegistryApp
beforeAll(async () => {
  api = await startRegistryApp()
  await api.asSystem(async (tx) => {
    const household = await aHousehold(tx)
    await anEpisode(tx, household, await aPerson(tx, household), { start: '2026-02-01', evidence: [['visit', '2026-11-04']] })
  })
  await api.recompute()
})
afterAll(() => api.close())

const change = (body: Record<string, unknown>, person: 'office' | 'county' = 'office') =>
  api.command(person, 'PUT', '/indicators/parameters', { document: '州就指〔2026〕9号', ...body })
const settings = async () => (await api.get('office', '/indicators/parameters')).body as Settings
const employed = async () => {
  await api.recompute()
  return ((await api.get('office', '/indicators/coverage', { place: VILLAGE })).body as { total: Record<string, number> }).total['p.employed'] ?? 0
}

it('S4 a parameter holds from its day, names its document, and the figures follow it on that day', async () => {
  expect(await employed()).toBe(1)
  const stricter = { ...DEFAULT_PARAMETERS, evidenceDays: 21 }
  expect((await change({ validFrom: '2026-11-25', parameters: stricter })).status).toBe(200)
  expect(await employed()).toBe(1)
  expect((await settings()).parameters.evidenceDays).toBe(45)
  expect((await settings()).history).toMatchObject([{ what: 'parameters', validFrom: '2026-11-25', state: 'future', by: 'office员', document: '州就指〔2026〕9号' }])
  goTo(api, '2026-11-25')
  expect((await settings()).history).toMatchObject([{ state: 'current' }])
  // 21 days after the proof of the 4th.
  expect(await employed()).toBe(1)
  goTo(api, '2026-11-26')
  expect(await employed()).toBe(0)
})

it('the cut-off moves by setting, and what was replaced stays listed', async () => {
  goTo(api, TODAY)
  expect((await change({ validFrom: '2026-11-20', cutOff: '21:00' })).status).toBe(200)
  expect((await change({ validFrom: '2026-11-23', cutOff: '21:30' })).status).toBe(200)
  const { cutOff, history } = await settings()
  expect(cutOff).toBe('21:30')
  expect(history.filter(({ what }) => what === 'cutOff')).toMatchObject([{ validFrom: '2026-11-23', state: 'current' }, { validFrom: '2026-11-20', state: 'past' }])
})

it('only the prefecture changes definitions, and only with a time that exists', async () => {
  expect(codeOf(await change({ validFrom: TODAY, cutOff: '20:00' }, 'county'))).toBe('forbidden')
  expect(codeOf(await change({ validFrom: TODAY, cutOff: '24:30' }))).toBe('request_invalid')
})
