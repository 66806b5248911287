import { describe, expect, it } from 'vitest'
import { CARD_STATUS } from '@anye/codes/card-status'
import { cardNumberOf } from '@anye/codes/card-number'
import { bagChecklist, bagLabels } from './bag.rules.ts'
import { tokenFrom } from './card-token.rules.ts'
import type { PrintedCard, PrintedHead, PrintedLabourer } from './print-model.ts'
import { cutAndStack, serviceCards } from './service-card.rules.ts'

const VILLAGE = '522326001001'
const head: PrintedHead = { villageName: '测试村', place: '测试县测试镇', year: 2027, label: '合成数据', footer: '打印：测试员，' }
const labourer = (rest: Partial<PrintedLabourer> = {}): PrintedLabourer =>
  ({ name: '韦测试', sex: '男', age: 41, relation: '户主', idTail: '0011', phoneTail: '5678', job: null, ...rest })
const card = (bagNo: number, count: number, groupName = '1组'): PrintedCard => ({
  bagNo, cardNo: cardNumberOf(VILLAGE, bagNo), address: `https://a/field/c/${bagNo}`, headName: `户主${bagNo}`, groupName, members: count + 1,
  contactName: '', labourers: Array.from({ length: count }, () => labourer()),
})

describe('service cards on sheets', () => {
  it('stand so that one cut through the pile leaves them in order', () => {
    expect(cutAndStack([1, 2, 3, 4, 5])).toEqual([[1, 4], [2, 5], [3]])
    const sheets = cutAndStack([1, 2, 3, 4, 5, 6])
    expect([...sheets.map(([above]) => above), ...sheets.map(([, below]) => below)]).toEqual([1, 2, 3, 4, 5, 6])
    expect(cutAndStack([])).toEqual([])
  })

  it('take half a sheet up to four labourers, then a whole one, and none loses a labourer', () => {
    const counts = [0, 1, 2, 3, 4, 5, 11, 12, 23]
    const { sheets, whole } = serviceCards(head, counts.map((count, index) => card(index + 1, count)))
    expect(sheets.flat().map(({ people }) => people.length).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4])
    expect(whole.map(({ labourers, people }) => [labourers, people.length])).toEqual([
      ['5', 5], ['11', 11], ['12（1/2）', 11], ['12（2/2）', 1], ['23（1/3）', 11], ['23（2/3）', 11], ['23（3/3）', 1],
    ])
  })

  it('leave a line for whoever joins the household, and what room is left for changes', () => {
    const { sheets, whole } = serviceCards(head, [0, 1, 2, 3, 4, 5, 11].map((count, index) => card(index + 1, count)))
    const rooms = sheets.flat().sort((one, other) => one.qr - other.qr).map(({ newcomers, changes }) => [newcomers, changes])
    expect(rooms).toEqual([[2, 5], [1, 5], [1, 2], [1, 0], [0, 0]])
    expect(whole.map(({ newcomers, changes }) => [newcomers, changes])).toEqual([[1, 12], [1, 0]])
  })

  it('S79 name every status of the monthly check, and say what is not known in words', () => {
    const { legend, sheets } = serviceCards(head, [{ ...card(1, 0), labourers: [
      labourer({ job: { place: '浙江省义乌市', employer: null, since: '2026-03-01' } }), labourer({ age: null, idTail: '', phoneTail: '' }),
    ] }])
    for (const { code, zh } of CARD_STATUS) expect(legend[0]).toContain(`${code} ${zh}`)
    const [first, second] = sheets[0]?.[0]?.people ?? []
    expect(first).toEqual({ name: '韦测试', facts: '男 41岁 户主', idTail: '0011', phoneTail: '5678', job: '2026年3月起 浙江省义乌市' })
    expect(second).toMatchObject({ facts: '男 户主', idTail: '____', phoneTail: '____', job: '未就业' })
  })
})

describe('papers of the bags', () => {
  const cards = Array.from({ length: 23 }, (_, index) => card(index + 1, 1, index < 20 ? '1组' : ''))

  it('S78 put ten labels on a sheet', () => {
    const { sheets } = bagLabels(head, cards)
    expect(sheets.map((sheet) => sheet.length)).toEqual([10, 10, 3])
    expect(sheets.flat().map(({ qr }) => qr)).toEqual(cards.map((_, index) => index))
    expect(sheets[0]?.[0]).toMatchObject({ bagNo: '0001', cardNo: expect.stringMatching(/^26001001-0001-\d$/) })
  })

  it('S78 give every group a list of its own, those of no group last', () => {
    const { groups } = bagChecklist(head, cards)
    expect(groups.map(({ place, count }) => [place, count])).toEqual([['测试县测试镇测试村 1组', '20户'], ['测试县测试镇测试村 未分组', '3户']])
  })
})

describe('tokens', () => {
  it('are sixteen letters of random bytes, none of them mistaken for another', () => {
    expect(tokenFrom(Uint8Array.from({ length: 16 }, (_, index) => index * 16 + 15))).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
    const letters = new Set(Array.from({ length: 256 }, (_, byte) => tokenFrom(new Uint8Array(16).fill(byte))[0]))
    expect([...letters].sort().join('')).toBe('0123456789abcdefghjkmnpqrstvwxyz')
  })
})
