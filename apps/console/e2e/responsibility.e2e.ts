import assert from 'node:assert/strict'
import { z } from 'zod'
import { ask } from './asking.ts'
import { choose, submit } from './dialog.ts'
import type { Journey, Stage } from './journey.ts'
import { panel, rowsOf, see } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { UNITS } from './world.ts'

export const responsibilityJourneys: readonly Journey[] = [
  { title: 'A village names somebody to look after a household, and the household’s page and card line say so', walk: nameContact },
  { title: 'A grid is offered to a colleague and is hers once she accepts, its households with it', walk: handOverGrid },
  { title: 'A township lists a weak group with its Party group, sends a cadre, and closes the term with what came of it', walk: weakGroup },
]

const CONTACT = '韦包保测试'
const Lines = z.object({ rows: z.array(z.object({ contactName: z.string().nullable(), householdId: z.string() })) })
const Me = z.object({ name: z.string() })
const Household = z.object({ household: z.object({ groupName: z.string().nullable(), place: z.string() }) })

async function nameContact({ browsing, world }: Stage): Promise<void> {
  const account = await villageAccount(world, UNITS.county)
  const { page } = await signIn(browsing, account, '/contacts?gap=all')
  const row = page.getByRole('table', { name: '各户联系人' }).locator('tbody > tr').first()
  const address = await row.getByRole('link').first().getAttribute('href')
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '指定选中的 1 户' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('只填姓名').click()
  await dialog.getByLabel('姓名', { exact: true }).fill(CONTACT)
  await submit(page, '指定联系人')
  await see(page, '已为 1 户指定联系人')
  assert.ok(address)
  await page.goto(address)
  await see(panel(page, '包保联系人'), CONTACT)
  const household = address.split('/').at(-1)
  const { rows } = await ask(page, `/cards/lines?place=${account.replace('village-', '')}&limit=200`, Lines)
  const lines = rows.filter(({ householdId }) => householdId === household)
  assert.ok(lines.every(({ contactName }) => contactName === CONTACT), 'the card names who looks after the household now')
}

async function handOverGrid({ browsing, world }: Stage): Promise<void> {
  const post = await villageAccount(world, UNITS.county)
  const village = post.replace('village-', '')
  const { page: colleague } = await signIn(browsing, post, '/account/grids')
  const { name } = await ask(colleague, '/me', Me)
  const { page: member } = await signIn(browsing, `grid-${village}`, '/account/grids')
  const own = panel(member, '我负责的网格')
  await rowsOf(own).first().getByRole('button', { name: '交接' }).click()
  await choose(member, '接手人', name)
  await submit(member, '交接')
  await see(panel(member, '网格交接'), '待答复')

  await colleague.reload()
  await panel(colleague, '网格交接').getByRole('button', { name: '接收', exact: true }).click()
  await submit(colleague, '接收')
  await see(colleague, /已接收，\d+ 户转由您包保/)
  await see(panel(colleague, '网格交接'), '已接收')
  await member.reload()
  await see(panel(member, '网格交接'), '已接收')
}

async function weakGroup({ browsing, world }: Stage): Promise<void> {
  const village = (await villageAccount(world, UNITS.county)).replace('village-', '')
  const { page } = await signIn(browsing, `clerk-${village.slice(0, 9)}`, '/weak-groups')
  const [household] = (await ask(page, `/registry/households?place=${village}`, z.object({ rows: z.array(z.object({ id: z.string() })) }))).rows
  const { household: { groupName } } = await ask(page, `/registry/households/${household?.id}`, Household)
  assert.ok(groupName, 'the household belongs to a group of the village')
  await page.getByRole('button', { name: '列入', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('所在村（社区）').fill(village)
  await page.locator('.ant-select-item-option').first().click()
  await dialog.getByLabel('村民小组').fill(groupName)
  await choose(page, '列入原因', '外出务工少')
  await dialog.getByLabel('党小组名称').fill('测试党小组')
  await submit(page, '列入')
  await page.getByRole('link', { name: groupName, exact: true }).first().click()
  await see(page, '的人找到工作了吗？')
  await see(page, '测试党小组')

  await panel(page, '下沉干部').getByRole('button', { name: '选派干部' }).click()
  await dialog.getByLabel('姓名').fill('黄下沉')
  await submit(page, '选派干部')
  const cadre = rowsOf(panel(page, '下沉干部')).filter({ hasText: '黄下沉' })
  await see(cadre, '在任')
  await cadre.getByRole('button', { name: '结束并记成效' }).click()
  await dialog.getByLabel('成效').fill('组里三人外出务工')
  await submit(page, '结束并记成效')
  await see(cadre, '已结束')
  await see(cadre, '组里三人外出务工')
}
