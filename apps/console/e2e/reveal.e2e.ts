import assert from 'node:assert/strict'
import { askFirstId } from './asking.ts'
import type { Journey, Stage } from './journey.ts'
import { panel, rowsOf, see } from './look.ts'
import { signIn } from './people.ts'
import { UNITS } from './world.ts'

export const revealJourneys: readonly Journey[] = [
  { title: 'An ID is shown in full against a reason, and the auditor finds who saw it and why', walk: revealedAndAudited },
  { title: 'The county office cannot open the audit', walk: auditIsClosed },
]

const REASON = '核对社保参保信息（演练）'

async function revealedAndAudited({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, `office-${UNITS.county}`)
  const person = await askFirstId(page, `/registry/persons?place=${UNITS.county}&work=employed`)
  await page.goto(`/persons/${person}`)
  const row = page.locator('main').getByText(/^5\d{2,5}\*+[\dX]+/).first()
  await row.waitFor()
  assert.equal((await page.locator('main').innerText()).match(/522399\d{11}[\dX]/), null, 'no full ID before it was asked for')
  await row.getByRole('button', { name: '查看' }).click()
  const dialog = page.getByRole('dialog')
  // Without a reason nothing is shown.
  await dialog.locator('button[type=submit]').click()
  await see(dialog, '请填写理由（至少四个字）')
  await dialog.getByLabel('理由').fill(REASON)
  await dialog.locator('button[type=submit]').click()
  await see(page.locator('main'), /^522399\d{11}[\dX]$/)

  const { page: auditor } = await signIn(browsing, 'audit-admin', '/audit')
  const line = rowsOf(auditor).filter({ hasText: REASON })
  await line.waitFor()
  assert.match(await line.innerText(), /查看敏感信息/)
  assert.match(await line.innerText(), /望谟县指挥部办公室/)
  await line.click()
  await see(auditor.getByRole('dialog'), person)
}

async function auditIsClosed({ browsing }: Stage): Promise<void> {
  const { page } = await signIn(browsing, `office-${UNITS.county}`, '/audit')
  await see(page, '您没有打开本页的权限')
  assert.equal((await page.request.get('/api/audit')).status(), 403)
  assert.equal(await panel(page, '前后对照').count(), 0)
}
