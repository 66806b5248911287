import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Journey, Stage } from './journey.ts'
import { see } from './look.ts'
import { enterCredentials, navigation, signIn, villageAccount } from './people.ts'
import { DEMO_PASSWORD, UNITS } from './world.ts'

const SITUATION = ['概览（挂图）', '覆盖', '户', '人', '包保联系']
const DUTY = ['战报', '日账', '薄弱组', '组织']
const REVIEW = ['本月进度', '核查审核']
const WORK = ['今日任务', '需求与服务']
const WRONG = 'Not-the-password-1!'
const OFFICE = [...SITUATION, '导入', ...REVIEW, '抽样回访', ...WORK, ...DUTY, '设置']
const VILLAGE = [...SITUATION, '服务卡（纸质）', '导入', ...REVIEW, ...WORK, '手机补传', '纸质卡录入', ...DUTY]

export const signInJourneys: readonly Journey[] = [
  { title: 'Each of five roles lands on its first page and sees only its own menu', walk: fiveRoles },
  { title: 'A wrong password is refused, and five of them lock the account', walk: fiveWrongPasswords },
  { title: 'A new account must change its first password before it opens anything', walk: firstPassword },
  { title: 'Whoever signs out is asked for the password again, and comes back to the page they wanted', walk: signOut },
]

async function fiveRoles({ browsing, world }: Stage): Promise<void> {
  const roles = [
    { userName: 'prefecture-office', lands: '/overview', menu: OFFICE },
    { userName: `chief1-${UNITS.county}`, lands: '/overview', menu: [...SITUATION, ...REVIEW, ...WORK, ...DUTY] },
    { userName: `office-${UNITS.county}`, lands: '/overview', menu: OFFICE },
    { userName: await villageAccount(world, UNITS.county), lands: '/overview', menu: VILLAGE },
    { userName: 'audit-admin', lands: '/users', menu: ['用户', '审计'] },
  ]
  for (const { userName, lands, menu } of roles) {
    const { page } = await signIn(browsing, userName)
    await page.waitForURL(`**${lands}`)
    await page.locator('h1').waitFor()
    assert.deepEqual(await navigation(page).getByRole('link').allInnerTexts(), menu, userName)
  }
}

async function fiveWrongPasswords({ browsing }: Stage): Promise<void> {
  const { page } = await browsing.sit()
  const locked = `officer-${UNITS.county}`
  await page.goto('/sign-in')
  const byMouse = () => enterCredentials(page, locked, WRONG)
  await refused(page, byMouse)
  await refused(page, byMouse)
  // By keyboard the cursor stays where it was: the next try needs no mouse and no Tab.
  const password = page.getByLabel('密码', { exact: true })
  await password.focus()
  for (let attempt = 3; attempt <= 5; attempt++) {
    await password.selectText()
    await page.keyboard.type(WRONG)
    await refused(page, () => page.keyboard.press('Enter'))
    assert.equal(await password.evaluate((field) => field === document.activeElement), true, 'the cursor is where it was')
  }
  // Now even the right password does not help, nor does another browser.
  const { page: other } = await browsing.sit()
  await other.goto('/sign-in')
  await enterCredentials(other, locked, DEMO_PASSWORD)
  await see(other.getByRole('alert'), /账号已锁定/)
}

/** Every try asks the server and is told why it failed. */
async function refused(page: Page, trying: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), trying()])
  await see(page.getByRole('alert'), '用户名或密码不正确。')
}

async function firstPassword({ browsing }: Stage): Promise<void> {
  const { page: admin } = await signIn(browsing, 'system-admin', '/users')
  await admin.getByRole('button', { name: '新建用户' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('用户名').fill('new-colleague')
  await dialog.getByLabel('姓名').fill('新来的同事')
  await dialog.locator('button[type=submit]').click()
  const given = (await admin.locator('.first-password output').innerText()).trim()

  const { page } = await browsing.sit()
  await page.goto('/')
  await enterCredentials(page, 'new-colleague', given)
  await see(page, '请先修改初始密码')
  // Going round the sheet leads back to it.
  await page.goto('/overview')
  await see(page, '请先修改初始密码')
  await page.getByLabel('初始密码').fill(given)
  await page.getByLabel('新密码', { exact: true }).fill('Own-choice-2026!')
  await page.getByLabel('再输一遍新密码').fill('Own-choice-2026!')
  await page.getByRole('button', { name: '修改并进入' }).click()
  await page.getByRole('button', { name: '我的账号' }).waitFor()
  assert.equal(await navigation(page).getByRole('link').count(), 0, 'an account without a role opens nothing')
}

async function signOut({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, 'prefecture-chief', `/overview/${UNITS.county}`)
  await page.waitForURL(`**/overview/${UNITS.county}`)
  await page.getByRole('button', { name: '我的账号' }).click()
  await page.getByText('退出登录').click()
  await page.getByLabel('用户名').waitFor()
  await page.goto('/coverage')
  await enterCredentials(page, 'prefecture-chief', DEMO_PASSWORD)
  await page.waitForURL('**/coverage')
}
