import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const Row = z.object({ householdId: z.string(), villageCode: z.string() })
const Persons = z.object({ rows: z.array(z.object({ id: z.string() })) })
const People = z.object({ rows: z.array(z.object({ id: z.string(), householdId: z.string(), work: z.string().nullable() })) })
const Zero = z.object({ rows: z.array(Row) })
const Overview = z.object({
  place: z.object({ code: z.string(), name: z.string() }), path: z.array(z.object({ code: z.string(), name: z.string() })),
  zero: z.object({ open: z.number() }),
})

/**
 * The person at this page asks the API, with the page's session: for what a journey must know before it can begin, such
 * as which household has nobody in work.
 */
export async function ask<Answer>(page: Page, path: string, answer: z.ZodType<Answer>): Promise<Answer> {
  const response = await page.request.get(`/api${path}`)
  assert.equal(response.status(), 200, `${path}: ${await response.text()}`)
  return answer.parse(await response.json())
}

export function askZeroHouseholds(page: Page, place: string): Promise<z.infer<typeof Zero>['rows']> {
  return ask(page, `/indicators/zero-households?place=${place}`, Zero).then(({ rows }) => rows)
}

export function askPersons(page: Page, query: string): Promise<z.infer<typeof People>['rows']> {
  return ask(page, `/registry/persons?${query}`, People).then(({ rows }) => rows)
}

export function askOverview(page: Page, place: string): Promise<z.infer<typeof Overview>> {
  return ask(page, `/indicators/overview?place=${place}`, Overview)
}

/** First id of a list that the person at this page may read. */
export async function askFirstId(page: Page, path: string): Promise<string> {
  const [first] = (await ask(page, path, Persons)).rows
  assert.ok(first, `${path} lists something`)
  return first.id
}

/** What the API answers to this person. */
export async function statusOf(page: Page, path: string): Promise<number> {
  return (await page.request.get(`/api${path}`)).status()
}
