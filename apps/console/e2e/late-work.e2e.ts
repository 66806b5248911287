import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { writeWorkFile } from '@anye/pack/outbox/work-file'
import { newEntry, type OutboxEntry } from '@anye/pack/outbox/outbox-entry'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { ask } from './asking.ts'
import type { Journey, Stage } from './journey.ts'
import { rowsOf, see } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { UNITS } from './world.ts'

export const lateWorkJourneys: readonly Journey[] = [
  { title: 'A file of a phone’s unsent work is sent at a desk, what is about another village’s household waits there, and its clerk takes it over', walk: sendFile },
]

const AUTHOR = '王小丽'
const Lines = z.object({ rows: z.array(z.object({ month: z.string(), personId: z.string(), householdId: z.string(), name: z.string() })) })
const Villages = z.object({ rows: z.array(z.object({ code: z.string() })) })

async function sendFile({ browsing, world }: Stage): Promise<void> {
  const account = await villageAccount(world, UNITS.county)
  const place = account.replace('village-', '')
  const { page: village } = await signIn(browsing, account, '/cards/late-work')
  const { page: clerk } = await signIn(browsing, `clerk-${place.slice(0, 9)}`, '/cards/late-work')
  const { rows: progress } = await ask(clerk, `/cards/months/progress?place=${place.slice(0, 9)}`, Villages)
  const other = progress.find(({ code }) => code !== place && code.startsWith(place.slice(0, 9)))
  assert.ok(other, 'the township has a second village')
  const [own, foreign] = [await dueIn(village, place), await dueIn(clerk, other.code)]

  const text = writeWorkFile([notReached(own), notReached(foreign)], AUTHOR, new Date().toISOString())
  await village.locator('input[type=file]').setInputFiles({ name: 'anye-outbox.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  const dialog = village.getByRole('dialog')
  await see(dialog, '未联系上')
  await dialog.getByRole('button', { name: '发送', exact: true }).click()
  await see(dialog.getByRole('row').filter({ hasText: own.name }), '已写入')
  await see(dialog.getByRole('row').filter({ hasText: foreign.name }), '转收件箱')
  await dialog.getByRole('button', { name: '关闭', exact: true }).last().click()

  await clerk.reload()
  const row = rowsOf(clerk).filter({ hasText: AUTHOR })
  await see(row, '户已迁到这里')
  await row.getByRole('button', { name: '接手' }).click()
  await see(clerk.getByRole('dialog'), `注明原作者${AUTHOR}`)
  await clerk.getByRole('dialog').getByRole('button', { name: '接手' }).click()
  await row.waitFor({ state: 'hidden' })
  const Checks = z.object({ checks: z.array(z.object({ onBehalf: z.string().nullable(), status: z.string() })) })
  for (const { month, personId } of [own, foreign]) {
    const { checks } = await ask(clerk, `/cards/lines/${month}/${personId}`, Checks)
    assert.deepEqual(checks.map(({ onBehalf, status }) => [onBehalf, status]), [[AUTHOR, '90']])
  }
  // Sent again, every entry answers what it answered and nothing is written twice.
  await village.locator('input[type=file]').setInputFiles({ name: 'anye-outbox.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await dialog.getByRole('button', { name: '发送', exact: true }).click()
  await see(dialog.getByRole('row').filter({ hasText: own.name }), '已写入')
  const { checks } = await ask(clerk, `/cards/lines/${own.month}/${own.personId}`, Checks)
  assert.equal(checks.length, 1)
}

type Line = z.infer<typeof Lines>['rows'][number]

async function dueIn(page: Page, place: string): Promise<Line> {
  const [line] = (await ask(page, `/cards/lines?place=${place}&state=due`, Lines)).rows
  assert.ok(line, `somebody of ${place} is still to be checked`)
  return line
}

/** A check as a phone queues it: nobody answered. */
function notReached({ month, personId, householdId, name }: Line): OutboxEntry {
  const at = new Date().toISOString()
  const input = { month, personId, observedAt: at, method: 'phone', status: '90', noChange: false }
  return newEntry({
    commandId: randomUUID(), endpoint: 'cards.check.record', input, contractVersion: 1, baseVersion: null, deviceTime: at, actorId: randomUUID(), householdId,
    title: `${name} · 未联系上`,
  })
}
