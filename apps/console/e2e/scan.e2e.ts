import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { encodeQR } from 'qr'
import { z } from 'zod'
import { ask } from './asking.ts'
import { openPhone, PIN, press, reopenPhone } from './field-phone.ts'
import type { Journey, Stage } from './journey.ts'
import { see } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { UNITS } from './world.ts'

export const scanJourneys: readonly Journey[] = [
  { title: 'The code of a service card opens its household on a phone without a network, from a photo and from its address', walk: scanCard },
]

const Pack = z.object({ put: z.array(z.object({ id: z.string(), headName: z.string(), cardToken: z.string().nullable() })) })

async function scanCard({ browsing, world }: Stage): Promise<void> {
  const account = await villageAccount(world, UNITS.county)
  const { page: desk } = await signIn(browsing, account)
  await issueCards(desk, world.address, account.slice('village-'.length))
  const household = (await ask(desk, '/sync/pull?limit=300', Pack)).put.find(({ cardToken }) => cardToken !== null)
  assert.ok(household?.cardToken, 'the village has issued its cards')
  const { page, context } = await openPhone(browsing, account)
  await context.setOffline(true)

  await page.getByRole('button', { name: '扫服务卡' }).click()
  await see(page, '请改为拍一张二维码的照片')
  const photo = (text: string) => ({ name: 'photo.gif', mimeType: 'image/gif', buffer: Buffer.from(encodeQR(text, 'gif', { border: 4, scale: 6 })) })
  const choose = (text: string) => page.locator('input[type=file]').setInputFiles(photo(text))
  await choose('https://pay.example/')
  await see(page, '这不是服务卡的二维码')
  await choose(`${world.address}/field/c/${household.cardToken}`)
  await page.waitForURL(`**/field/households/${household.id}`)
  await see(page, household.headName)

  await page.close()
  const again = await reopenPhone(context)
  await again.goto(`/field/c/${household.cardToken}`)
  await press(again, PIN)
  await again.waitForURL(`**/field/households/${household.id}`)
  await see(again, household.headName)
}

/** Every household of the village has a card afterwards, whether another journey was here before or not. */
async function issueCards(desk: Page, origin: string, village: string): Promise<void> {
  const response = await desk.request.post(`/api/cards/villages/${village}/issue`, { headers: { origin }, data: { commandId: randomUUID(), village } })
  assert.equal(response.status(), 200, await response.text())
}
