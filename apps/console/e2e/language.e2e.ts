import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Journey, Stage } from './journey.ts'
import { see } from './look.ts'
import { openFromMenu, signIn } from './people.ts'

export const languageJourneys: readonly Journey[] = [
  { title: 'The language changes at one click, on every page of the menu, and stays', walk: language },
]

/** What the console itself says; names of places, people and employers stay as they are. */
const OWN_WORDS = 'h1, .panel-head h2, nav.shell-nav, thead th, .figure-name, main button, main .ant-segmented-item-label, .ant-select-placeholder'
/** The prefecture, its command and the command's office, whose names head the page of the organization. */
const NAMES = /黔西南(?:州|布依族苗族自治州)(?:就业全覆盖攻坚行动指挥部(?:办公室)?)?/gu
const MENU = { name: 'Main navigation' }

async function language({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, 'prefecture-office')
  await see(page, '全覆盖推进到哪里，哪里落后？')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('navigation', MENU).getByRole('link', { name: 'Overview' }).waitFor()
  await page.reload()
  await everyPageInEnglish(page)
  await page.getByRole('button', { name: '中文' }).click()
  await see(page, '设置')

  for (const userName of ['system-admin', 'security-admin', 'audit-admin']) {
    const { page: other } = await signIn(browsing, userName)
    await other.getByRole('button', { name: 'English' }).click()
    await everyPageInEnglish(other)
  }
}

async function everyPageInEnglish(page: Page): Promise<void> {
  const links = page.getByRole('navigation', MENU).getByRole('link')
  await links.first().waitFor()
  for (const link of await links.all()) {
    await openFromMenu(link)
    const shown = await page.locator(OWN_WORDS).allInnerTexts()
    const chinese = shown.filter((words) => /\p{Script=Han}/u.test(words.replaceAll(NAMES, '')))
    assert.deepEqual(chinese, [], `Chinese words on ${page.url()}`)
  }
}
