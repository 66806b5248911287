import assert from 'node:assert/strict'
import { z } from 'zod'
import { ask } from './asking.ts'
import { choose, submit } from './dialog.ts'
import type { Journey, Stage } from './journey.ts'
import { panel, rowsOf, see } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { UNITS } from './world.ts'

export const needsJourneys: readonly Journey[] = [
  { title: 'A village records a need, the township serves it, the village closes it and sees it done', walk: needFromOpenToClosed },
  { title: 'The township names who answers for a household without work, and the task list of the village says so', walk: ownerOfZero },
]

const People = z.object({ rows: z.array(z.object({ id: z.string(), name: z.string() })) })

async function needFromOpenToClosed({ browsing, world }: Stage): Promise<void> {
  const account = await villageAccount(world, UNITS.county)
  const place = account.replace('village-', '')
  const { page: village } = await signIn(browsing, account)
  const { rows: [person] } = await ask(village, `/registry/persons?place=${place}&work=unemployed`, People)
  assert.ok(person, 'somebody in the village is without work')
  await village.goto(`/persons/${person.id}`)
  const needs = panel(village, '需求与服务')
  await needs.getByRole('button', { name: '登记需求' }).click()
  await choose(village, '需求', '技能培训')
  await village.getByRole('dialog').getByLabel('具体要求').fill('想学电工')
  await submit(village, '登记')
  await see(needs, '待服务')

  const { page: township } = await signIn(browsing, `clerk-${place.slice(0, 9)}`, `/needs?place=${place}`)
  const row = rowsOf(township).filter({ hasText: person.name }).filter({ hasText: '想学电工' })
  await row.getByRole('button', { name: '登记服务' }).click()
  await choose(township, '服务', '安排培训')
  await submit(township, '登记服务')
  await row.waitFor({ state: 'hidden' })

  await village.reload()
  await needs.getByRole('button', { name: '办结' }).click()
  await see(village.getByRole('dialog'), /登记了服务/)
  await submit(village, '办结')
  await see(needs, '已办结')
}

async function ownerOfZero({ browsing, world }: Stage): Promise<void> {
  const account = await villageAccount(world, UNITS.county)
  const place = account.replace('village-', '')
  const { page: lead } = await signIn(browsing, `lead-${place.slice(0, 9)}`, `/zero-households?place=${place}`)
  const row = rowsOf(lead).first()
  const head = (await row.getByRole('link').first().innerText()).trim()
  await row.getByRole('button', { name: '指定责任人' }).click()
  await lead.getByRole('dialog').getByLabel('责任人').fill('韦支书')
  await submit(lead, '指定责任人')
  await see(row, '韦支书')

  const { page: village } = await signIn(browsing, account, '/tasks?kind=zero')
  await see(rowsOf(village).filter({ hasText: head }).filter({ hasText: '无人就业' }), '韦支书')
}
