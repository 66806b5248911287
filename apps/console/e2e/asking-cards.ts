import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { ask } from './asking.ts'

const Line = z.object({
  personId: z.string(), householdId: z.string(), villageCode: z.string(), groupName: z.string().nullable(), month: z.string(), name: z.string(),
  state: z.string(), status: z.string().nullable(), method: z.string().nullable(), knownStatus: z.string().nullable(), jobId: z.string().nullable(),
  evidenceOn: z.string().nullable(), checkedBy: z.string().nullable(), inDispute: z.boolean(), version: z.number(),
})
export type Line = z.infer<typeof Line>
const Lines = z.object({ rows: z.array(Line), total: z.number() })
const Checks = z.object({ line: Line, checks: z.array(z.object({ id: z.string(), status: z.string(), method: z.string(), by: z.string().nullable(), holds: z.boolean() })) })
const Progress = z.object({ total: z.object({ lines: z.number(), due: z.number(), checked: z.number(), onTime: z.number() }) })

/** Lines of the month of a place, in the order of the village. */
export function askLines(page: Page, place: string, filter = ''): Promise<Line[]> {
  return ask(page, `/cards/lines?place=${place}&limit=200${filter}`, Lines).then(({ rows }) => rows)
}

/** Lines of people in work, the best proven first: what is known of them can be confirmed with one tap. */
export function atWork(lines: readonly Line[]): Line[] {
  return lines.filter(({ jobId, inDispute }) => jobId !== null && !inDispute).sort((a, b) => ((a.evidenceOn ?? '') < (b.evidenceOn ?? '') ? 1 : -1))
}

/** Which lines a demo leaves open is drawn anew with each: the reviewer at this page sends back those that somebody has checked. */
export async function openAgain(page: Page, lines: readonly Line[]): Promise<void> {
  for (const { month, personId, version } of lines.filter(({ state }) => state === 'checked' || state === 'reviewed')) {
    await tell(page, `/cards/lines/${month}/return`, { month, lines: [{ personId, version }], reason: '请当面再核一次' }, z.object({}))
  }
}

/** One line with every check that was made of it. */
export function askChecks(page: Page, { month, personId }: Line): Promise<z.infer<typeof Checks>> {
  return ask(page, `/cards/lines/${month}/${personId}`, Checks)
}

export function askProgress(page: Page, place: string): Promise<z.infer<typeof Progress>['total']> {
  return ask(page, `/cards/months/progress?place=${place}`, Progress).then(({ total }) => total)
}

/** Commands the API with the session of the person at this page. */
export async function tell<Answer>(page: Page, path: string, input: object, answer: z.ZodType<Answer>): Promise<Answer> {
  const response = await page.request.post(`/api${path}`, { data: { commandId: randomUUID(), ...input } })
  assert.equal(response.status(), 200, `${path}: ${await response.text()}`)
  return answer.parse(await response.json())
}
