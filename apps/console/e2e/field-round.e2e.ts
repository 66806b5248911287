import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { askLines, askProgress, atWork, openAgain, type Line } from './asking-cards.ts'
import { backToToday, byMethod, householdRow, memberCard, openHousehold, openPhone, openTab, syncNow, tapping } from './field-phone.ts'
import type { Journey, Stage } from './journey.ts'
import { answerOf, rowsOf, see, until } from './look.ts'
import { signIn, villageAccount } from './people.ts'
import { UNITS } from './world.ts'

export const fieldRoundJourneys: readonly Journey[] = [
  { title: 'A grid member records a new job, a return and a wish to train without a network in few taps; the township returns one, she mends it, the county sees the rate', walk: wholeRound },
]

const WITHIN_MS = 30_000
const OWN_ROUND = ['1组', '2组']
const REASON = '东莞的单位名称写全'
const NO_CHANGE_TAPS = 3
const NEW_JOB_TAPS = 10

async function wholeRound({ browsing, world }: Stage): Promise<void> {
  const village = (await villageAccount(world, UNITS.county)).replace('village-', '')
  const { page: lead } = await signIn(browsing, `lead-${village.slice(0, 9)}`)
  const [same, mover, comer, learner] = atWork(await askLines(lead, village)).filter(({ groupName }) => OWN_ROUND.includes(groupName ?? ''))
  assert.ok(same && mover && comer && learner, 'four people of her grid are in work')
  await openAgain(lead, [same, mover, comer, learner])
  const { page, context } = await openPhone(browsing, `grid-${village}`)
  const { page: county } = await signIn(browsing, `office-${UNITS.county}`, `/cards/progress/${village.slice(0, 9)}`)
  const before = await askProgress(county, village)

  await context.setOffline(true)
  await nobodyAnswers(page, learner)
  assert.ok(await sameAsBefore(page, same) <= NO_CHANGE_TAPS)
  assert.ok(await newJobInDongguan(page, mover) <= NEW_JOB_TAPS)
  await cameHome(page, comer)
  await wantsTraining(page, learner)
  await see(page, '待发送 6')
  await context.setOffline(false)
  await see(page, '已确认 6 · 待发送 0')

  for (const line of [comer, learner, same]) await review(lead, village, line, 'a')
  await returnOne(lead, village, mover)
  await syncNow(page)
  await openTab(page, '今日')
  await see(await householdRow(page, mover.householdId), '退回 1 人')
  await mend(page, mover)
  await openTab(page, '今日')
  await see(page, '待发送 0')
  await review(lead, village, mover, 'a')

  const after = await until(() => askProgress(county, village), ({ onTime }) => onTime === before.onTime + 4, WITHIN_MS)
  assert.equal(after.lines, before.lines)
  await county.reload()
  assert.match(await answerOf(county), new RegExp(`${(await askProgress(county, village.slice(0, 9))).onTime}/`), 'the county reads how many were checked and reviewed in time')
}

/** Two calls without an answer put the household on the list with the reason. */
async function nobodyAnswers(page: Page, { householdId, name }: Line): Promise<void> {
  await openHousehold(page, householdId)
  for (const call of [1, 2]) {
    await memberCard(page, name).getByRole('button', { name: '打不通', exact: true }).click()
    await see(page, `待发送 ${call}`)
  }
  await backToToday(page)
  await see(await householdRow(page, householdId), '电话 2 次未接通')
}

/** From the list of today and back; answers the taps until it is saved. */
async function sameAsBefore(page: Page, { householdId, name }: Line): Promise<number> {
  const { tap, count } = tapping()
  await tap(await householdRow(page, householdId))
  await tap(page.getByRole('radio', { name: '电话', exact: true }))
  await tap(memberCard(page, name).getByRole('button', { name: '无变化', exact: true }))
  await see(memberCard(page, name), '待发送')
  await backToToday(page)
  return count()
}

async function newJobInDongguan(page: Page, { householdId, name }: Line): Promise<number> {
  const { tap, count } = tapping()
  const choose = (word: string) => tap(page.getByRole('radio', { name: word, exact: true }))
  await tap(await householdRow(page, householdId))
  await tap(memberCard(page, name).getByRole('link', { name: '核查', exact: true }))
  await choose('省外就业')
  await choose('换了新工作')
  await tap(page.getByRole('radiogroup', { name: '用人单位' }).getByRole('radio').last())
  await tap(page.getByRole('button', { name: '选择地点' }))
  await tap(page.getByRole('button', { name: /东莞/ }))
  await choose('4,500')
  await choose('工资低')
  await tap(page.getByRole('button', { name: '保存' }))
  await see(memberCard(page, name), '待发送')
  await backToToday(page)
  return count()
}

async function cameHome(page: Page, { householdId, name }: Line): Promise<void> {
  await openHousehold(page, householdId)
  await memberCard(page, name).getByRole('link', { name: '核查', exact: true }).click()
  await page.getByRole('radio', { name: '求职中' }).click()
  await page.getByRole('radio', { name: '裁员停工' }).click()
  await byMethod(page, '入户')
  await save(page, name)
}

async function wantsTraining(page: Page, { householdId, name, knownStatus }: Line): Promise<void> {
  await openHousehold(page, householdId)
  await memberCard(page, name).getByRole('link', { name: '核查', exact: true }).click()
  await page.getByRole('radiogroup', { name: '在就业' }).getByRole('radio').nth(Number(knownStatus?.slice(1)) - 1).click()
  await page.getByRole('radio', { name: /^还是原来的工作/ }).click()
  await page.getByRole('checkbox', { name: '技能培训' }).click()
  await byMethod(page, '电话')
  await save(page, name)
}

async function save(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '保存' }).click()
  await see(memberCard(page, name), '待发送')
  await backToToday(page)
}

/** What came back carries the reviewer's words; the whole check is made again. */
async function mend(page: Page, { householdId, name }: Line): Promise<void> {
  await openHousehold(page, householdId)
  await see(memberCard(page, name), `退回原因：${REASON}`)
  await memberCard(page, name).getByRole('link', { name: '核查', exact: true }).click()
  await page.getByRole('radio', { name: '省外就业' }).click()
  await page.getByRole('radio', { name: /^还是原来的工作/ }).click()
  await byMethod(page, '视频')
  await page.getByRole('button', { name: '保存' }).click()
  await memberCard(page, name).waitFor()
  await backToToday(page)
}

/** By keyboard, as a reviewer does it all day. */
async function review(page: Page, village: string, { name }: Line, key: 'a' | 'r'): Promise<void> {
  await page.goto(`/cards/lines?place=${village}&state=checked`)
  const row = rowsOf(page).filter({ hasText: name }).first()
  await row.focus()
  await page.keyboard.press(key)
  if (key === 'a') await row.waitFor({ state: 'hidden' })
}

async function returnOne(page: Page, village: string, line: Line): Promise<void> {
  await review(page, village, line, 'r')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('退回理由').fill(REASON)
  await dialog.getByRole('button', { name: /^退\s?回$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}
