import { buildUscc } from '@anye/codes/uscc'
import type { Seeded } from '@anye/kernel/random'
import { largestRemainder } from '../draws.ts'
import { COUNTIES, WORKSHOPS } from '../profile.ts'
import type { Era } from '../profile.ts'
import { TRADES } from './trades.ts'
import type { TradeKey } from './trades.ts'

export type Employer = { name: string; uscc: string | undefined }

const BRANDS = [...'华盛恒达鑫源宏泰金诚永兴瑞丰嘉联新隆德润东升顺通安泰利德万和百川正大']
const FIRMS_PER_TRADE = 8
// Area 522399 is unassigned, as for people: a synthetic code can never be a real firm's.
const USCC_AREA = '522399'
const CODE_CHARS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

function synthetic(random: Seeded, prefix: '91' | '92' | '93'): string {
  const body = Array.from({ length: 8 }, () => CODE_CHARS[random.int(0, CODE_CHARS.length - 1)]).join('')
  return buildUscc(prefix, USCC_AREA, body)
}

/**
 * The prefecture's known employers: made on first use, the same for a seed in whatever order they are asked
 * for.
 */
export function employerBook(root: Seeded, era: Era) {
  const firms = new Map<string, Employer[]>()
  const shops = workshops(root, era)

  /** Firms of a trade in a town; big ones first, drawn more often. */
  function firmOf(random: Seeded, town: { code: string; firm: string }, key: TradeKey): Employer {
    const name = `${town.firm}/${key}`
    let list = firms.get(name)
    if (list === undefined) {
      list = makeFirms(root.fork(`employer/${name}`), town.firm, key)
      firms.set(name, list)
    }
    const draw = random.next()
    return list[Math.floor(draw * draw * list.length)] ?? { name: '', uscc: undefined }
  }

  /** One of the county's workshops, with its place in the list as the draw falls. */
  function workshopOf(random: Seeded, countyCode: string): Employer {
    return random.pick(shops.get(countyCode) ?? [])
  }

  return { firmOf, workshopOf }
}

export type EmployerBook = ReturnType<typeof employerBook>

function makeFirms(random: Seeded, town: string, key: TradeKey): Employer[] {
  const trade = TRADES[key]
  return Array.from({ length: FIRMS_PER_TRADE }, () => {
    const words: readonly string[] = trade.words
    const word = words.length === 0 ? '' : random.pick(words)
    if (trade.form === '灵活就业') return { name: '零工', uscc: undefined }
    const brand = random.pick(BRANDS) + random.pick(BRANDS)
    if (trade.form === '个体/创业') return { name: `${town}${brand}${word}`, uscc: synthetic(random, '92') }
    if (trade.form === '合作社/基地')
      return { name: `${town}${brand}${word}`, uscc: synthetic(random, word.endsWith('公司') ? '91' : '93') }
    return { name: `${town}${brand}${word}有限公司`, uscc: synthetic(random, '91') }
  })
}

const PRODUCTS = ['服装', '鞋面', '电子', '刺绣', '民族服饰', '藤编', '茶叶', '食用菌', '箱包', '玩具']

/** The recognised workshops (134) by county, by their poor. */
function workshops(root: Seeded, era: Era): ReadonlyMap<string, Employer[]> {
  const label = era === '2020' ? '就业扶贫车间' : '就业帮扶车间'
  const counts = largestRemainder(WORKSHOPS, COUNTIES.map(({ poor }) => poor), 1)
  return new Map(
    COUNTIES.map(({ code }, index) => {
      const random = root.fork(`workshops/${code}`)
      const list = Array.from({ length: counts[index] ?? 1 }, () => {
        const brand = random.pick(BRANDS) + random.pick(BRANDS)
        return { name: `${brand}${random.pick(PRODUCTS)}${label}`, uscc: synthetic(random, '91') }
      })
      return [code, list]
    }),
  )
}
