import { expect, it } from 'vitest'
import { read, repositoryFiles } from './source-files.ts'

const NUMBER = /\b(V\d{2}|S\d{1,2}|O\d)\b/g

/** Numbers of rules and mechanisms at the head of a test's title. */
function numbersInTitles(path: string): string[] {
  const titles = [...read(path).matchAll(/\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g)].map(([, , title = '']) => title)
  return titles.flatMap((title) => [.../^((?:[VSO]\d{1,2}[ ,–-]*)+)/.exec(title)?.[1]?.matchAll(NUMBER) ?? []].map(([number]) => number))
}

const tested = new Set(repositoryFiles(/^(apps|packages|engines)\/.*(\.test\.tsx?|\/testing\/[^/]+\.ts)$/).flatMap(numbersInTitles))
const documented = [...read('docs/rules.md').matchAll(/^\| (V\d{2}|S\d{1,2}|O\d) \|/gm)].map(([, number = '']) => number)

it('every rule of docs/rules.md is the title of a test', () => {
  expect(documented.length).toBeGreaterThan(19)
  expect(documented.filter((number) => !tested.has(number))).toEqual([])
})

it('every numbered test title is a rule of docs/rules.md', () => {
  expect([...tested].filter((number) => !documented.includes(number)).sort()).toEqual([])
})

it('no number stands twice in docs/rules.md', () => {
  expect(documented.length).toBe(new Set(documented).size)
})
